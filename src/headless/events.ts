import type { VerificationState } from '../baanx/wire.js';
import type { ErrorCode } from '../baanx/result.js';
import type { OpenIn, State } from '../flow/snapshot.js';

/** Detail of `verified` and `rejected`. */
export interface VerdictDetail {
  /** As given to the step; empty in the account flow. */
  readonly onboardingId: string;
  /** The last status from Baanx. */
  readonly verificationState: VerificationState | undefined;
}

/** Detail of `pending`. */
export interface PendingDetail extends VerdictDetail {
  /** true: documents were submitted. undefined: not known, because PENDING alone proves nothing. */
  readonly submitted: true | undefined;
}

/** Detail of `statechange`. */
export interface StateDetail {
  /** The state now. */
  readonly state: State;
  /** The state in the `statechange` before this one. */
  readonly previous: State;
}

/** Detail of `started`. */
export interface StartedDetail {
  /**
   * Where Veriff is shown. Differs from the requested mode if that cannot work on this page. `handoff`: the person got
   * a link to continue on another device or in another browser.
   */
  readonly openIn: OpenIn | 'handoff';
}

/** Detail of `error`. */
export interface ErrorDetail {
  /** What failed. */
  readonly code: ErrorCode;
  /** The HTTP status, if there was a response. */
  readonly status: number | undefined;
  /** Whether trying again can help. */
  readonly retryable: boolean;
  /** What the developer should do. Never a server's text. */
  readonly message: string;
  /** The request's ID in the proxy's log, for support. */
  readonly reference: string | undefined;
}

/** The details of the step's events by name. */
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

/** An event of the step: its name and its detail. */
export type KycEvent = {
  readonly [N in keyof KycStepEventDetails]: { readonly type: N; readonly detail: KycStepEventDetails[N] };
}[keyof KycStepEventDetails];
