import { describe, expect, it } from 'vitest';
import {
  INITIAL,
  resumed,
  STATES,
  transition,
  type FlowEvent,
  type Snapshot,
  type State,
} from '../../src/flow/machine.js';

/** Every event, by a name for the table. */
const EVENTS = {
  begin: { type: 'begin' },
  prefetched: { type: 'prefetched' },
  start: { type: 'start' },
  check: { type: 'check' },
  close: { type: 'close' },
  leave: { type: 'leave' },
  stay: { type: 'stay' },
  UNVERIFIED: { type: 'status', verificationState: 'UNVERIFIED' },
  PENDING: { type: 'status', verificationState: 'PENDING' },
  VERIFIED: { type: 'status', verificationState: 'VERIFIED' },
  REJECTED: { type: 'status', verificationState: 'REJECTED' },
  unknown: { type: 'status', verificationState: undefined },
  'status-failed network': { type: 'status-failed', failure: { code: 'network' } },
  'status-failed 400': { type: 'status-failed', failure: { code: 'onboarding-invalid', status: 400 } },
  'session-ready': { type: 'session-ready' },
  'session-failed': { type: 'session-failed', failure: { code: 'network' } },
  'session-failed 400': { type: 'session-failed', failure: { code: 'onboarding-invalid', status: 400 } },
  'popup-blocked': { type: 'session-failed', failure: { code: 'popup-blocked' } },
  overdue: { type: 'overdue' },
  handshake: { type: 'handshake' },
  begun: { type: 'begun' },
  submitted: { type: 'submitted' },
  finished: { type: 'finished' },
  canceled: { type: 'canceled' },
  'window-closed': { type: 'window-closed' },
  'reload-requested': { type: 'reload-requested' },
  'reload-forced': { type: 'reload-forced' },
  'window-silent': { type: 'window-silent' },
} satisfies Record<string, FlowEvent>;
type EventName = keyof typeof EVENTS;

const closing: Partial<Record<EventName, State>> = {
  close: 'checking',
  leave: 'checking',
  canceled: 'checking',
  'window-closed': 'checking',
  finished: 'deciding',
};

/** Where each event leads from each state. What is not named stays where it is. */
const MOVES: Record<State, Partial<Record<EventName, State>>> = {
  idle: { begin: 'checking' },
  checking: {
    start: 'starting',
    UNVERIFIED: 'ready',
    PENDING: 'pending',
    VERIFIED: 'verified',
    REJECTED: 'rejected',
    'status-failed network': 'ready',
    'status-failed 400': 'failed',
  },
  ready: {
    start: 'starting',
    check: 'checking',
    PENDING: 'pending',
    VERIFIED: 'verified',
    REJECTED: 'rejected',
  },
  starting: {
    ...closing,
    'session-ready': 'verifying',
    'session-failed': 'failed',
    'session-failed 400': 'failed',
    'popup-blocked': 'failed',
  },
  verifying: {
    ...closing,
    VERIFIED: 'verified',
    REJECTED: 'rejected',
    'session-failed': 'failed',
    'session-failed 400': 'failed',
    'popup-blocked': 'failed',
  },
  deciding: {
    start: 'checking',
    check: 'checking',
    PENDING: 'pending',
    VERIFIED: 'verified',
    REJECTED: 'rejected',
    overdue: 'pending',
  },
  pending: {
    start: 'starting',
    check: 'checking',
    UNVERIFIED: 'ready',
    VERIFIED: 'verified',
    REJECTED: 'rejected',
  },
  verified: { check: 'checking' },
  rejected: { start: 'starting', check: 'checking' },
  failed: { start: 'starting', check: 'checking' },
};

const at = (state: State, more: Partial<Snapshot> = {}): Snapshot => ({ ...INITIAL, state, ...more });

describe('transition', () => {
  const cases = STATES.flatMap((state) =>
    (Object.keys(EVENTS) as EventName[]).map((name) => ({ state, name, next: MOVES[state][name] ?? state })),
  );
  it.each(cases)('$state × $name → $next', ({ state, name, next }) => {
    expect(transition(at(state), EVENTS[name]).state).toBe(next);
  });

  it.each(STATES.filter((state) => state !== 'starting' && state !== 'verifying'))(
    'in %s nothing that a window says changes anything',
    (state) => {
      const now = transition(at(state, { announced: 'pending' }), { type: 'stay' });
      for (const name of [
        'handshake',
        'begun',
        'submitted',
        'finished',
        'canceled',
        'window-closed',
      ] as const)
        expect(transition(now, EVENTS[name])).toEqual(now);
    },
  );

  it('leaves what it was given as it was', () => {
    const now = Object.freeze(at('verifying', { heard: true }));
    transition(now, EVENTS.finished);
    expect(now).toEqual(at('verifying', { heard: true }));
  });
});

