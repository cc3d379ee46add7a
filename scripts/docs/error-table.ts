import { hintFor } from '../../src/headless/hints.js';
import { isRetryable, type ErrorCode } from '../../src/baanx/result.js';
import { en } from '../../src/i18n/locales/en.js';
import { code, escaped, table } from './markdown.js';

/** When each code occurs. The type requires a row for every code. */
const OCCASIONS: Readonly<Record<ErrorCode, string>> = {
  'onboarding-invalid': 'Baanx answers 400',
  'onboarding-not-found': 'Baanx answers 404',
  'not-authenticated': 'Baanx or your proxy answers 401; Baanx answers 403 in the account flow',
  'not-allowed': 'your proxy’s `authorize` refuses the request',
  'client-key-invalid': 'Baanx answers 498 or 499',
  'rate-limited': 'Baanx or your proxy answers 429',
  'provider-unavailable': 'the answer is 5xx',
  network: 'there is no answer, or your `fetcher` throws',
  timeout: 'there is no answer within 10 s, or it is 408',
  'bad-response': 'the answer is not the expected JSON, or your `fetcher` does not return a `Response`',
  'untrusted-session-url': 'the session URL is not on one of `veriff-origins`',
  'popup-blocked': 'the browser blocks the window',
  'veriff-unreachable': 'Veriff does not answer, its frame was removed, or its window could not be opened',
  'insecure-context': 'the page is plain http',
  'camera-blocked-by-page':
    'the page denies Veriff’s frame the camera, and the popup that is opened instead is blocked; before that, in the console',
  misconfigured:
    'the proxy has no such path or refuses the site, or something other than the proxy or Baanx responds with 400, 403 or 404',
};

export const ERROR_CODES = Object.keys(OCCASIONS) as ErrorCode[];

/** Code, when it occurs, what the person reads, what the host does, and whether a retry can help. */
export const errorTable = (): string =>
  table(
    ['Code', 'When', 'What the person reads', 'What you do', 'Retry'],
    ERROR_CODES.map((name) => [
      code(name),
      OCCASIONS[name],
      escaped(en[`error-${name}`]),
      escaped(hintFor({ code: name })),
      isRetryable({ code: name }) ? 'yes' : 'no',
    ]),
  );
