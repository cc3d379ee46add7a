import { describe, expect, it } from 'vitest';
import type { FlowEvent } from '../../src/flow/events.js';
import {
  INITIAL,
  STATES,
  stopped,
  submissionOf,
  type Attempt,
  type Snapshot,
  type State,
  type Submission,
} from '../../src/flow/snapshot.js';
import { transition } from '../../src/flow/transition.js';

/** Every event, by a name for the table. */
const EVENTS = {
  begin: { type: 'begin' },
  prefetched: { type: 'prefetched' },
  start: { type: 'start', openIn: 'modal' },
  reopen: { type: 'reopen', openIn: 'popup' },
  check: { type: 'check' },
  close: { type: 'close' },
  leave: { type: 'leave' },
  stay: { type: 'stay' },
  'claim-finished': { type: 'claim-finished' },
  resume: { type: 'resume' },
  UNVERIFIED: { type: 'status', verificationState: 'UNVERIFIED' },
  PENDING: { type: 'status', verificationState: 'PENDING' },
  'PENDING, submitted': { type: 'status', verificationState: 'PENDING', suggestsSubmission: true },
  VERIFIED: { type: 'status', verificationState: 'VERIFIED' },
  REJECTED: { type: 'status', verificationState: 'REJECTED' },
  unknown: { type: 'status', verificationState: undefined },
  'status-failed network': { type: 'status-failed', failure: { code: 'network' } },
  'status-failed 400': { type: 'status-failed', failure: { code: 'onboarding-invalid', status: 400 } },
  'session-ready': { type: 'session-ready' },
  'session-failed': { type: 'session-failed', failure: { code: 'network' } },
  'session-failed 400': { type: 'session-failed', failure: { code: 'onboarding-invalid', status: 400 } },
  'popup-blocked': { type: 'session-failed', failure: { code: 'popup-blocked' } },
  'start of a hand-off': { type: 'start', openIn: 'handoff' },
  'reopen of the hand-off': { type: 'reopen', openIn: 'handoff' },
  'link-ready': { type: 'link-ready', link: { url: 'https://app.example/continue' } },
  'link-failed': { type: 'link-failed', failure: { code: 'network' } },
  overdue: { type: 'overdue' },
  handshake: { type: 'handshake' },
  started: { type: 'started' },
  submitted: { type: 'submitted' },
  finished: { type: 'finished' },
  canceled: { type: 'canceled' },
  'window-closed': { type: 'window-closed' },
  'window-lost': { type: 'window-lost' },
  'reload-requested': { type: 'reload-requested' },
  'reload-forced': { type: 'reload-forced' },
  'window-silent': { type: 'window-silent', hint: 'Because.' },
} satisfies Record<string, FlowEvent>;
type EventName = keyof typeof EVENTS;

/** When each event of a test happens. */
const AT = 1_000;
const apply = (now: Snapshot, name: EventName): Snapshot => transition(now, EVENTS[name], AT);

const veriff = { openIn: 'modal', greeted: false, started: false } as const;
const none: Attempt = { opened: false, submission: 'none' };
const submitted: Attempt = { opened: false, submission: 'submitted', submittedAt: AT };
const claimed: Attempt = { opened: false, submission: 'claimed', submittedAt: AT };
const network = { code: 'network' } as const;
const invalid = { code: 'onboarding-invalid', status: 400 } as const;
const lost = { code: 'veriff-unreachable', hint: 'Veriff’s frame was removed from the page.' } as const;
const doubted: Attempt = { opened: true, submission: 'unknown', ignoresRecord: true };

/** A plain snapshot of each state: what else is known is for the walks below. */
const AT_STATE: Readonly<Record<State, Snapshot>> = {
  idle: INITIAL,
  checking: { state: 'checking', returnTo: 'idle' },
  ready: { state: 'ready' },
  starting: { state: 'starting', veriff },
  verifying: { state: 'verifying', veriff },
  deciding: { state: 'deciding', attempt: submitted },
  pending: { state: 'pending', announced: 'pending' },
  verified: { state: 'verified', announced: 'verified' },
  rejected: { state: 'rejected', announced: 'rejected' },
  failed: { state: 'failed', failure: network },
};

