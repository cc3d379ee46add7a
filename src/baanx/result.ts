/** Everything that can fail, one code each. The error table in the reference has a row for every code. */
export type ErrorCode =
  | 'onboarding-invalid'
  | 'onboarding-not-found'
  | 'not-authenticated'
  | 'not-allowed'
  | 'client-key-invalid'
  | 'rate-limited'
  | 'provider-unavailable'
  | 'network'
  | 'timeout'
  | 'bad-response'
  | 'untrusted-session-url'
  | 'popup-blocked'
  | 'veriff-unreachable'
  | 'insecure-context'
  | 'camera-blocked-by-page'
  | 'misconfigured';

/** One failure. It never carries a server's text: the code selects the message that the person reads. */
export interface Failure {
  /** What failed. */
  readonly code: ErrorCode;
  /** The HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** How long the server asked us to wait before the next request, in ms (`Retry-After`). */
  readonly retryAfter?: number | undefined;
  /** The request's ID in the proxy's log, for support. */
  readonly reference?: string | undefined;
  /** What the developer should do, if more is known than the code says. Never contains a secret. */
  readonly hint?: string | undefined;
}

/** The outcome of anything that can fail: a value or a failure. Expected failures are never thrown. */
export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const success = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure });

/** Failures that go away by themselves, so that the same request may succeed later. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set([
  'rate-limited',
  'provider-unavailable',
  'network',
  'timeout',
  'bad-response',
]);

/** Failures that do not go away by themselves, but that another try by the person can get past. */
const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set([
  'popup-blocked',
  'camera-blocked-by-page',
  'veriff-unreachable',
]);

/** Whether the failure goes away by itself (network, 429, 5xx …). */
export const isTransient = ({ code }: Failure): boolean => TRANSIENT.has(code);

/** Whether trying again can help. */
export const isRetryable = (failure: Failure): boolean =>
  isTransient(failure) || WORTH_RETRYING.has(failure.code);
