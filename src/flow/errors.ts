/** Everything that can go wrong, by one name each. README's error table has a row for every code. */
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

/** One failure. It carries no text of a server's: the code picks what the person reads. */
export interface Failure {
  readonly code: ErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** How long the server asked to be left alone, in ms (`Retry-After`). */
  readonly retryAfter?: number | undefined;
  /** The request's ID in the proxy's log, for support. */
  readonly reference?: string | undefined;
}

/** What the outside may answer: a value, or one failure. Expected failures are never thrown. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Failures that pass by themselves: asking again later is right, without a word from anyone. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'rate-limited',
  'provider-unavailable',
  'network',
  'timeout',
  'bad-response',
]);

/** Failures that another try by the person can mend, though they do not pass by themselves. */
const WORTH_A_TRY: ReadonlySet<ErrorCode> = new Set(['popup-blocked', 'veriff-unreachable']);

/** Whether the failure passes by itself (network, 429, 5xx …). */
export const isPassing = ({ code }: Failure): boolean => PASSING.has(code);

/** Whether trying again can help. */
export const isRetryable = (failure: Failure): boolean => isPassing(failure) || WORTH_A_TRY.has(failure.code);