/** A walk through events, and the state it must end in. */
const walk = (from: Snapshot, ...names: EventName[]): Snapshot =>
  names.reduce((now, name) => transition(now, EVENTS[name]), from);

const verifying = walk(INITIAL, 'begin', 'UNVERIFIED', 'start', 'session-ready');

describe('what PENDING means depends on what Veriff said', () => {
  it.each<{ said: string; events: EventName[]; state: State; submission: Snapshot['submission'] }>([
    { said: 'nothing, and closed', events: ['close', 'PENDING'], state: 'pending', submission: 'unknown' },
    {
      said: 'hello, and closed',
      events: ['handshake', 'close', 'PENDING'],
      state: 'ready',
      submission: 'left',
    },
    {
      said: 'nothing, since it never got there',
      events: ['close', 'UNVERIFIED', 'start', 'close', 'PENDING'],
      state: 'ready',
      submission: 'left',
    },
    { said: 'CANCELED', events: ['handshake', 'canceled', 'PENDING'], state: 'ready', submission: 'left' },
    { said: 'SUBMITTED', events: ['submitted', 'PENDING'], state: 'verifying', submission: 'handed-in' },
    {
      said: 'SUBMITTED, and closed',
      events: ['submitted', 'close', 'PENDING'],
      state: 'pending',
      submission: 'handed-in',
    },
    { said: 'FINISHED', events: ['finished', 'PENDING'], state: 'pending', submission: 'handed-in' },
    {
      said: 'FINISHED, still UNVERIFIED',
      events: ['finished', 'UNVERIFIED'],
      state: 'deciding',
      submission: 'handed-in',
    },
    {
      said: 'FINISHED, no known word',
      events: ['finished', 'unknown'],
      state: 'deciding',
      submission: 'handed-in',
    },
    {
      said: 'FINISHED after PENDING',
      events: ['PENDING', 'finished'],
      state: 'pending',
      submission: 'handed-in',
    },
    {
      said: 'SUBMITTED then CANCELED',
      events: ['submitted', 'canceled', 'PENDING'],
      state: 'pending',
      submission: 'handed-in',
    },
    {
      said: 'CANCELED, but VERIFIED',
      events: ['canceled', 'VERIFIED'],
      state: 'verified',
      submission: 'unknown',
    },
  ])('$said → $state', ({ events, state, submission }) => {
    expect(walk(verifying, ...events)).toMatchObject({ state, submission });
  });

  it('after a reload it is pending, and nobody knows of documents', () => {
    expect(walk(INITIAL, 'begin', 'PENDING')).toMatchObject({ state: 'pending', submission: 'unknown' });
  });

  it('after a session made ahead of Start it is what the session set', () => {
    expect(walk(INITIAL, 'begin', 'UNVERIFIED', 'prefetched', 'PENDING').state).toBe('ready');
    expect(walk(INITIAL, 'begin', 'UNVERIFIED', 'prefetched', 'check', 'PENDING').state).toBe('ready');
  });
});

describe('Start', () => {
  it('opens nothing while documents handed in are under review, and asks instead', () => {
    const pending = walk(verifying, 'finished', 'PENDING');
    expect(walk(pending, 'start')).toMatchObject({ state: 'checking', before: 'pending' });
    expect(walk(pending, 'start', 'start').state).toBe('checking');
  });

  it('goes on where Baanx knows nothing of documents handed in', () => {
    const overdue = walk(verifying, 'finished', 'UNVERIFIED', 'overdue');
    expect(overdue).toMatchObject({ state: 'pending', verificationState: 'UNVERIFIED' });
    expect(walk(overdue, 'start').state).toBe('starting');
  });
});

describe('an attempt that never got to Veriff', () => {
  it('leaves what Veriff said before as it was', () => {
    const left = walk(verifying, 'handshake', 'canceled', 'PENDING');
    expect(walk(left, 'start', 'close', 'PENDING')).toMatchObject({ state: 'ready', submission: 'left' });
  });

  it('is no new arrival at what was told before', () => {
    const pending = walk(INITIAL, 'begin', 'PENDING');
    expect(walk(pending, 'start', 'close').announced).toBe('pending');
    expect(walk(pending, 'start', 'session-ready', 'close').announced).toBeUndefined();
  });

  it.each<{ what: string; from: Snapshot; state: State }>([
    { what: 'nothing was handed in', from: walk(INITIAL, 'begin', 'UNVERIFIED'), state: 'failed' },
    {
      what: 'it was canceled',
      from: walk(verifying, 'handshake', 'canceled', 'PENDING'),
      state: 'failed',
    },
    { what: 'documents may be under review', from: walk(INITIAL, 'begin', 'PENDING'), state: 'pending' },
    {
      what: 'documents were handed in',
      from: walk(verifying, 'finished', 'UNVERIFIED', 'overdue'),
      state: 'pending',
    },
  ])('for want of a session, where $what, is $state', ({ from, state }) => {
    for (const name of ['session-failed', 'session-failed 400'] as const)
      expect(walk(from, 'start', name)).toMatchObject({ state, failure: EVENTS[name].failure });
  });

  it('for want of a window is failed, whatever is under review: another way may be offered', () => {
    const pending = walk(INITIAL, 'begin', 'PENDING');
    expect(walk(pending, 'start', 'popup-blocked').state).toBe('failed');
  });
});

