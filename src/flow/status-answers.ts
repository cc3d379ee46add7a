import type { VerificationState } from '../baanx/wire.js';
import { isPassing, type Failure } from './errors.js';
import type { Snapshot, State } from './machine.js';
import { failed, withoutWindow } from './window-talk.js';

/** A job of the state asks the status. */
const isAsking = (state: State): boolean =>
  state === 'checking' ||
  state === 'ready' ||
  state === 'verifying' ||
  state === 'deciding' ||
  state === 'pending';

/** What an answer means; undefined is one that holds no known state. */
export function withStatus(now: Snapshot, verificationState: VerificationState | undefined): Snapshot {
  const { state } = now;
  if (!isAsking(state)) return now;
  const handedIn = now.submission === 'handed-in';
  const tryingAgain = now.announced === 'rejected' && (handedIn || state === 'verifying');
  if (verificationState === 'REJECTED' && tryingAgain)
    return { ...now, state: state === 'checking' ? 'deciding' : state, failure: undefined };

  const told: Snapshot = {
    ...now,
    verificationState: verificationState ?? now.verificationState,
    failure: verificationState ? undefined : now.failure,
    announced: verificationState && now.announced === 'rejected' ? undefined : now.announced,
  };
  if (verificationState === 'VERIFIED') return settled(told, 'verified');
  if (verificationState === 'REJECTED') return settled(told, 'rejected');
  if (verificationState === 'PENDING' && state !== 'verifying')
    return { ...told, state: now.submission === 'left' ? 'ready' : 'pending' };
  if (verificationState === 'UNVERIFIED' && !handedIn && state !== 'verifying' && state !== 'deciding')
    return { ...told, state: 'ready', announced: undefined };
  return handedIn && state === 'checking' ? { ...told, state: waiting(now) } : told;
}

/** A verdict ends the attempt. */
const settled = (now: Snapshot, state: 'verified' | 'rejected'): Snapshot => ({
  ...withoutWindow(now),
  state,
  submission: 'unknown',
  opened: false,
});

/** Where to wait with documents handed in. */
const waiting = (now: Snapshot): 'pending' | 'deciding' =>
  now.before === 'pending' ? 'pending' : 'deciding';

/** The status could not be had. What was known stays. */
export function withoutStatus(now: Snapshot, failure: Failure): Snapshot {
  const { state, before } = now;
  if (state === 'deciding' || state === 'pending') return { ...now, failure };
  if (state !== 'checking') return now;
  if (now.submission === 'handed-in') return { ...now, state: waiting(now), failure };
  if (before === 'pending' || before === 'rejected' || before === 'verified')
    return { ...now, state: before, failure };
  return isPassing(failure) ? { ...now, state: 'ready', failure } : failed(now, failure);
}
