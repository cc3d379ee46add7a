import type { ErrorBody, RefusalCode } from '../baanx/wire.js';

/** Response headers, by lower-case name. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** What the browser sees. The message is always ours: Baanx's may hold JSON, HTML or personal data. */
type Answer = readonly [status: number, code: RefusalCode, message: string];

/**
 * Everything that the proxy refuses, roughly in the order in which it checks, by the reason that its log gives.
 * docs/proxy.md explains each of them.
 */
export const REFUSALS = {
  'cross-site': [403, 'cross-site', 'Requests from pages of other sites are not allowed'],
  'unknown-path': [404, 'unknown-path', 'The proxy has no such path'],
  'method-not-allowed': [405, 'method-not-allowed', 'Method not allowed'],
  'not-from-script': [403, 'cross-site', 'Nothing shows that a script on this site sent the request'],
  'address-limit': [429, 'rate-limited', 'Too many requests'],
  'onboarding-id-missing': [400, 'malformed-request', 'onboardingId is missing'],
  'onboarding-id-repeated': [400, 'malformed-request', 'onboardingId must be given once'],
  'onboarding-id-malformed': [400, 'malformed-request', 'onboardingId must be 1 to 128 ASCII characters'],
  'content-type': [415, 'malformed-request', 'Content-Type must be application/json'],
  'body-already-read': [500, 'proxy-error', 'The body was read before it reached the proxy'],
  'body-not-received': [408, 'request-timeout', 'The body did not arrive in time'],
  'body-too-large': [413, 'malformed-request', 'The body is too large'],
  'body-not-json': [400, 'malformed-request', 'The body is not JSON'],
  'authorize-refused': [403, 'not-allowed', 'Not allowed'],
  'authorize-failed': [500, 'proxy-error', "The proxy's authorize failed"],
  'authorize-timeout': [500, 'proxy-error', "The proxy's authorize took too long"],
  'access-token-missing': [401, 'not-authenticated', 'Not authenticated'],
  'access-token-failed': [500, 'proxy-error', "The proxy's accessToken failed"],
  'access-token-timeout': [500, 'proxy-error', "The proxy's accessToken took too long"],
  'onboarding-limit': [429, 'rate-limited', 'Too many requests'],
  'limiter-failed': [503, 'limits-unavailable', 'The limits cannot be checked'],
  'too-many-streams': [429, 'rate-limited', 'Too many event streams are open'],
  'client-gone': [408, 'request-timeout', 'The client closed the connection'],
  'baanx-timeout': [504, 'baanx-unavailable', 'Baanx took too long'],
  'baanx-unreachable': [502, 'baanx-unavailable', 'Baanx could not be reached'],
  'baanx-redirect': [502, 'baanx-unavailable', 'Baanx answered with a redirect'],
  'baanx-unknown-status': [502, 'baanx-unavailable', 'Baanx answered with an unknown status'],
  'baanx-response-too-large': [502, 'baanx-unavailable', "Baanx's response is too large"],
  'baanx-response-not-json': [502, 'baanx-unavailable', "Baanx's response is not a JSON object"],
  'baanx-session-url-missing': [502, 'baanx-unavailable', 'Baanx sent no session URL'],
  'baanx-session-url-untrusted': [502, 'baanx-unavailable', 'The session URL is not on a trusted origin'],
  'internal-error': [500, 'proxy-error', 'The proxy failed'],
  // With Baanx's own status in place of this one.
  'baanx-error': [502, 'baanx-error', 'Baanx answered with an error'],
} as const satisfies Record<string, Answer>;

/** When the client may try again, in seconds, if the reason is all that is known. */
const RETRY_AFTER_S: Partial<Record<RefusalReason, number>> = { 'limiter-failed': 5, 'too-many-streams': 60 };

/** Why a request was refused, for the log and the metrics. */
export type RefusalReason = keyof typeof REFUSALS;

/** The answer to a request that does not succeed. Thrown anywhere below the handler, turned into a response there. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: HeaderRecord;

  /** `cause` is for the host's `onError` alone, and may be undefined: hosts throw anything. `status` is Baanx's own. */
  constructor(
    readonly reason: RefusalReason,
    options: { readonly headers?: HeaderRecord; readonly cause?: unknown; readonly status?: number } = {},
  ) {
    const [usualStatus, code, message] = REFUSALS[reason];
    super(message, options);
    const retryAfter = RETRY_AFTER_S[reason];
    this.status = options.status ?? usualStatus;
    this.body = { message, code };
    this.headers = options.headers ?? (retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
  }

  /** Whether something of the host's, or the connection to Baanx, failed. */
  get hasCause(): boolean {
    return Object.hasOwn(this, 'cause');
  }
}
