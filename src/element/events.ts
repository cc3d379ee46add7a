import type { VerificationState } from '../baanx/wire.js';
import { isRetryable, type ErrorCode, type Failure } from '../flow/errors.js';
import type { Change } from '../flow/flow.js';
import type { State } from '../flow/machine.js';
import type { OpenIn } from '../veriff/prepare.js';

/** Detail of `verified` and `rejected`. */
export interface VerdictDetail {
  /** As given to the element; empty in the account flow. */
  readonly onboardingId: string;
  /** What Baanx said last. */
  readonly verificationState: VerificationState | undefined;
}

/** Detail of `pending`. */
export interface PendingDetail extends VerdictDetail {
  /** true: Veriff has the documents. undefined: it is not known, since PENDING alone proves nothing. */
  readonly submitted: true | undefined;
}

/** Detail of `statechange`. */
export interface StateDetail {
  readonly state: State;
  readonly previous: State;
}

/** Detail of `started`. */
export interface StartedDetail {
  readonly openIn: OpenIn;
}

/** Detail of `error`. */
export interface ErrorDetail {
  readonly code: ErrorCode;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** Whether trying again can help. */
  readonly retryable: boolean;
  /** What to do about it, for the developer. Never a server's text. */
  readonly message: string;
}

/** The details of the element's events by name. */
export interface KycStepEventDetails {
  verified: VerdictDetail;
  pending: PendingDetail;
  rejected: VerdictDetail;
  started: StartedDetail;
  submitted: null;
  canceled: null;
  statechange: StateDetail;
  error: ErrorDetail;
}

/** An event of the element. All are composed and bubble, but `error`, as on native elements. */
export class KycStepEvent<N extends keyof KycStepEventDetails> extends CustomEvent<KycStepEventDetails[N]> {
  constructor(name: N, detail: KycStepEventDetails[N]) {
    super(name, { detail, composed: true, bubbles: name !== 'error' });
  }
}

/** What the events are told besides the change. */
export interface Telling {
  readonly onboardingId: string;
  readonly openIn: OpenIn;
  readonly hint: (failure: Failure) => string;
}

/** The events that a change of the flow means to the host, in order. */
export function* eventsOf({ before, now }: Change, telling: Telling) {
  const { onboardingId, openIn, hint } = telling;
  const { state, verificationState, failure } = now;
  if (state !== before.state) yield new KycStepEvent('statechange', { state, previous: before.state });
  if (state === 'verifying' && before.state === 'starting') yield new KycStepEvent('started', { openIn });
  if (now.submission !== before.submission && before.opened) {
    if (now.submission === 'handed-in') yield new KycStepEvent('submitted', null);
    if (now.submission === 'left') yield new KycStepEvent('canceled', null);
  }
  if (now.announced && now.announced !== before.announced) {
    const submitted = now.submission === 'handed-in' || undefined;
    const detail = { onboardingId, verificationState };
    yield now.announced === 'pending'
      ? new KycStepEvent('pending', { ...detail, submitted })
      : new KycStepEvent(now.announced, detail);
  }
  // What was asked for is told each time, what is asked by the clock once.
  if (failure && (failure.code !== before.failure?.code || before.state === 'checking')) {
    const { code, status } = failure;
    yield new KycStepEvent('error', {
      code,
      status,
      retryable: isRetryable(failure),
      message: hint(failure),
    });
  }
}