const ready = { state: 'ready', returnTo: undefined } as const;
const verified = {
  state: 'verified',
  verificationState: 'VERIFIED',
  announced: 'verified',
  returnTo: undefined,
  veriff: undefined,
  attempt: undefined,
} as const;
const rejected = {
  ...verified,
  state: 'rejected',
  verificationState: 'REJECTED',
  announced: 'rejected',
} as const;
const pending = {
  state: 'pending',
  verificationState: 'PENDING',
  announced: 'pending',
  returnTo: undefined,
} as const;
const starting = { state: 'starting', veriff, failure: undefined } as const;
const handingOff = { ...starting, veriff: { ...veriff, openIn: 'handoff' } } as const;
const withLink = { ...veriff, link: EVENTS['link-ready'].link } as const;
const closed = { state: 'checking', returnTo: 'ready', veriff: undefined } as const;
const failed = { state: 'failed', returnTo: undefined, veriff: undefined } as const;

/** What Veriff's window reports means the same in both states that it is open in. */
const windowEvents: Partial<Record<EventName, Partial<Snapshot>>> = {
  reopen: { state: 'starting', veriff: { ...veriff, openIn: 'popup' } },
  close: closed,
  leave: closed,
  'window-closed': closed,
  canceled: { ...closed, attempt: none },
  finished: { state: 'deciding', veriff: undefined, attempt: submitted },
  'claim-finished': { state: 'deciding', veriff: undefined, attempt: claimed },
  submitted: { attempt: submitted },
  handshake: { veriff: { ...veriff, greeted: true } },
  started: { veriff: { ...veriff, greeted: true, started: true } },
  'reload-requested': { veriff: { ...veriff, prompt: 'reload' } },
  'window-silent': {
    veriff: { ...veriff, prompt: 'silent' },
    failure: { code: 'veriff-unreachable', hint: 'Because.' },
  },
  'window-lost': { ...failed, failure: lost },
  'session-failed': { ...failed, failure: network },
  'session-failed 400': { ...failed, failure: invalid },
  'popup-blocked': { ...failed, failure: { code: 'popup-blocked' } },
};

