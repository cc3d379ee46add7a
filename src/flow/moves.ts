import type { FlowEvent, StatusEvent } from './events.js';
import { isTransient, type Failure } from './result.js';
import {
  isSubmitted,
  submissionOf,
  update,
  updateAttempt,
  updateVeriff,
  type OpenIn,
  type Snapshot,
  type State,
  type VeriffStatus,
} from './snapshot.js';

/** Moves to another state and drops what belongs to the state before. */
export function enter(now: Snapshot, state: State, fields: Partial<Snapshot> = {}): Snapshot {
  const isVerdict = state === 'verified' || state === 'rejected' || state === 'pending';
  const announced = isVerdict ? state : now.announced;
  return update(now, { state, announced, returnTo: undefined, veriff: undefined, ...fields });
}

export const toChecking = (now: Snapshot): Snapshot => enter(now, 'checking', { returnTo: now.state });

export const toStarting = (now: Snapshot, openIn: OpenIn): Snapshot =>
  enter(now, 'starting', { failure: undefined, veriff: { openIn, greeted: false, started: false } });

/** A new attempt, or one that continues. */
export function toVerifying(now: Snapshot): Snapshot {
  const wasRejected = now.announced === 'rejected';
  const opened = updateAttempt(now, {
    opened: true,
    submission: submissionOf(now) === 'submitted' ? 'submitted' : 'unknown',
    ignoresHint: wasRejected || now.attempt?.ignoresHint,
  });
  // An announced rejection is kept: Baanx may still report it for a while after a new attempt has begun.
  return enter(opened, 'verifying', {
    announced: wasRejected ? 'rejected' : undefined,
    veriff: now.veriff,
  });
}

/** Waits for Baanx to catch up with submitted documents. */
const toWaiting = (now: Snapshot): Snapshot =>
  enter(now, now.state === 'pending' || now.returnTo === 'pending' ? 'pending' : 'deciding');

/** A verdict ends the attempt. */
const toVerdict = (now: Snapshot, verdict: 'verified' | 'rejected'): Snapshot =>
  enter(now, verdict, { attempt: undefined, failure: undefined });

/** Nothing can be submitted now: Start can only check the status. */
export const isUnderReview = (now: Snapshot): boolean =>
  submissionOf(now) === 'submitted' && now.verificationState === 'PENDING';

/** Forgets that documents were submitted, and stops believing Baanx's record about it. */
export const doubtSubmission = (now: Snapshot): Snapshot =>
  updateAttempt(now, { opened: true, submission: 'unknown', submittedAt: undefined, ignoresHint: true });

/** A rejection that was announced before this attempt. Baanx may repeat it until it has processed the new documents. */
const isOldRejection = (now: Snapshot, { verificationState }: StatusEvent): boolean =>
  verificationState === 'REJECTED' &&
  now.announced === 'rejected' &&
  (isSubmitted(now) || now.state === 'verifying');

/** What an answer tells in any state. */
function learn(now: Snapshot, { verificationState, submitted }: StatusEvent, at: number): Snapshot {
  if (!verificationState) return now;
  const known = update(now, {
    verificationState,
    // While Veriff is open, the failure is about its window.
    failure: now.veriff && now.failure,
    announced: now.announced === 'rejected' ? undefined : now.announced,
  });
  const hintCounts =
    submitted &&
    verificationState === 'PENDING' &&
    !now.attempt?.ignoresHint &&
    submissionOf(now) !== 'submitted';
  return hintCounts
    ? updateAttempt(known, { submission: 'submitted', submittedAt: now.attempt?.submittedAt ?? at })
    : known;
}

/** Where a status leads while no window is open. */
export function withStatus(now: Snapshot, event: StatusEvent, at: number): Snapshot {
  if (isOldRejection(now, event)) return toWaiting(update(now, { failure: undefined }));
  const known = learn(now, event, at);
  switch (event.verificationState) {
    case 'VERIFIED':
      return toVerdict(known, 'verified');
    case 'REJECTED':
      return toVerdict(known, 'rejected');
    case 'PENDING':
      return enter(known, submissionOf(known) === 'none' ? 'ready' : 'pending');
    case 'UNVERIFIED':
      return isSubmitted(known) ? toWaiting(known) : enter(known, 'ready', { announced: undefined });
    default:
      // An unknown word is never taken for UNVERIFIED.
      return isSubmitted(known) ? toWaiting(known) : known;
  }
}

/** Where a status leads while Veriff is open: only a verdict closes the window. */
export function withStatusWhileOpen(now: Snapshot, event: StatusEvent, at: number): Snapshot {
  if (isOldRejection(now, event)) return now;
  const known = learn(now, event, at);
  if (event.verificationState === 'VERIFIED') return toVerdict(known, 'verified');
  if (event.verificationState === 'REJECTED') return toVerdict(known, 'rejected');
  return known;
}

