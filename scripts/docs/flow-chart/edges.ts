import type { FlowEvent } from '../../../src/flow/events.js';
import { isTransient } from '../../../src/baanx/result.js';
import { INITIAL, type Snapshot, type State } from '../../../src/flow/snapshot.js';
import { transition } from '../../../src/flow/transition.js';
import { VERIFICATION_STATES } from '../../../src/baanx/wire.js';

/** A transition from one state to another, and every event that causes it. */
export interface Edge {
  readonly from: State;
  readonly to: State;
  readonly events: readonly string[];
}

const failures = [{ code: 'network' }, { code: 'onboarding-invalid' }] as const;

/** Samples of each event that the transition distinguishes. A new event does not compile without a row. */
const SAMPLES: { readonly [T in FlowEvent['type']]: readonly (FlowEvent & { readonly type: T })[] } = {
  begin: [{ type: 'begin' }],
  prefetched: [{ type: 'prefetched' }],
  start: [{ type: 'start', openIn: 'modal' }],
  reopen: [{ type: 'reopen', openIn: 'popup' }],
  check: [{ type: 'check' }],
  close: [{ type: 'close' }],
  leave: [{ type: 'leave' }],
  stay: [{ type: 'stay' }],
  'claim-finished': [{ type: 'claim-finished' }],
  resume: [{ type: 'resume' }],
  'session-ready': [{ type: 'session-ready' }],
  'session-failed': failures.map((failure) => ({ type: 'session-failed', failure })),
  'link-ready': [{ type: 'link-ready', link: { url: 'https://app.example/continue' } }],
  'link-failed': failures.map((failure) => ({ type: 'link-failed', failure })),
  handshake: [{ type: 'handshake' }],
  started: [{ type: 'started' }],
  submitted: [{ type: 'submitted' }],
  finished: [{ type: 'finished' }],
  canceled: [{ type: 'canceled' }],
  'window-closed': [{ type: 'window-closed' }],
  'window-silent': [{ type: 'window-silent' }],
  'window-lost': [{ type: 'window-lost' }],
  'reload-requested': [{ type: 'reload-requested' }],
  'reload-forced': [{ type: 'reload-forced' }],
  status: [
    ...[...VERIFICATION_STATES, undefined].map((verificationState) => ({
      type: 'status' as const,
      verificationState,
    })),
    { type: 'status', verificationState: 'PENDING', suggestsSubmission: true },
  ],
  'status-failed': failures.map((failure) => ({ type: 'status-failed', failure })),
  overdue: [{ type: 'overdue' }],
};
const EVENTS: readonly FlowEvent[] = Object.values(SAMPLES).flat();

/** An event's name with its content, for readers. */
function nameOf(event: FlowEvent): string {
  if (event.type === 'status')
    return `${event.verificationState ?? 'an unknown status'}${event.suggestsSubmission ? ', submitted' : ''}`;
  if (event.type !== 'status-failed') return event.type;
  return `status-failed (${isTransient(event.failure) ? 'transient' : 'permanent'})`;
}
const NAMES = [...new Set(EVENTS.map(nameOf))];

/** Sends every event to every snapshot that can be reached. An event that has no effect returns the same object. */
export function explore(visit: (now: Snapshot, event: FlowEvent, next: Snapshot) => void): void {
  const seen = new Set([JSON.stringify(INITIAL)]);
  const waiting: Snapshot[] = [INITIAL];
  for (let now = waiting.pop(); now; now = waiting.pop()) {
    for (const event of EVENTS) {
      const next = transition(now, event, 0);
      const serialized = JSON.stringify(next);
      if (!seen.has(serialized)) {
        seen.add(serialized);
        waiting.push(next);
      }
      visit(now, event, next);
    }
  }
}

/** Every transition between states. */
export function edges(): Edge[] {
  const found = new Map<string, { from: State; to: State; events: Set<string> }>();
  explore((now, event, next) => {
    if (next.state === now.state) return;
    const key = `${now.state} ${next.state}`;
    const edge = found.get(key) ?? { from: now.state, to: next.state, events: new Set() };
    found.set(key, edge);
    edge.events.add(nameOf(event));
  });
  return [...found.values()].map(({ from, to, events }) => ({
    from,
    to,
    events: NAMES.filter((name) => events.has(name)),
  }));
}