/** What each event changes in each state. An event that is not named returns the same object. */
const CHANGES: Readonly<Record<State, Partial<Record<EventName, Partial<Snapshot>>>>> = {
  idle: { begin: { state: 'checking', returnTo: 'idle' } },
  checking: {
    start: { ...starting, returnTo: undefined },
    'start of a hand-off': { ...handingOff, returnTo: undefined },
    resume: { attempt: doubted },
    UNVERIFIED: { ...ready, verificationState: 'UNVERIFIED' },
    PENDING: pending,
    'PENDING, submitted': { ...pending, attempt: submitted },
    VERIFIED: verified,
    REJECTED: rejected,
    'status-failed network': { ...ready, failure: network },
    'status-failed 400': { ...failed, failure: invalid },
  },
  ready: {
    begin: { state: 'checking', returnTo: 'ready' },
    check: { state: 'checking', returnTo: 'ready' },
    start: starting,
    'start of a hand-off': handingOff,
    prefetched: { attempt: none },
    UNVERIFIED: { verificationState: 'UNVERIFIED' },
    PENDING: pending,
    'PENDING, submitted': { ...pending, attempt: submitted },
    VERIFIED: verified,
    REJECTED: rejected,
  },
  starting: {
    ...windowEvents,
    'reopen of the hand-off': handingOff,
    'session-ready': { state: 'verifying', attempt: { opened: true, submission: 'unknown' } },
    'link-ready': {
      state: 'verifying',
      veriff: withLink,
      attempt: { opened: true, submission: 'unknown' },
    },
    'link-failed': { veriff: { ...veriff, link: undefined }, failure: network },
  },
  verifying: {
    ...windowEvents,
    'reopen of the hand-off': handingOff,
    'link-ready': { veriff: withLink },
    'link-failed': { veriff: { ...veriff, link: undefined }, failure: network },
    UNVERIFIED: { verificationState: 'UNVERIFIED' },
    PENDING: { verificationState: 'PENDING' },
    'PENDING, submitted': { verificationState: 'PENDING', attempt: submitted },
    VERIFIED: verified,
    REJECTED: rejected,
  },
  deciding: {
    begin: { state: 'checking', returnTo: 'deciding' },
    check: { state: 'checking', returnTo: 'deciding' },
    start: { state: 'checking', returnTo: 'deciding' },
    'start of a hand-off': { state: 'checking', returnTo: 'deciding' },
    resume: { state: 'checking', returnTo: 'deciding', attempt: doubted },
    overdue: { state: 'pending', announced: 'pending' },
    UNVERIFIED: { verificationState: 'UNVERIFIED' },
    PENDING: pending,
    'PENDING, submitted': pending,
    VERIFIED: verified,
    REJECTED: rejected,
    'status-failed network': { failure: network },
    'status-failed 400': { failure: invalid },
  },
  pending: {
    begin: { state: 'checking', returnTo: 'pending' },
    check: { state: 'checking', returnTo: 'pending' },
    start: starting,
    'start of a hand-off': handingOff,
    resume: { attempt: doubted },
    'claim-finished': { attempt: claimed },
    UNVERIFIED: { ...ready, verificationState: 'UNVERIFIED', announced: undefined },
    PENDING: { verificationState: 'PENDING' },
    'PENDING, submitted': { verificationState: 'PENDING', attempt: submitted },
    VERIFIED: verified,
    REJECTED: rejected,
    'status-failed network': { failure: network },
    'status-failed 400': { failure: invalid },
  },
  verified: {
    begin: { state: 'checking', returnTo: 'verified' },
    check: { state: 'checking', returnTo: 'verified' },
  },
  rejected: {
    begin: { state: 'checking', returnTo: 'rejected' },
    check: { state: 'checking', returnTo: 'rejected' },
    start: starting,
    'start of a hand-off': handingOff,
  },
  failed: {
    begin: { state: 'checking', returnTo: 'failed' },
    check: { state: 'checking', returnTo: 'failed' },
    start: starting,
    'start of a hand-off': handingOff,
  },
};

describe('transition', () => {
  const pairs = STATES.flatMap((state) =>
    (Object.keys(EVENTS) as EventName[]).map((name) => {
      const changes = CHANGES[state][name];
      return { state, name, changes, result: changes ? (changes.state ?? state) : 'the same object' };
    }),
  );

  it.each(pairs)('$state × $name → $result', ({ state, name, changes }) => {
    const now = Object.freeze({ ...AT_STATE[state] });
    const next = apply(now, name);
    if (changes) expect(next).toEqual({ ...now, ...changes });
    else expect(next).toBe(now);
  });

  it.each(pairs)('$state × $name twice: the second time of an answer changes nothing', ({ state, name }) => {
    const { type } = EVENTS[name];
    const once = apply(AT_STATE[state], name);
    if (type === 'status') expect(apply(once, name)).toBe(once);
  });

  it('has Veriff’s window in the snapshot exactly while it is open', () => {
    for (const { state, name } of pairs) {
      const next = apply(AT_STATE[state], name);
      expect(next.veriff !== undefined, `${state} × ${name}`).toBe(
        next.state === 'starting' || next.state === 'verifying',
      );
    }
  });
});

/** A walk through events. */
const walk = (from: Snapshot, ...names: EventName[]): Snapshot => names.reduce(apply, from);

const verifying = walk(INITIAL, 'begin', 'UNVERIFIED', 'start', 'session-ready');