describe('a flow for the same person, after one that was stopped', () => {
  it.each<{ events: EventName[]; failing: State }>([
    { events: ['begin', 'VERIFIED'], failing: 'verified' },
    { events: ['begin', 'REJECTED'], failing: 'rejected' },
    { events: ['begin', 'PENDING'], failing: 'pending' },
    { events: ['begin', 'PENDING', 'check'], failing: 'pending' },
    { events: ['begin', 'UNVERIFIED'], failing: 'ready' },
    { events: ['begin', 'UNVERIFIED', 'start', 'session-ready', 'finished'], failing: 'deciding' },
  ])('after $events stays $failing where the status can’t be had', ({ events, failing }) => {
    const again = walk(resumed(walk(INITIAL, ...events)), 'begin');
    expect(again.state).toBe('checking');
    expect(walk(again, 'status-failed network').state).toBe(failing);
  });
});

describe('a verdict is announced once for each arrival', () => {
  const rejected = walk(INITIAL, 'begin', 'REJECTED');

  it('asking again in pending is no new arrival', () => {
    const pending = walk(verifying, 'finished', 'PENDING');
    expect(walk(pending, 'check').announced).toBe('pending');
    expect(walk(pending, 'check', 'PENDING')).toMatchObject({ state: 'pending', announced: 'pending' });
  });

  it('the old rejection does not end a new attempt', () => {
    const again = walk(rejected, 'start', 'session-ready', 'REJECTED');
    expect(again.state).toBe('verifying');
    expect(walk(again, 'finished', 'REJECTED').state).toBe('deciding');
  });

  it('and is an answer: the note goes', () => {
    const noted = walk(rejected, 'start', 'session-ready', 'finished', 'status-failed network');
    expect(noted.failure).toEqual({ code: 'network' });
    expect(walk(noted, 'REJECTED')).toMatchObject({ state: 'deciding', failure: undefined });
  });

  it('a rejection after the new attempt was seen is a new one', () => {
    const again = walk(rejected, 'start', 'session-ready', 'finished', 'PENDING');
    expect(again).toMatchObject({ state: 'pending', announced: 'pending' });
    expect(walk(again, 'REJECTED')).toMatchObject({ state: 'rejected', announced: 'rejected' });
  });

  it('an attempt broken off leads back to the old rejection, without news', () => {
    const back = walk(rejected, 'start', 'session-ready', 'close', 'REJECTED');
    expect(back).toMatchObject({ state: 'rejected', announced: 'rejected' });
  });
});

describe('the dialog asks', () => {
  it('before it throws away a verification that has begun, once', () => {
    const asked = walk(verifying, 'handshake', 'begun', 'leave');
    expect(asked).toMatchObject({ state: 'verifying', prompt: 'leave' });
    expect(walk(asked, 'stay')).toMatchObject({ state: 'verifying', prompt: undefined });
    expect(walk(asked, 'leave').state).toBe('checking');
  });

  it('not when the documents are handed in', () => {
    expect(walk(verifying, 'begun', 'submitted', 'leave').state).toBe('deciding');
  });

  it('what to do when Veriff is silent, until it speaks', () => {
    const silent = walk(verifying, 'window-silent');
    expect(silent.prompt).toBe('silent');
    // The page's policy has told already what the clock tells later.
    expect(walk(silent, 'window-silent')).toBe(silent);
    expect(walk(silent, 'handshake').prompt).toBeUndefined();
    expect(silent.failure).toEqual({ code: 'veriff-unreachable' });
    expect(walk(silent, 'handshake').failure).toBeUndefined();
    expect(walk(silent, 'close').failure).toBeUndefined();
    // It was made to load anew, and did not come back.
    expect(walk(verifying, 'handshake', 'window-silent').prompt).toBe('silent');
  });
});

describe('a failed question', () => {
  it('leaves pending, deciding and outcomes in place, with a note', () => {
    const pending = walk(verifying, 'finished', 'PENDING');
    expect(walk(pending, 'status-failed 400')).toMatchObject({ state: 'pending', failure: { status: 400 } });
    expect(walk(pending, 'check', 'status-failed network').state).toBe('pending');
    expect(walk(verifying, 'finished', 'status-failed network').state).toBe('deciding');
    expect(walk(INITIAL, 'begin', 'VERIFIED', 'check', 'status-failed 400').state).toBe('verified');
  });

  it('and its note goes with the next answer', () => {
    const noted = walk(verifying, 'finished', 'PENDING', 'status-failed network');
    expect(walk(noted, 'PENDING').failure).toBeUndefined();
  });
});
