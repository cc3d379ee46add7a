import { hintFor } from '../../src/element/hints.js';
import { isRetryable, type ErrorCode } from '../../src/flow/result.js';
import { en } from '../../src/i18n/locales/en.js';
import { code, table } from './markdown.js';

/** When each code comes. Typed by the codes: a new one has no table without a row here. */
const WHEN: Readonly<Record<ErrorCode, string>> = {
  'onboarding-invalid': 'Baanx answers 400',
  'onboarding-not-found': 'Baanx answers 404',
  'not-authenticated': 'Baanx or your proxy answers 401; Baanx answers 403 in the account flow',
  'not-allowed': 'your proxy’s `authorize` refuses the request',
  'client-key-invalid': 'Baanx answers 498 or 499',
  'rate-limited': 'Baanx or your proxy answers 429',
  'provider-unavailable': 'the answer is 5xx',
  network: 'there is no answer',
  timeout: 'there is no answer within 10 s, or it is 408',
  'bad-response': 'the answer is 200, but not the JSON expected',
  'untrusted-session-url': 'the session URL leads elsewhere than to `veriff-origins`',
  'popup-blocked': 'the browser blocks the window',
  'veriff-unreachable': 'Veriff never says a word',
  'insecure-context': 'the page is plain http',
  'camera-blocked-by-page':
    'in the console alone: the page keeps the camera from Veriff, and a popup is opened instead',
  misconfigured:
    'the proxy has no such path or refuses the site, or something other than the proxy and Baanx answers 400, 403 or 404',
};

/** Code, when, what the person reads, what the host does, and whether another try can help. */
export const errorTable = (): string =>
  table(
    ['Code', 'When', 'What the person reads', 'What you do', 'Retry'],
    (Object.keys(WHEN) as ErrorCode[]).map((name) => [
      code(name),
      WHEN[name],
      en[`error-${name}`],
      hintFor({ code: name }),
      isRetryable({ code: name }) ? 'yes' : 'no',
    ]),
  );