describe('a hand-off', () => {
  const elsewhere = walk(INITIAL, 'begin', 'UNVERIFIED', 'start of a hand-off', 'link-ready');

  it('shows its link, and then a newer one', () => {
    expect(elsewhere).toMatchObject({
      state: 'verifying',
      veriff: { openIn: 'handoff', link: EVENTS['link-ready'].link },
      attempt: { opened: true, submission: 'unknown' },
    });
    const link = { url: 'https://app.example/newer', expiresAt: 2_000 };
    expect(transition(elsewhere, { type: 'link-ready', link }, AT).veriff?.link).toBe(link);
  });

  it.each<{ events: EventName[]; state: State }>([
    { events: ['UNVERIFIED'], state: 'verifying' },
    { events: ['PENDING'], state: 'verifying' },
    { events: ['PENDING, submitted'], state: 'pending' },
    { events: ['UNVERIFIED', 'PENDING', 'VERIFIED'], state: 'verified' },
    { events: ['REJECTED'], state: 'rejected' },
    { events: ['claim-finished'], state: 'deciding' },
    { events: ['PENDING', 'claim-finished'], state: 'pending' },
    { events: ['close'], state: 'checking' },
    { events: ['start of a hand-off'], state: 'verifying' },
    { events: ['start'], state: 'starting' },
    { events: ['start', 'session-ready', 'start of a hand-off'], state: 'verifying' },
  ])('$events → $state', ({ events, state }) => {
    expect(walk(elsewhere, ...events).state).toBe(state);
  });

  it('ends where the person goes on here, and its link with it', () => {
    expect(walk(elsewhere, 'start').veriff).toEqual(veriff);
  });

  it('keeps following the status if there is no new link', () => {
    const now = walk(elsewhere, 'link-failed');
    expect(now).toMatchObject({ state: 'verifying', failure: network });
    expect(now.veriff?.link).toBeUndefined();
    expect(walk(now, 'link-ready').failure).toBeUndefined();
    expect(walk(now, 'reopen of the hand-off', 'link-failed', 'VERIFIED').state).toBe('verified');
  });

  it('waits for the person where there was never a link', () => {
    const now = walk(INITIAL, 'begin', 'UNVERIFIED', 'start of a hand-off', 'link-failed');
    expect(now).toMatchObject({ state: 'starting', failure: network, veriff: { openIn: 'handoff' } });
    expect(now.attempt?.opened).not.toBe(true);
    expect(walk(now, 'reopen of the hand-off', 'link-ready').state).toBe('verifying');
    expect(walk(now, 'start').veriff?.openIn).toBe('modal');
    expect(walk(now, 'close').state).toBe('checking');
  });

  it('drops its link while a new one is made', () => {
    const now = walk(elsewhere, 'reopen of the hand-off');
    expect(now.state).toBe('verifying');
    expect(now.veriff?.link).toBeUndefined();
  });
});

