import type { FlowEvent } from './events.js';
import {
  checkFailed,
  forgetSubmission,
  enter,
  isUnderReview,
  linkFailed,
  linkReady,
  reopen,
  sessionFailed,
  toChecking,
  toStarting,
  toVerifying,
  windowEvent,
  onStatus,
  onStatusWhileOpen,
} from './moves.js';
import {
  awaitsVerdict,
  isHandoff,
  submissionOf,
  update,
  updateAttempt,
  type Snapshot,
  type State,
} from './snapshot.js';

type StateTransition = (now: Snapshot, event: FlowEvent, at: number) => Snapshot;

/** There is no onboarding ID yet. */
const idle: StateTransition = (now, event) => (event.type === 'begin' ? toChecking(now) : now);

/** The status is being requested. */
const checking: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'status':
      return onStatus(now, event, at);
    case 'status-failed':
      return checkFailed(now, event.failure);
    case 'start':
      return submissionOf(now) === 'submitted' ? now : toStarting(now, event.openIn);
    case 'resume':
      return forgetSubmission(now);
    default:
      return now;
  }
};

/** The person can start, or continue an attempt that they left. */
const ready: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'start':
      return toStarting(now, event.openIn);
    case 'begin':
    case 'check':
      return toChecking(now);
    case 'prefetched':
      return now.attempt?.opened ? now : updateAttempt(now, { submission: 'none' });
    case 'status':
      return onStatus(now, event, at);
    default:
      return now;
  }
};

/** What `starting` and `verifying` have in common: Veriff's window, or a hand-off, is open. */
const whileOpen: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'session-failed':
      return sessionFailed(now, event.failure);
    case 'link-failed':
      return linkFailed(now, event.failure);
    case 'start':
      // The person continues on this device after all.
      return isHandoff(now) && event.openIn !== 'handoff' ? toStarting(now, event.openIn) : now;
    case 'reopen':
      return reopen(now, event.openIn);
    default:
      return windowEvent(now, event, at);
  }
};

/** Veriff's window is open and waits for a session, or a hand-off waits for its link. */
const starting: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'session-ready':
      return toVerifying(now);
    case 'link-ready':
      return toVerifying(linkReady(now, event.link));
    default:
      return whileOpen(now, event, at);
  }
};

/** Veriff's window is open and shows a session, or the person continues elsewhere. */
const verifying: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'status':
      return onStatusWhileOpen(now, event, at);
    case 'link-ready':
      return linkReady(now, event.link);
    case 'check':
      // A new object with the same content, so that the effect `pollReview` starts again with a request.
      return isHandoff(now) ? { ...now } : now;
    default:
      return whileOpen(now, event, at);
  }
};

/** Documents were submitted, but Baanx does not say PENDING yet. */
const deciding: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'status':
      return onStatus(now, event, at);
    case 'status-failed':
      return update(now, { failure: event.failure });
    case 'overdue':
      return enter(now, 'pending');
    case 'begin':
    case 'check':
      return toChecking(now);
    case 'start':
      return submissionOf(now) === 'claimed' ? toStarting(now, event.openIn) : toChecking(now);
    case 'resume':
      // Baanx may say UNVERIFIED now, which leads to `ready`.
      return toChecking(forgetSubmission(now));
    default:
      return now;
  }
};

/** Documents are under review, or may be. */
const pending: StateTransition = (now, event, at) => {
  switch (event.type) {
    case 'status':
      return onStatus(now, event, at);
    case 'status-failed':
      return update(now, { failure: event.failure });
    case 'begin':
    case 'check':
      return toChecking(now);
    case 'start':
      return isUnderReview(now) ? toChecking(now) : toStarting(now, event.openIn);
    case 'claim-finished':
      return awaitsVerdict(now) ? now : updateAttempt(now, { submission: 'claimed', submittedAt: at });
    case 'resume':
      return forgetSubmission(now);
    default:
      return now;
  }
};

const verified: StateTransition = (now, event) =>
  event.type === 'check' || event.type === 'begin' ? toChecking(now) : now;

/** The person may try again: a rejection in Baanx is not final. */
const rejected: StateTransition = (now, event) => {
  switch (event.type) {
    case 'start':
      return toStarting(now, event.openIn);
    case 'begin':
    case 'check':
      return toChecking(now);
    default:
      return now;
  }
};

/** Something failed that does not go away by itself. The person has the same options as after a rejection. */
const failed: StateTransition = (now, event, at) => rejected(now, event, at);

const TRANSITIONS: Readonly<Record<State, StateTransition>> = {
  idle,
  checking,
  ready,
  starting,
  verifying,
  deciding,
  pending,
  verified,
  rejected,
  failed,
};

/**
 * The next snapshot. Pure and total: an event that does not apply to a state returns the same object. `at` is the time
 * of the event, in ms on a monotonic clock.
 */
export const transition = (now: Snapshot, event: FlowEvent, at: number): Snapshot =>
  TRANSITIONS[now.state](now, event, at);
