import { INITIAL, transition, type FlowEvent, type Snapshot, type State } from '../../src/flow/machine.js';
import { isPassing } from '../../src/flow/errors.js';
import { VERIFICATION_STATES } from '../../src/baanx/wire.js';

/** A way from one state to another, and every event that takes it. */
export interface Edge {
  readonly from: State;
  readonly to: State;
  readonly events: readonly string[];
}

const failures = [{ code: 'network' }, { code: 'onboarding-invalid' }] as const;

/** Samples of each event that the machine can tell apart. Typed by the events: a new one needs a row. */
const SAMPLES: { readonly [T in FlowEvent['type']]: readonly (FlowEvent & { readonly type: T })[] } = {
  begin: [{ type: 'begin' }],
  prefetched: [{ type: 'prefetched' }],
  start: [{ type: 'start' }],
  check: [{ type: 'check' }],
  close: [{ type: 'close' }],
  leave: [{ type: 'leave' }],
  stay: [{ type: 'stay' }],
  'session-ready': [{ type: 'session-ready' }],
  'session-failed': failures.map((failure) => ({ type: 'session-failed', failure })),
  handshake: [{ type: 'handshake' }],
  begun: [{ type: 'begun' }],
  submitted: [{ type: 'submitted' }],
  finished: [{ type: 'finished' }],
  canceled: [{ type: 'canceled' }],
  'window-closed': [{ type: 'window-closed' }],
  'window-silent': [{ type: 'window-silent' }],
  'reload-requested': [{ type: 'reload-requested' }],
  'reload-forced': [{ type: 'reload-forced' }],
  status: [...VERIFICATION_STATES, undefined].map((verificationState) => ({
    type: 'status',
    verificationState,
  })),
  'status-failed': failures.map((failure) => ({ type: 'status-failed', failure })),
  overdue: [{ type: 'overdue' }],
};
const EVENTS: readonly FlowEvent[] = Object.values(SAMPLES).flat();

/** An event's name for a reader, with what it says. */
function nameOf(event: FlowEvent): string {
  if (event.type === 'status') return event.verificationState ?? 'an unknown status';
  if (event.type !== 'status-failed') return event.type;
  return `status-failed (${isPassing(event.failure) ? 'passing' : 'final'})`;
}
const NAMES = [...new Set(EVENTS.map(nameOf))];

/** Every way between states, found by walking the machine from its beginning with every event in every snapshot. */
export function edges(): Edge[] {
  const found = new Map<string, { from: State; to: State; events: Set<string> }>();
  const seen = new Set([JSON.stringify(INITIAL)]);
  const waiting: Snapshot[] = [INITIAL];
  for (let now = waiting.pop(); now; now = waiting.pop()) {
    for (const event of EVENTS) {
      const next = transition(now, event);
      const key = JSON.stringify(next);
      if (!seen.has(key)) {
        seen.add(key);
        waiting.push(next);
      }
      if (next.state === now.state) continue;
      const way = `${now.state} ${next.state}`;
      const edge = found.get(way) ?? { from: now.state, to: next.state, events: new Set() };
      found.set(way, edge);
      edge.events.add(nameOf(event));
    }
  }
  return [...found.values()].map(({ from, to, events }) => ({
    from,
    to,
    events: NAMES.filter((name) => events.has(name)),
  }));
}