describe('what PENDING means depends on what is known of the submission', () => {
  it.each<{ what: string; events: EventName[]; state: State; submission: Submission }>([
    {
      what: 'Veriff reported nothing, and was closed',
      events: ['close', 'PENDING'],
      state: 'pending',
      submission: 'unknown',
    },
    {
      what: 'Veriff sent its handshake, and was closed',
      events: ['handshake', 'close', 'PENDING'],
      state: 'ready',
      submission: 'none',
    },
    {
      what: 'Veriff was closed before there was a session',
      events: ['close', 'UNVERIFIED', 'start', 'close', 'PENDING'],
      state: 'ready',
      submission: 'none',
    },
    { what: 'CANCELED', events: ['handshake', 'canceled', 'PENDING'], state: 'ready', submission: 'none' },
    { what: 'SUBMITTED', events: ['submitted', 'PENDING'], state: 'verifying', submission: 'submitted' },
    {
      what: 'SUBMITTED, and Veriff was closed',
      events: ['submitted', 'close', 'PENDING'],
      state: 'pending',
      submission: 'submitted',
    },
    { what: 'FINISHED', events: ['finished', 'PENDING'], state: 'pending', submission: 'submitted' },
    {
      what: 'FINISHED, still UNVERIFIED',
      events: ['finished', 'UNVERIFIED'],
      state: 'deciding',
      submission: 'submitted',
    },
    {
      what: 'FINISHED, an unknown word',
      events: ['finished', 'unknown'],
      state: 'deciding',
      submission: 'submitted',
    },
    {
      what: 'FINISHED after PENDING',
      events: ['PENDING', 'finished'],
      state: 'pending',
      submission: 'submitted',
    },
    {
      what: 'SUBMITTED, then CANCELED',
      events: ['submitted', 'canceled', 'PENDING'],
      state: 'pending',
      submission: 'submitted',
    },
    {
      what: 'CANCELED, but VERIFIED',
      events: ['canceled', 'VERIFIED'],
      state: 'verified',
      submission: 'unknown',
    },
    {
      what: 'the person says that they have finished',
      events: ['claim-finished', 'PENDING'],
      state: 'pending',
      submission: 'claimed',
    },
    {
      what: 'the person says so after Veriff was closed',
      events: ['close', 'PENDING', 'claim-finished'],
      state: 'pending',
      submission: 'claimed',
    },
    {
      what: 'the person said so, and opens Veriff again',
      events: ['claim-finished', 'PENDING', 'start', 'session-ready', 'handshake', 'close', 'PENDING'],
      state: 'ready',
      submission: 'none',
    },
    {
      what: 'Baanx’s record suggests a submission',
      events: ['close', 'PENDING, submitted'],
      state: 'pending',
      submission: 'submitted',
    },
  ])('$what → $state', ({ events, state, submission }) => {
    const now = walk(verifying, ...events);
    expect([now.state, submissionOf(now)]).toEqual([state, submission]);
  });

  it('is not known after a reload', () => {
    expect(submissionOf(walk(INITIAL, 'begin', 'PENDING'))).toBe('unknown');
  });

  it('is remembered after a reload', () => {
    const remembered = { ...INITIAL, attempt: { ...submitted, opened: true } };
    expect(walk(remembered, 'begin', 'PENDING')).toMatchObject({ state: 'pending' });
    expect(walk(remembered, 'begin', 'UNVERIFIED')).toMatchObject({ state: 'deciding' });
  });

  it('nothing was submitted if only a session was prefetched', () => {
    expect(walk(INITIAL, 'begin', 'UNVERIFIED', 'prefetched', 'PENDING').state).toBe('ready');
    expect(walk(INITIAL, 'begin', 'UNVERIFIED', 'prefetched', 'check', 'PENDING').state).toBe('ready');
  });

  it('the record of an earlier attempt says nothing about the one after a rejection', () => {
    const again = walk(INITIAL, 'begin', 'REJECTED', 'start', 'session-ready');
    expect(submissionOf(walk(again, 'PENDING, submitted'))).toBe('unknown');
    expect(submissionOf(walk(again, 'handshake', 'close', 'PENDING, submitted'))).toBe('none');
    expect(submissionOf(walk(again, 'finished', 'PENDING, submitted'))).toBe('submitted');
  });

  it('the time of the submission is the first one known', () => {
    const now = transition(verifying, EVENTS.submitted, 5);
    expect(transition(now, EVENTS.finished, 9).attempt?.submittedAt).toBe(5);
  });
});

describe('Start', () => {
  it('opens nothing while submitted documents are under review, and checks the status instead', () => {
    const underReview = walk(verifying, 'finished', 'PENDING');
    expect(walk(underReview, 'start')).toMatchObject({ state: 'checking', returnTo: 'pending' });
    expect(walk(underReview, 'start', 'start').state).toBe('checking');
  });

  it('opens Veriff again where Baanx knows nothing of the submitted documents', () => {
    const overdue = walk(verifying, 'finished', 'UNVERIFIED', 'overdue');
    expect(overdue).toMatchObject({ state: 'pending', verificationState: 'UNVERIFIED' });
    expect(walk(overdue, 'start').state).toBe('starting');
  });

  it('opens Veriff again where only the person says that they have finished', () => {
    expect(walk(verifying, 'claim-finished', 'start').state).toBe('starting');
    expect(walk(verifying, 'claim-finished', 'PENDING', 'start').state).toBe('starting');
  });
});

