import type { VerificationState } from '../baanx/wire.js';
import { isRetryable, type ErrorCode } from '../flow/errors.js';
import type { Change } from '../flow/flow.js';
import type { State } from '../flow/machine.js';
import type { OpenIn } from '../veriff/prepare.js';
import { hintFor } from './hints.js';
import type { BaanxKycStep } from './kyc-step.js';

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

/** What the events tell besides the change. */
export interface Telling {
  readonly onboardingId: string;
  readonly openIn: OpenIn;
}

/** Tells the host what a change of the flow means to it, in order. */
export function tellHost(
  { before, now }: Change,
  { onboardingId, openIn }: Telling,
  dispatch: (event: Event) => void,
): void {
  const tell = <N extends keyof KycStepEventDetails>(name: N, detail: KycStepEventDetails[N]) =>
    dispatch(new KycStepEvent(name, detail));
  const { state, verificationState, submission, announced, failure } = now;
  const { state: previous } = before;
  if (state !== previous) tell('statechange', { state, previous });
  if (state === 'verifying' && previous === 'starting') tell('started', { openIn });
  if (submission !== before.submission && before.opened) {
    if (submission === 'handed-in') tell('submitted', null);
    if (submission === 'left') tell('canceled', null);
  }
  if (announced && announced !== before.announced) {
    const detail = { onboardingId, verificationState };
    if (announced === 'pending')
      tell(announced, { ...detail, submitted: submission === 'handed-in' || undefined });
    else tell(announced, detail);
  }
  // What was asked for is told each time, what is asked by the clock once.
  if (failure && (failure.code !== before.failure?.code || previous === 'checking')) {
    const { code, status } = failure;
    tell('error', { code, status, retryable: isRetryable(failure), message: hintFor(failure) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baanx-kyc-step': BaanxKycStep;
  }
}

declare module './kyc-step.js' {
  /** Listeners typed by the event's name. */
  interface BaanxKycStep {
    addEventListener<N extends keyof KycStepEventDetails>(
      type: N,
      listener: (this: BaanxKycStep, event: CustomEvent<KycStepEventDetails[N]>) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<N extends keyof KycStepEventDetails>(
      type: N,
      listener: (this: BaanxKycStep, event: CustomEvent<KycStepEventDetails[N]>) => void,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}
