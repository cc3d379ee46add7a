import { INITIAL, transition, type FlowEvent, type Snapshot, type State } from '../../src/flow/machine.js';
import { isPassing } from '../../src/flow/errors.js';
import { VERIFICATION_STATES } from '../../src/baanx/wire.js';

/** A transition from one state to another, with all events that cause it. */
export interface Edge {
  readonly from: State;
  readonly to: State;
  readonly events: readonly string[];
}

const failures = [{ code: 'network' }, { code: 'onboarding-invalid' }] as const;

/** Examples of each event, one for every case that the flow distinguishes. The type requires a row for every event. */
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

/** An event's name in the chart, with the case that it stands for. */
function nameOf(event: FlowEvent): string {
  if (event.type === 'status') return event.verificationState ?? 'unknown status';
  if (event.type !== 'status-failed') return event.type;
  return `status-failed (${isPassing(event.failure) ? 'temporary' : 'permanent'})`;
}
const NAMES = [...new Set(EVENTS.map(nameOf))];

/** All transitions between states, found by sending every event in every snapshot that can be reached. */
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
      const transitionKey = `${now.state} ${next.state}`;
      const edge = found.get(transitionKey) ?? { from: now.state, to: next.state, events: new Set() };
      found.set(transitionKey, edge);
      edge.events.add(nameOf(event));
    }
  }
  return [...found.values()].map(({ from, to, events }) => ({
    from,
    to,
    events: NAMES.filter((name) => events.has(name)),
  }));
}