describe('resume()', () => {
  const underReview = walk(verifying, 'finished', 'PENDING');

  it('reopens the question, and does not believe Baanx’s record about it', () => {
    const resumed = walk(underReview, 'resume');
    expect([resumed.state, submissionOf(resumed)]).toEqual(['pending', 'unknown']);
    expect(submissionOf(walk(resumed, 'PENDING, submitted'))).toBe('unknown');
    expect(walk(resumed, 'start').state).toBe('starting');
    expect(walk(resumed, 'UNVERIFIED').state).toBe('ready');
  });

  it('is over when documents are submitted again', () => {
    const again = walk(underReview, 'resume', 'start', 'session-ready', 'finished');
    expect(submissionOf(again)).toBe('submitted');
  });
});

describe('reopen', () => {
  it('passes through no other state and keeps what is known of the attempt', () => {
    const reopened = walk(verifying, 'handshake', 'submitted', 'reopen');
    expect(reopened).toEqual({
      ...verifying,
      state: 'starting',
      veriff: { ...veriff, openIn: 'popup' },
      attempt: { opened: true, submission: 'submitted', submittedAt: AT },
    });
  });
});

describe('an attempt that never got to Veriff', () => {
  it('leaves what Veriff reported before as it was', () => {
    const canceled = walk(verifying, 'handshake', 'canceled', 'PENDING');
    const now = walk(canceled, 'start', 'close', 'PENDING');
    expect([now.state, submissionOf(now)]).toEqual(['ready', 'none']);
  });

  it('is no new arrival at a verdict that was announced before', () => {
    const unsure = walk(INITIAL, 'begin', 'PENDING');
    expect(walk(unsure, 'start', 'close').announced).toBe('pending');
    expect(walk(unsure, 'start', 'session-ready', 'close').announced).toBeUndefined();
  });

  it.each<{ what: string; from: Snapshot; state: State }>([
    { what: 'nothing was submitted', from: walk(INITIAL, 'begin', 'UNVERIFIED'), state: 'failed' },
    { what: 'it was canceled', from: walk(verifying, 'handshake', 'canceled', 'PENDING'), state: 'failed' },
    { what: 'documents may be under review', from: walk(INITIAL, 'begin', 'PENDING'), state: 'pending' },
    {
      what: 'documents were submitted',
      from: walk(verifying, 'finished', 'UNVERIFIED', 'overdue'),
      state: 'pending',
    },
  ])('because there is no session, where $what, leads to $state', ({ from, state }) => {
    for (const name of ['session-failed', 'session-failed 400'] as const)
      expect(walk(from, 'start', name)).toMatchObject({ state, failure: EVENTS[name].failure });
  });

  it('because there is no window fails, whatever is under review: another mode may be offered', () => {
    expect(walk(INITIAL, 'begin', 'PENDING', 'start', 'popup-blocked').state).toBe('failed');
  });

  it('because its window was removed waits where documents were submitted', () => {
    expect(walk(verifying, 'submitted', 'window-lost').state).toBe('deciding');
  });
});

describe('a flow that was stopped', () => {
  it.each<{ events: EventName[]; then: State; unavailable: State }>([
    { events: ['begin'], then: 'idle', unavailable: 'ready' },
    { events: ['begin', 'VERIFIED'], then: 'verified', unavailable: 'verified' },
    { events: ['begin', 'REJECTED'], then: 'rejected', unavailable: 'rejected' },
    { events: ['begin', 'PENDING'], then: 'pending', unavailable: 'pending' },
    { events: ['begin', 'PENDING', 'check'], then: 'pending', unavailable: 'pending' },
    { events: ['begin', 'UNVERIFIED'], then: 'ready', unavailable: 'ready' },
    { events: ['begin', 'UNVERIFIED', 'start'], then: 'ready', unavailable: 'ready' },
    { events: ['begin', 'UNVERIFIED', 'start', 'session-ready'], then: 'ready', unavailable: 'ready' },
    {
      events: ['begin', 'UNVERIFIED', 'start', 'session-ready', 'submitted'],
      then: 'deciding',
      unavailable: 'deciding',
    },
    { events: ['begin', 'status-failed 400'], then: 'failed', unavailable: 'ready' },
  ])('after $events is $then, and $unavailable if the next check fails', ({ events, then, unavailable }) => {
    const now = stopped(walk(INITIAL, ...events));
    expect(now).toMatchObject({ state: then });
    expect(now.veriff).toBeUndefined();
    expect(walk(now, 'begin').state).toBe('checking');
    expect(walk(now, 'begin', 'status-failed network').state).toBe(unavailable);
  });
});