/** A check failed. What was known stays. */
export function checkFailed(now: Snapshot, failure: Failure): Snapshot {
  const { returnTo } = now;
  if (isSubmitted(now)) return { ...toWaiting(now), failure };
  if (returnTo === 'pending' || returnTo === 'rejected' || returnTo === 'verified')
    return { ...enter(now, returnTo), failure };
  return enter(now, isTransient(failure) ? 'ready' : 'failed', { failure });
}

/**
 * There is no session or no window. Baanx may refuse a session because it already has the documents, so what may be
 * under review stays so, with a note.
 */
export function sessionFailed(now: Snapshot, failure: Failure): Snapshot {
  const wasRefused = failure.status !== undefined || isTransient(failure);
  const mayBeUnderReview =
    isSubmitted(now) || (submissionOf(now) === 'unknown' && now.verificationState === 'PENDING');
  return enter(now, wasRefused && mayBeUnderReview ? 'pending' : 'failed', { failure });
}

/** What Veriff's window reports, and what the person or the host does with it. */
export function windowEvent(now: Snapshot, event: FlowEvent, at: number): Snapshot {
  const { veriff } = now;
  if (!veriff) return now;
  switch (event.type) {
    case 'handshake':
      return greeted(now);
    case 'started':
      return updateVeriff(greeted(now), { started: true });
    case 'submitted':
      return updateVeriff(markSubmitted(now, at), { prompt: undefined });
    case 'finished':
      return windowClosed(markSubmitted(now, at));
    case 'claim-finished':
      return windowClosed(
        isSubmitted(now) ? now : updateAttempt(now, { submission: 'claimed', submittedAt: at }),
      );
    case 'canceled':
      return windowClosed(withoutSubmission(now));
    case 'leave':
      return veriff.started && submissionOf(now) !== 'submitted' && veriff.prompt !== 'leave'
        ? updateVeriff(now, { prompt: 'leave' })
        : leftWithoutReport(now, veriff);
    case 'close':
    case 'window-closed':
      return leftWithoutReport(now, veriff);
    case 'stay':
      return updateVeriff(now, { prompt: undefined });
    case 'reload-requested':
      return updateVeriff(now, { prompt: 'reload' });
    case 'reload-forced':
      // After a submission there is nothing to begin again.
      return submissionOf(now) === 'submitted' ? windowClosed(now) : now;
    case 'window-silent':
      // The page's policy and the handshake timeout may report the same silence.
      return veriff.prompt === 'silent'
        ? now
        : update(updateVeriff(now, { prompt: 'silent' }), {
            failure: { code: 'veriff-unreachable', hint: event.hint },
          });
    case 'window-lost':
      return isSubmitted(now)
        ? windowClosed(now)
        : sessionFailed(now, {
            code: 'veriff-unreachable',
            hint: 'Veriff’s frame was removed from the page.',
          });
    default:
      return now;
  }
}

/** Veriff's page is there, so a silence is over. */
const greeted = (now: Snapshot): Snapshot =>
  update(
    updateVeriff(now, {
      greeted: true,
      prompt: now.veriff?.prompt === 'silent' ? undefined : now.veriff?.prompt,
    }),
    { failure: undefined },
  );

const markSubmitted = (now: Snapshot, at: number): Snapshot =>
  submissionOf(now) === 'submitted'
    ? now
    : updateAttempt(now, { submission: 'submitted', submittedAt: at, ignoresHint: undefined });

const withoutSubmission = (now: Snapshot): Snapshot =>
  submissionOf(now) === 'submitted'
    ? now
    : updateAttempt(now, { submission: 'none', submittedAt: undefined });

/**
 * The window closed and Veriff reported nothing. If it had sent its handshake, it would also have reported a
 * submission; if it never got to a session, nothing has changed since Baanx said UNVERIFIED.
 */
function leftWithoutReport(now: Snapshot, { greeted }: VeriffStatus): Snapshot {
  const nothingSubmitted = greeted || (now.state === 'starting' && now.verificationState === 'UNVERIFIED');
  return windowClosed(nothingSubmitted ? withoutSubmission(now) : now);
}

/** No window any more: the review is followed if documents were submitted, or the status is checked. */
function windowClosed(now: Snapshot): Snapshot {
  const closed = update(now, { failure: undefined });
  if (!isSubmitted(now)) return enter(closed, 'checking', { returnTo: 'ready' });
  return enter(closed, now.verificationState === 'PENDING' ? 'pending' : 'deciding');
}
