import type { ErrorCode } from '../flow/errors.js';

/** What a developer should do about each failure. */
const HINTS: Record<ErrorCode, string> = {
  'onboarding-invalid': 'The onboarding is malformed, expired (30-60 min) or consumed: restart registration.',
  'onboarding-not-found': 'Baanx does not know this onboarding-id.',
  'not-authenticated': 'The proxy has no valid access token. Sign the person in again, then call start().',
  'not-allowed': 'authorize of the proxy refused this onboarding-id. Check the session and its cookie.',
  'client-key-invalid': 'Baanx refused the client key of the proxy.',
  'rate-limited': 'Too many requests.',
  'provider-unavailable': 'Baanx, Veriff or the proxy is down, or its authorize threw: see its log.',
  network: 'The proxy did not answer. Check proxy-url, CORS and connect-src.',
  timeout: 'No answer within 10 s.',
  'bad-response': 'Not the JSON or the state expected. Does proxy-url point at the proxy?',
  'untrusted-session-url': 'The session URL is on none of veriff-origins, to the letter.',
  'popup-blocked': 'Call start() in a click.',
  'veriff-unreachable': 'No handshake from Veriff. Check frame-src.',
  'insecure-context': 'Serve the page over https.',
  'camera-blocked-by-page':
    'Send Permissions-Policy: camera=(self "https://*.veriff.me" "https://*.veriff.com"). And allow="camera *" on frames.',
  misconfigured: 'Nothing answers there, or not these requests. Check proxy-url and the proxy.',
};

const told = new Set<string>();

/** What a developer should do about a failure. */
export const hintFor = ({ code }: { readonly code: ErrorCode }): string => HINTS[code];

/** Tells the developer once a page. */
export function hintOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  console.warn(`<baanx-kyc-step> ${text}`);
}
