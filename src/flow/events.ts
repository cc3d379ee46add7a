import type { VerificationState } from '../baanx/wire.js';
import type { VeriffOutcome } from './ports.js';
import type { Failure } from '../baanx/result.js';
import type { HandoffLink, OpenIn } from './snapshot.js';

/** Everything that can happen to the flow. */
export type FlowEvent =
  /** The flow begins, or begins again after it was stopped. */
  | { readonly type: 'begin' }
  /** A session was requested before Start was pressed. Creating it can make Baanx report PENDING. */
  | { readonly type: 'prefetched' }
  /** Opens Veriff in this mode, or begins a hand-off. */
  | { readonly type: 'start'; readonly openIn: OpenIn | 'handoff' }
  /** Opens the same session in a new window, in this mode, or requests a new link for the hand-off. */
  | { readonly type: 'reopen'; readonly openIn: OpenIn | 'handoff' }
  | { readonly type: 'check' }
  /** Closes Veriff's window without asking the person. */
  | { readonly type: 'close' }
  /** The person answers a prompt: continue in Veriff. */
  | { readonly type: 'stay' }
  /** The person says that they have finished in Veriff. */
  | { readonly type: 'claim-finished' }
  /** The host reports that documents were not submitted. */
  | { readonly type: 'resume' }
  | StatusEvent
  | { readonly type: 'status-failed'; readonly failure: Failure }
  | { readonly type: 'session-ready' }
  | { readonly type: 'session-failed'; readonly failure: Failure }
  /** There is a link for the hand-off, or a new one. */
  | { readonly type: 'link-ready'; readonly link: HandoffLink }
  | { readonly type: 'link-failed'; readonly failure: Failure }
  /** Polling has gone on for longer than `poll-timeout`. Sent after each later request. */
  | { readonly type: 'overdue' }
  | VeriffOutcome;

/** An answer to a status request. */
export interface StatusEvent {
  readonly type: 'status';
  readonly verificationState: VerificationState | undefined;
  /** Baanx's record suggests that documents were submitted. */
  readonly suggestsSubmission?: boolean;
}
