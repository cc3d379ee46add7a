import type { Failure } from './errors.js';
import type { FlowEvent, Snapshot } from './machine.js';

/** What the open window tells, or the person does with it. */
export function withWindow(now: Snapshot, event: FlowEvent): Snapshot {
  const handedIn = now.submission === 'handed-in';
  switch (event.type) {
    case 'handshake':
      return greeted(now);
    case 'begun':
      return { ...greeted(now), begun: true };
    case 'submitted':
      return handedIn ? now : { ...now, submission: 'handed-in', prompt: undefined };
    case 'finished':
      return closed({ ...now, submission: 'handed-in' });
    case 'reload-forced':
      // There is nothing to begin anew.
      return handedIn ? closed(now) : now;
    case 'canceled':
      return closed(handedIn ? now : { ...now, submission: 'left' });
    case 'leave':
      return now.begun && !handedIn && now.prompt !== 'leave' ? { ...now, prompt: 'leave' } : left(now);
    case 'close':
    case 'window-closed':
      return left(now);
    case 'stay':
      return { ...now, prompt: undefined };
    case 'reload-requested':
      return { ...now, prompt: 'reload' };
    case 'window-silent':
      // A page's policy and the clock may tell of the same silence.
      if (now.prompt === 'silent') return now;
      return { ...now, prompt: 'silent', failure: { code: 'veriff-unreachable' } };
    default:
      return now;
  }
}

const greeted = (now: Snapshot): Snapshot => ({
  ...now,
  heard: true,
  prompt: now.prompt === 'silent' ? undefined : now.prompt,
  failure: undefined,
});

/**
 * The window was closed without a word of Veriff's. Had it spoken at all, it would have told of documents; and
 * had it never got there, there are as few as before.
 */
const left = (now: Snapshot): Snapshot => {
  const none = now.heard || (now.state === 'starting' && now.verificationState === 'UNVERIFIED');
  return closed(none && now.submission !== 'handed-in' ? { ...now, submission: 'left' } : now);
};

/** No window any more: the status is asked, at once where the documents are handed in. */
const closed = (now: Snapshot): Snapshot => ({
  ...withoutWindow(now),
  state:
    now.submission !== 'handed-in'
      ? 'checking'
      : now.verificationState === 'PENDING'
        ? 'pending'
        : 'deciding',
});

/** No window, and a failure to tell. */
export const failed = (now: Snapshot, failure: Failure): Snapshot => ({
  ...withoutWindow(now),
  state: 'failed',
  failure,
});

/** Nothing of the window that was open. */
export const withoutWindow = (now: Snapshot): Snapshot => ({
  ...now,
  before: now.state,
  heard: false,
  begun: false,
  prompt: undefined,
  failure: undefined,
});
