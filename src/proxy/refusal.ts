import type { ErrorBody, RefusalCode } from '../baanx/wire.js';

/** Response headers, by lower-case name. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** A refusal as the browser sees it. The message is always ours: Baanx's may hold JSON, HTML or personal data. */
interface RefusalText {
  readonly status: number;
  readonly code: RefusalCode;
  readonly message: string;
}

const text = (status: number, code: RefusalCode, message: string): RefusalText => ({ status, code, message });

/**
 * Everything that the proxy refuses, in the order in which it checks, by the reason that its log gives.
 * docs/proxy.md explains each of them.
 */
export const REFUSALS = {
  'cross-site': text(403, 'cross-site', 'Requests from pages of other sites are not allowed'),
  'unknown-path': text(404, 'unknown-path', 'The proxy has no such path'),
  'method-not-allowed': text(405, 'method-not-allowed', 'Method not allowed'),
  'not-from-script': text(403, 'cross-site', 'The request does not show that a script of the site sent it'),
  'address-limit': text(429, 'rate-limited', 'Too many requests'),
  'onboarding-id-missing': text(400, 'malformed-request', 'onboardingId is missing'),
  'onboarding-id-repeated': text(400, 'malformed-request', 'onboardingId must be given once'),
  'onboarding-id-malformed': text(
    400,
    'malformed-request',
    'onboardingId must be 1 to 128 visible ASCII characters',
  ),
  'content-type': text(415, 'malformed-request', 'Content-Type must be application/json'),
  'body-already-read': text(500, 'proxy-error', 'The proxy received no body: something read it before'),
  'body-not-received': text(408, 'request-timeout', 'The body did not arrive in time'),
  'body-too-large': text(413, 'malformed-request', 'The body is too large'),
  'body-not-json': text(400, 'malformed-request', 'The body is not JSON'),
  'authorize-refused': text(403, 'not-allowed', 'Not allowed'),
  'authorize-failed': text(500, 'proxy-error', "The proxy's authorize failed"),
  'authorize-timeout': text(500, 'proxy-error', "The proxy's authorize took too long"),
  'onboarding-limit': text(429, 'rate-limited', 'Too many requests'),
  'limiter-failed': text(503, 'limits-unavailable', 'The limits cannot be checked'),
  'access-token-missing': text(401, 'not-authenticated', 'Not authenticated'),
  'access-token-failed': text(500, 'proxy-error', "The proxy's accessToken failed"),
  'access-token-timeout': text(500, 'proxy-error', "The proxy's accessToken took too long"),
  'client-gone': text(408, 'request-timeout', 'The client closed the connection'),
  'baanx-timeout': text(504, 'baanx-unavailable', 'Baanx took too long'),
  'baanx-unreachable': text(502, 'baanx-unavailable', 'Baanx could not be reached'),
  'baanx-redirect': text(502, 'baanx-unavailable', 'Baanx answered with a redirect'),
  'baanx-unknown-status': text(502, 'baanx-unavailable', 'Baanx answered with an unknown status'),
  'baanx-response-too-large': text(502, 'baanx-unavailable', 'Baanx sent too large a response'),
  'baanx-response-not-json': text(502, 'baanx-unavailable', 'Baanx did not answer with a JSON object'),
  'baanx-session-url-missing': text(502, 'baanx-unavailable', 'Baanx sent no session URL'),
  'baanx-session-url-untrusted': text(
    502,
    'baanx-unavailable',
    'The session URL is not on a trusted Veriff origin',
  ),
  'internal-error': text(500, 'proxy-error', 'The proxy failed'),
} as const satisfies Record<string, RefusalText>;

/** Messages for the statuses that Baanx documents. */
const BAANX_MESSAGES: Readonly<Record<number, string>> = {
  400: 'The onboarding is invalid, expired or in another phase',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Onboarding session not found',
  422: 'The request is not valid',
  429: 'Too many requests',
  498: 'The client key is invalid',
  499: 'The client key is missing',
};

/** Why a request was refused, for the log and the metrics. `baanx-error`: Baanx itself answered with the status. */
export type RefusalReason = keyof typeof REFUSALS | 'baanx-error';

/** The answer to a request that does not succeed. Thrown anywhere below the handler, turned into a response there. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: ErrorBody;

  private constructor(
    readonly reason: RefusalReason,
    { status, code, message }: RefusalText,
    readonly headers: HeaderRecord,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.status = status;
    this.body = { message, code };
  }

  /** One of the proxy's own refusals. `cause` is for the host's `onError` alone. */
  static because(reason: keyof typeof REFUSALS, headers: HeaderRecord = {}, cause?: unknown): Refusal {
    return new Refusal(reason, REFUSALS[reason], headers, cause);
  }

  /** An error status (400 to 599) of Baanx's own, with a message of ours. */
  static fromBaanx(status: number, headers: HeaderRecord): Refusal {
    const message = BAANX_MESSAGES[status] ?? (status < 500 ? 'Baanx refused the request' : 'Baanx failed');
    return new Refusal('baanx-error', text(status, 'baanx-error', message), headers);
  }
}
