import type { FlowEvent, StatusEvent } from './events.js';
import { isTransient, type Failure } from '../baanx/result.js';
import {
  awaitsVerdict,
  submissionOf,
  update,
  updateAttempt,
  updateVeriff,
  isHandoff,
  type HandoffLink,
  type OpenIn,
  type Snapshot,
  type State,
  type VeriffStatus,
} from './snapshot.js';

/** Moves to another state and clears `returnTo` and `veriff`. `failure` is kept. */
export function enter(now: Snapshot, state: State, fields: Partial<Snapshot> = {}): Snapshot {
  const isAnnounced = state === 'verified' || state === 'rejected' || state === 'pending';
  const announced = isAnnounced ? state : now.announced;
  return update(now, { state, announced, returnTo: undefined, veriff: undefined, ...fields });
}

export const toChecking = (now: Snapshot): Snapshot => enter(now, 'checking', { returnTo: now.state });

export const toStarting = (now: Snapshot, openIn: OpenIn | 'handoff'): Snapshot =>
  enter(now, 'starting', { failure: undefined, veriff: { openIn, greeted: false, started: false } });

/** Begins an attempt, or continues one. */
export function toVerifying(now: Snapshot): Snapshot {
  const wasRejected = now.announced === 'rejected';
  const opened = updateAttempt(now, {
    opened: true,
    submission: submissionOf(now) === 'submitted' ? 'submitted' : 'unknown',
    ignoresRecord: wasRejected || now.attempt?.ignoresRecord,
  });
  // An announced rejection is kept: Baanx may still report it for a while after a new attempt has begun.
  return enter(opened, 'verifying', {
    announced: wasRejected ? 'rejected' : undefined,
    veriff: now.veriff,
  });
}

/** Waits for Baanx to catch up with submitted documents. */
const awaitBaanx = (now: Snapshot): Snapshot =>
  enter(now, now.state === 'pending' || now.returnTo === 'pending' ? 'pending' : 'deciding');

/** A verdict ends the attempt. */
const toVerdict = (now: Snapshot, verdict: 'verified' | 'rejected'): Snapshot =>
  enter(now, verdict, { attempt: undefined, failure: undefined });

/** Nothing can be submitted now: Start can only check the status. */
export const isUnderReview = (now: Snapshot): boolean =>
  submissionOf(now) === 'submitted' && now.verificationState === 'PENDING';

/** Forgets the submission, and ignores Baanx's record, which may suggest it again. */
export const forgetSubmission = (now: Snapshot): Snapshot =>
  updateAttempt(now, { opened: true, submission: 'unknown', submittedAt: undefined, ignoresRecord: true });

/** A rejection that was announced before this attempt. Baanx may repeat it until it has processed the new documents. */
const isOldRejection = (now: Snapshot, { verificationState }: StatusEvent): boolean =>
  verificationState === 'REJECTED' &&
  now.announced === 'rejected' &&
  (awaitsVerdict(now) || now.state === 'verifying');

/** Merges an answer into the snapshot, in any state. */
function mergeStatus(
  now: Snapshot,
  { verificationState, suggestsSubmission }: StatusEvent,
  at: number,
): Snapshot {
  if (!verificationState) return now;
  const merged = update(now, {
    verificationState,
    // While Veriff is open, the failure is about its window.
    failure: now.veriff && now.failure,
    // Any answer ends an announced rejection, so that the next one is announced again.
    announced: now.announced === 'rejected' ? undefined : now.announced,
  });
  const recordCounts =
    suggestsSubmission &&
    verificationState === 'PENDING' &&
    !now.attempt?.ignoresRecord &&
    submissionOf(now) !== 'submitted';
  return recordCounts
    ? updateAttempt(merged, { submission: 'submitted', submittedAt: now.attempt?.submittedAt ?? at })
    : merged;
}

/** The snapshot after a status while no window is open. */
export function onStatus(now: Snapshot, event: StatusEvent, at: number): Snapshot {
  if (isOldRejection(now, event)) return awaitBaanx(update(now, { failure: undefined }));
  const merged = mergeStatus(now, event, at);
  switch (event.verificationState) {
    case 'VERIFIED':
      return toVerdict(merged, 'verified');
    case 'REJECTED':
      return toVerdict(merged, 'rejected');
    case 'PENDING':
      return enter(merged, submissionOf(merged) === 'none' ? 'ready' : 'pending');
    case 'UNVERIFIED':
      return awaitsVerdict(merged) ? awaitBaanx(merged) : enter(merged, 'ready', { announced: undefined });
    default:
      // An unknown value is never treated as UNVERIFIED. In `checking` the effect requests the status again.
      return awaitsVerdict(merged) ? awaitBaanx(merged) : merged;
  }
}

/**
 * The snapshot after a status while Veriff is open: only a verdict closes the window. A hand-off also ends with the
 * submission, because it has no window on this device that could be lost.
 */
