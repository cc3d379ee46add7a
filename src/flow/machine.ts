import type { VerificationState } from '../baanx/wire.js';
import { isPassing, type Failure } from './errors.js';
import type { VeriffOutcome } from './ports.js';
import { withoutStatus, withStatus } from './status-answers.js';
import { failed, withoutWindow, withWindow } from './window-talk.js';

export const STATES = [
  'idle',
  'checking',
  'ready',
  'starting',
  'verifying',
  'deciding',
  'pending',
  'verified',
  'rejected',
  'failed',
] as const;

/** Where the step is. */
export type State = (typeof STATES)[number];

/** The states that the host is told of by an event of the same name. */
export type Verdict = 'verified' | 'pending' | 'rejected';

/**
 * What is known of the documents. PENDING says nothing about them, since Baanx may set it when the session
 * is made: only Veriff's own word counts.
 */
export type Submission = 'unknown' | 'left' | 'handed-in';

/** What Veriff's dialog asks the person, over the frame. */
export type Prompt = 'leave' | 'reload' | 'silent';

/** Everything that the flow knows. Never a session URL. */
export interface Snapshot {
  readonly state: State;
  /** What Baanx said last. */
  readonly verificationState?: VerificationState | undefined;
  readonly submission: Submission;
  /** Veriff was opened and nothing is decided yet: Start goes on instead of beginning. */
  readonly opened: boolean;
  /** The open window has greeted us, so it would have told of documents handed in. */
  readonly heard: boolean;
  /** The person has begun in the open window: closing it throws something away. */
  readonly begun: boolean;
  readonly prompt?: Prompt | undefined;
  /** In `failed` what went wrong; elsewhere a passing fault, for a quiet note. */
  readonly failure?: Failure | undefined;
  /** The verdict that the host was last told of. */
  readonly announced?: Verdict | undefined;
  /** The state that `checking` came from, and goes back to when nothing is learnt. */
  readonly before?: State | undefined;
}

export type FlowEvent =
  /** The element is on the page and knows whom it is for. */
  | { readonly type: 'begin' }
  /** The session is made ahead of Start, which may set PENDING by itself. */
  | { readonly type: 'prefetched' }
  | { readonly type: 'start' }
  | { readonly type: 'check' }
  /** Close Veriff's window, now. */
  | { readonly type: 'close' }
  | { readonly type: 'stay' }
  | { readonly type: 'status'; readonly verificationState: VerificationState | undefined }
  | { readonly type: 'status-failed'; readonly failure: Failure }
  | { readonly type: 'session-ready' }
  | { readonly type: 'session-failed'; readonly failure: Failure }
  /** Asked for `poll-timeout` since the documents were handed in. */
  | { readonly type: 'overdue' }
  | VeriffOutcome;

/** Nothing known, nothing asked. */
export const INITIAL: Snapshot = {
  state: 'idle',
  submission: 'unknown',
  opened: false,
  heard: false,
  begun: false,
};

/** The next snapshot. Pure and total: an event that means nothing in a state gives the same snapshot back. */
export function transition(now: Snapshot, event: FlowEvent): Snapshot {
  const next = step(now, event);
  return next.state === 'verified' || next.state === 'rejected' || next.state === 'pending'
    ? { ...next, announced: next.state }
    : next;
}

function step(now: Snapshot, event: FlowEvent): Snapshot {
  const { state } = now;
  switch (event.type) {
    case 'begin':
      return state === 'idle' ? { ...now, state: 'checking', before: now.before ?? state } : now;
    case 'prefetched':
      return state === 'ready' && !now.opened ? { ...now, submission: 'left' } : now;
    case 'start':
      return isUnderReview(now)
        ? asked(now)
        : canStart(now)
          ? { ...now, state: 'starting', failure: undefined }
          : now;
    case 'check':
      return canCheck(state) ? asked(now) : now;
    case 'status':
      return withStatus(now, event.verificationState);
    case 'status-failed':
      return withoutStatus(now, event.failure);
    case 'session-ready':
      return state === 'starting' ? opened(now) : now;
    case 'session-failed':
      return isOpen(state) ? notOpened(now, event.failure) : now;
    case 'overdue':
      return state === 'deciding' ? { ...now, state: 'pending' } : now;
    default:
      return isOpen(state) ? withWindow(now, event) : now;
  }
}

/** Veriff's window is there. */
export const isOpen = (state: State): boolean => state === 'starting' || state === 'verifying';

const canStart = ({ state, submission }: Snapshot): boolean =>
  state !== 'idle' &&
  state !== 'verified' &&
  !isOpen(state) &&
  !(state === 'checking' && submission === 'handed-in');

const canCheck = (state: State): boolean => state !== 'idle' && state !== 'checking' && !isOpen(state);

/** There is nothing to hand in now: Start can only ask how it stands. */
const isUnderReview = ({ state, submission, verificationState }: Snapshot): boolean =>
  state === 'deciding' ||
  (state === 'pending' && submission === 'handed-in' && verificationState === 'PENDING');

const asked = (now: Snapshot): Snapshot => ({ ...now, state: 'checking', before: now.state });

/** A new attempt. */
const opened = (now: Snapshot): Snapshot => ({
  ...now,
  state: 'verifying',
  opened: true,
  submission: now.submission === 'left' ? 'unknown' : now.submission,
  // Kept after a rejection: it marks the old verdict, which Baanx may go on giving for a while.
  announced: now.announced === 'rejected' ? 'rejected' : undefined,
});

/** Baanx may give no session because it has the documents: what may be under review stays so, with a note. */
const notOpened = (now: Snapshot, failure: Failure): Snapshot =>
  (failure.status || isPassing(failure)) &&
  (now.submission === 'handed-in' || (now.submission === 'unknown' && now.verificationState === 'PENDING'))
    ? { ...withoutWindow(now), state: 'pending', failure }
    : failed(now, failure);

/** Where a flow for the same person goes on after one that was stopped: without a window, at the beginning. */
export const resumed = (memory: Snapshot): Snapshot => ({
  ...withoutWindow(memory),
  state: 'idle',
  before: memory.state === 'checking' ? memory.before : memory.state,
});