describe('a verdict is announced once for each arrival', () => {
  const wasRejected = walk(INITIAL, 'begin', 'REJECTED');

  it('checking again while pending is no new arrival', () => {
    const now = walk(verifying, 'finished', 'PENDING');
    expect(walk(now, 'check').announced).toBe('pending');
    expect(walk(now, 'check', 'PENDING')).toMatchObject({ state: 'pending', announced: 'pending' });
  });

  it('the old rejection does not end a new attempt', () => {
    const again = walk(wasRejected, 'start', 'session-ready', 'REJECTED');
    expect(again.state).toBe('verifying');
    expect(walk(again, 'finished', 'REJECTED').state).toBe('deciding');
  });

  it('the old rejection is an answer, so a note about a failure goes', () => {
    const noted = walk(wasRejected, 'start', 'session-ready', 'finished', 'status-failed network');
    expect(noted.failure).toEqual(network);
    expect(walk(noted, 'REJECTED')).toMatchObject({ state: 'deciding', failure: undefined });
  });

  it('a rejection after the new attempt was seen is a new one', () => {
    const again = walk(wasRejected, 'start', 'session-ready', 'finished', 'PENDING');
    expect(again).toMatchObject({ state: 'pending', announced: 'pending' });
    expect(walk(again, 'REJECTED')).toMatchObject({ state: 'rejected', announced: 'rejected' });
  });

  it('an attempt that was left leads back to the old rejection, which is not announced again', () => {
    const back = walk(wasRejected, 'start', 'session-ready', 'close', 'REJECTED');
    expect(back).toMatchObject({ state: 'rejected', announced: 'rejected' });
  });
});

describe('the dialog prompts', () => {
  it('before it throws away a verification that has started, once', () => {
    const prompted = walk(verifying, 'handshake', 'started', 'leave');
    expect(prompted).toMatchObject({ state: 'verifying', veriff: { prompt: 'leave' } });
    expect(walk(prompted, 'stay').veriff?.prompt).toBeUndefined();
    expect(walk(prompted, 'leave').state).toBe('checking');
  });

  it('not when the documents are submitted', () => {
    expect(walk(verifying, 'started', 'submitted', 'leave').state).toBe('deciding');
  });

  it('what to do when Veriff is silent, until it answers', () => {
    const silent = walk(verifying, 'window-silent');
    expect(silent.veriff?.prompt).toBe('silent');
    // The handshake timeout may report what the page's policy has reported already.
    expect(walk(silent, 'window-silent')).toBe(silent);
    const answered = walk(silent, 'handshake');
    expect([answered.veriff?.prompt, answered.failure]).toEqual([undefined, undefined]);
    expect(walk(silent, 'close').failure).toBeUndefined();
    // After a forced reload the page may not come back.
    expect(walk(verifying, 'handshake', 'window-silent').veriff?.prompt).toBe('silent');
  });
});

describe('a failed check', () => {
  it('leaves pending, deciding and verdicts in place, with a note', () => {
    const now = walk(verifying, 'finished', 'PENDING');
    expect(walk(now, 'status-failed 400')).toMatchObject({ state: 'pending', failure: { status: 400 } });
    expect(walk(now, 'check', 'status-failed network').state).toBe('pending');
    expect(walk(verifying, 'finished', 'status-failed network').state).toBe('deciding');
    expect(walk(INITIAL, 'begin', 'VERIFIED', 'check', 'status-failed 400').state).toBe('verified');
  });

  it('is forgotten with the next answer', () => {
    const noted = walk(verifying, 'finished', 'PENDING', 'status-failed network');
    expect(walk(noted, 'PENDING').failure).toBeUndefined();
  });
});