export function onStatusWhileOpen(now: Snapshot, event: StatusEvent, at: number): Snapshot {
  if (isOldRejection(now, event)) return now;
  const merged = mergeStatus(now, event, at);
  if (event.verificationState === 'VERIFIED') return toVerdict(merged, 'verified');
  if (event.verificationState === 'REJECTED') return toVerdict(merged, 'rejected');
  if (isHandoff(merged) && isUnderReview(merged)) return enter(merged, 'pending');
  return merged;
}

/** There is a link for the hand-off. */
export const linkReady = (now: Snapshot, link: HandoffLink): Snapshot =>
  update(updateVeriff(now, { link }), { failure: undefined });

/** The hand-off continues without a link: the person may be verifying with the last one, or may want another. */
export const linkFailed = (now: Snapshot, failure: Failure): Snapshot =>
  update(updateVeriff(now, { link: undefined }), { failure });

/** A new window for the session. A hand-off that requests a new link is unchanged. */
export const reopen = (now: Snapshot, openIn: OpenIn | 'handoff'): Snapshot =>
  openIn === 'handoff' && isHandoff(now)
    ? update(updateVeriff(now, { link: undefined }), { failure: undefined })
    : toStarting(now, openIn);

/** A check failed. What is known is kept. */
export function checkFailed(now: Snapshot, failure: Failure): Snapshot {
  const { returnTo } = now;
  if (awaitsVerdict(now)) return { ...awaitBaanx(now), failure };
  if (returnTo === 'pending' || returnTo === 'rejected' || returnTo === 'verified')
    return { ...enter(now, returnTo), failure };
  return enter(now, isTransient(failure) ? 'ready' : 'failed', { failure });
}

/**
 * The session could not be created or the window could not be opened. If the request failed and documents may already be
 * under review, the person waits in `pending`, with a note: Baanx may have refused because it has the documents.
 */
export function sessionFailed(now: Snapshot, failure: Failure): Snapshot {
  const requestFailed = failure.status !== undefined || isTransient(failure);
  const mayBeUnderReview =
    awaitsVerdict(now) || (submissionOf(now) === 'unknown' && now.verificationState === 'PENDING');
  return enter(now, requestFailed && mayBeUnderReview ? 'pending' : 'failed', { failure });
}

/** What Veriff's window reports, and what the person or the host does with it. */
export function windowEvent(now: Snapshot, event: FlowEvent, at: number): Snapshot {
  const { veriff } = now;
  if (!veriff) return now;
  switch (event.type) {
    case 'handshake':
      return handshakeReceived(now);
    case 'started':
      return updateVeriff(handshakeReceived(now), { started: true });
    case 'submitted':
      return updateVeriff(markSubmitted(now, at), { prompt: undefined });
    case 'finished':
      return windowClosed(markSubmitted(now, at));
    case 'claim-finished':
      return windowClosed(
        awaitsVerdict(now) ? now : updateAttempt(now, { submission: 'claimed', submittedAt: at }),
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
      // The effect `runVeriff` reloads. After a submission no reload is needed, so the window is closed.
      return submissionOf(now) === 'submitted' ? windowClosed(now) : now;
    case 'window-silent':
      // The page's policy and the handshake timeout may report the same silence.
      return veriff.prompt === 'silent'
        ? now
        : update(updateVeriff(now, { prompt: 'silent' }), {
            failure: { code: 'veriff-unreachable', hint: event.hint },
          });
    case 'window-lost':
      return awaitsVerdict(now)
        ? windowClosed(now)
        : sessionFailed(now, {
            code: 'veriff-unreachable',
            hint: event.hint ?? 'Veriff’s frame was removed from the page.',
          });
    default:
      return now;
  }
}

/** Veriff's page has answered: dismisses the `silent` prompt and its failure. */
const handshakeReceived = (now: Snapshot): Snapshot =>
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
    : updateAttempt(now, { submission: 'submitted', submittedAt: at, ignoresRecord: undefined });

const withoutSubmission = (now: Snapshot): Snapshot =>
  submissionOf(now) === 'submitted'
    ? now
    : updateAttempt(now, { submission: 'none', submittedAt: undefined });

/**
 * The window closed and Veriff reported nothing. Nothing was submitted if Veriff's page was in contact with us, because it
 * would have reported that, or if no session was opened yet and Baanx last said UNVERIFIED.
 */
function leftWithoutReport(now: Snapshot, { greeted }: VeriffStatus): Snapshot {
  const nothingSubmitted = greeted || (now.state === 'starting' && now.verificationState === 'UNVERIFIED');
  return windowClosed(nothingSubmitted ? withoutSubmission(now) : now);
}

/** The window is gone: follows the review if documents were submitted, otherwise checks the status. */
function windowClosed(now: Snapshot): Snapshot {
  const closed = update(now, { failure: undefined });
  if (!awaitsVerdict(now)) return enter(closed, 'checking', { returnTo: 'ready' });
  return enter(closed, now.verificationState === 'PENDING' ? 'pending' : 'deciding');
}
