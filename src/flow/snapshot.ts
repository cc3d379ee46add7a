import type { VerificationState } from '../baanx/wire.js';
import type { Failure } from '../baanx/result.js';

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

/** The state of the step. */
export type State = (typeof STATES)[number];

/** The states that are announced to the host by an event of the same name. */
export type AnnouncedState = 'verified' | 'pending' | 'rejected';

/** Where Veriff is shown on this device. */
export type OpenIn = 'modal' | 'popup' | 'redirect';

/** A link on the host's own domain that lets the person continue on another device or in another browser. */
export interface HandoffLink {
  /** Anyone who has it can continue as the person, so it must not be stored or logged. */
  readonly url: string;
  /** When it expires, in ms since the epoch; undefined if it does not. */
  readonly expiresAt?: number | undefined;
}

/** A question to the person, shown over Veriff's frame. */
export type Prompt = 'leave' | 'reload' | 'silent';

/** Veriff's window, or the hand-off in its place. It is in the snapshot exactly while one is open. */
export interface VeriffStatus {
  /** Where Veriff is shown; `handoff`: on another device or in another browser. */
  readonly openIn: OpenIn | 'handoff';
  /** Veriff's page has sent its handshake, so it would also report a submission. */
  readonly greeted: boolean;
  /** The person has started: closing the window now loses their progress. */
  readonly started: boolean;
  /** The question that is shown over Veriff's frame, if there is one. */
  readonly prompt?: Prompt | undefined;
  /** In a hand-off: the link, once there is one. It is replaced before it expires. */
  readonly link?: HandoffLink | undefined;
}

/**
 * What is known about the documents. PENDING says nothing about them, because Baanx sets it when the session is
 * created.
 * - `unknown`: nothing is known.
 * - `none`: known not to be submitted, because the person left Veriff or the session was only prefetched.
 * - `claimed`: the person says that they have finished, but it is not confirmed.
 * - `submitted`: Veriff's own message or Baanx's record says so.
 */
export type Submission = 'unknown' | 'none' | 'claimed' | 'submitted';

/** The current attempt to get verified. It ends with a verdict. */
export interface Attempt {
  /** Veriff has been opened: the person continues rather than starts. */
  readonly opened: boolean;
  /** What is known about the documents. */
  readonly submission: Submission;
  /** When the submission became known, in ms on the flow's monotonic clock. */
  readonly submittedAt?: number | undefined;
  /** Baanx's record is about an earlier attempt: if it suggests a submission, that is ignored. */
  readonly ignoresRecord?: boolean | undefined;
}

/** Everything that the flow knows. It never contains a session URL. */
export interface Snapshot {
  /** The state of the step. */
  readonly state: State;
  /**
   * In `checking`: the state before the check, to show in the meantime. In the first check it is `idle`: show `ready`.
   */
  readonly returnTo?: State | undefined;
  /** The last status from Baanx. */
  readonly verificationState?: VerificationState | undefined;
  /** In `failed`: the reason. In other states: a problem that does not stop the flow, shown as a note. */
  readonly failure?: Failure | undefined;
  /** What was last announced to the host. */
  readonly announced?: AnnouncedState | undefined;
  /** Veriff's window, or the hand-off; undefined while none is open. */
  readonly veriff?: VeriffStatus | undefined;
  /** The current attempt; undefined before the first one and after a verdict. */
  readonly attempt?: Attempt | undefined;
}

/** Nothing is known and nothing was requested. */
export const INITIAL: Snapshot = { state: 'idle' };

/** Whether Veriff's window is open, or a hand-off in its place. */
export const isOpen = ({ veriff }: Snapshot): boolean => veriff !== undefined;

/** Whether the person continues on another device or in another browser. */
export const isHandoff = ({ veriff }: Snapshot): boolean => veriff?.openIn === 'handoff';

/** What is known about the submission in the current attempt. */
export const submissionOf = ({ attempt }: Snapshot): Submission => attempt?.submission ?? 'unknown';

/** Whether to wait for a verdict: documents were submitted, or the person says so. */
export const awaitsVerdict = (now: Snapshot): boolean =>
  submissionOf(now) === 'submitted' || submissionOf(now) === 'claimed';

/** Returns the object with these fields, or the same object if none of them changes. */
export const update = <T extends object>(now: T, fields: Partial<T>): T =>
  (Object.keys(fields) as (keyof T)[]).some((name) => fields[name] !== now[name])
    ? { ...now, ...fields }
    : now;

const NO_ATTEMPT: Attempt = { opened: false, submission: 'unknown' };

/** The snapshot with these fields in its attempt. Begins an attempt if there is none. */
export const updateAttempt = (now: Snapshot, fields: Partial<Attempt>): Snapshot =>
  update(now, { attempt: update(now.attempt ?? NO_ATTEMPT, fields) });

/** The snapshot with these fields in its window. */
export const updateVeriff = (now: Snapshot, fields: Partial<VeriffStatus>): Snapshot =>
  now.veriff ? update(now, { veriff: update(now.veriff, fields) }) : now;

/** The snapshot of a flow that was stopped: its window is closed and its request aborted. */
export function stopped({ veriff: _closed, returnTo = 'idle', failure, ...now }: Snapshot): Snapshot {
  switch (now.state) {
    case 'checking':
      return { ...now, state: returnTo };
    case 'starting':
    case 'verifying':
      return { ...now, state: awaitsVerdict(now) ? 'deciding' : 'ready' };
    case 'failed':
      return { ...now, failure };
    default:
      return now;
  }
}
