import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { ErrorCode, Failure } from '../baanx/result.js';

/** The header that lets Veriff's frame use the camera, for the origins that Veriff may be on. */
export const cameraHint = (origins: readonly string[]) =>
  `Send Permissions-Policy: camera=(self ${origins.map((origin) => `"${origin}"`).join(' ')}). If the page is in a frame, that frame needs allow="camera *; microphone *".`;

/** What the developer should do about each failure. */
const HINTS: Readonly<Record<ErrorCode, string>> = {
  'onboarding-invalid':
    'The onboarding ID is malformed, expired (after 30 to 60 minutes) or already used: restart the registration.',
  'onboarding-not-found': 'Baanx does not know this onboarding ID.',
  'not-authenticated': 'The proxy has no valid access token. Sign the person in again, then call start().',
  'not-allowed': 'The proxy’s authorize() refused this onboarding ID. Check the session and its cookie.',
  'client-key-invalid': 'Baanx refused the proxy’s client key.',
  'rate-limited': 'Too many requests.',
  'provider-unavailable': 'Baanx, Veriff or the proxy is down. See the proxy’s log.',
  network: 'The proxy did not respond. Check proxy-url, CORS and connect-src.',
  timeout: 'No response within 10 s.',
  'bad-response': 'The response was not the expected JSON. Does proxy-url point to the proxy?',
  'untrusted-session-url': 'The session URL’s origin is not listed in veriff-origins.',
  'popup-blocked': 'Call start() directly in a click handler.',
  'veriff-unreachable': 'Veriff did not respond. Check frame-src in the Content-Security-Policy.',
  'insecure-context': 'Serve the page over https.',
  'camera-blocked-by-page': cameraHint(VERIFF_ORIGINS),
  misconfigured:
    'Something other than the proxy answered, or the proxy refused the request. Check proxy-url and the proxy.',
};

/** What the developer should do about a failure. */
export const hintFor = ({ code, hint }: Failure): string => hint ?? HINTS[code];

/** The page denies the camera to frames on these origins. */
export const cameraBlocked = (trustedOrigins: readonly string[]): Failure => ({
  code: 'camera-blocked-by-page',
  hint: cameraHint(trustedOrigins),
});

const warned = new Set<string>();

/** Warns the developer, once per page and text. */
export function warnOnce(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(`<baanx-kyc-step> ${text}`);
}
