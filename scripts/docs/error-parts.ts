import { hintFor } from '../../src/headless/hints.js';
import { isRetryable, type ErrorCode } from '../../src/baanx/result.js';
import { en } from '../../src/i18n/locales/en.js';
import { code, escaped, table } from './markdown.js';

/** When each code occurs. The type requires an entry for every code. */
const OCCASIONS: Readonly<Record<ErrorCode, string>> = {
  'onboarding-invalid': 'Baanx responds with 400.',
  'onboarding-not-found': 'Baanx responds with 404.',
  'not-authenticated':
    'Baanx or your proxy responds with 401, or Baanx responds with 403 in the account flow.',
  'not-allowed': 'Your proxy’s `authorize` refuses the request.',
  'client-key-invalid': 'Baanx responds with 498 or 499.',
  'rate-limited': 'Baanx or your proxy responds with 429.',
  'provider-unavailable': 'The response has a 5xx status.',
  network: 'There is no response, or your `fetcher` throws.',
  timeout: 'There is no response within 10 s, or it has the status 408.',
  'bad-response': 'The response is not the expected JSON, or your `fetcher` does not return a `Response`.',
  'untrusted-session-url': 'The session URL is not on one of `veriff-origins`.',
  'popup-blocked': 'The browser blocks the window.',
  'veriff-unreachable':
    'Veriff’s page does not load, its frame was removed, or its window could not be opened.',
  'insecure-context': 'The page is served over plain http.',
  'camera-blocked-by-page':
    'The page denies the camera to Veriff’s frame, and the browser blocks the popup that the step opens instead. The hint is in the console even before the popup is blocked.',
  misconfigured:
    'The proxy does not have the requested path or refuses the page’s site, or something other than the proxy or Baanx responds with 400, 403 or 404.',
};

/** Where the documentation explains the fix. */
const FIXES: Readonly<Partial<Record<ErrorCode, string>>> = {
  'onboarding-not-found': 'A wrong region looks the same: see [baanx-region](doctor.md#baanx-region).',
  'not-authenticated': 'See [the account flow](proxy.md#the-account-flow).',
  'not-allowed': 'See [who may use an onboarding](proxy.md#who-may-use-an-onboarding).',
  'client-key-invalid': 'See [baanx-key](doctor.md#baanx-key).',
  'rate-limited': 'See [limits](proxy.md#limits).',
  'provider-unavailable': 'See [logs and references](proxy.md#logs-and-references).',
  network: 'See [csp-connect](doctor.md#csp-connect) and [proxy-origin](doctor.md#proxy-origin).',
  'untrusted-session-url': 'See [session-origin](doctor.md#session-origin).',
  'popup-blocked': 'See [the popup is blocked](troubleshooting.md#the-popup-is-blocked).',
  'veriff-unreachable': 'See [csp-frame](doctor.md#csp-frame) and [coep](doctor.md#coep).',
  'insecure-context': 'See [https](doctor.md#https).',
  'camera-blocked-by-page': 'See [permissions-policy](doctor.md#permissions-policy).',
  misconfigured: 'See [proxy-answers](doctor.md#proxy-answers) and [proxy-path](doctor.md#proxy-path).',
};

export const ERROR_CODES = Object.keys(OCCASIONS) as ErrorCode[];

/** All codes, when each occurs, and whether a retry can help. */
const errorTable = (): string =>
  table(
    ['Code', 'When', 'Retry'],
    ERROR_CODES.map((name) => [
      `[${code(name)}](#${name})`,
      OCCASIONS[name],
      isRetryable({ code: name }) ? 'yes' : 'no',
    ]),
  );

/** A section for each code, so that a link can lead to it. */
const errorSections = (): string =>
  ERROR_CODES.map((name) =>
    [
      `### ${name}`,
      OCCASIONS[name],
      [
        `- **The person sees:** ${escaped(en[`error-${name}`])}`,
        `- **What you do:** ${escaped(hintFor({ code: name }))}`,
        ...(FIXES[name] ? [`- ${FIXES[name]}`] : []),
      ].join('\n'),
    ].join('\n\n'),
  ).join('\n\n');

/** The generated parts about the error codes. */
export const errorParts: [string, () => string][] = [
  ['errors', errorTable],
  ['error-codes', errorSections],
];
