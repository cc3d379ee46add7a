import type { Failure } from './errors.js';
import type { FlowEvent, Snapshot } from './machine.js';
import { poll, type Polling } from './poll.js';
import type { Attention, BaanxPort, PrepareVeriff } from './ports.js';
import type { Sessions } from './sessions.js';
import { sleep } from './sleep.js';

/** What the jobs work with. */
export interface Ports {
  readonly baanx: Pick<BaanxPort, 'readStatus'>;
  readonly sessions: Sessions;
  readonly prepareVeriff: PrepareVeriff;
  readonly attention: Attention;
  /** In ms. */
  readonly pollInterval: number;
  readonly pollTimeout: number;
}

/** One run of a job. `signal` is aborted when its states are left; `send` is deaf from then on. */
export interface Run {
  readonly ports: Ports;
  readonly signal: AbortSignal;
  readonly send: (event: FlowEvent) => void;
  /** What brought the job about. */
  readonly cause: FlowEvent;
  /** The status was answered before. */
  readonly isKnown: boolean;
  /** When the documents of this attempt were handed in, as far as known. */
  readonly handedInAt: number | undefined;
}

export type JobName = keyof typeof JOBS;

/** Before anything is handed in here, a verdict may come from elsewhere: asked this many times slower. */
const WATCH_SLOWER = 3;
/** How often `checking` asks when the answer holds no known state. */
const TRIES = 3;

/** The jobs of a snapshot. One that is in the lists of two snapshots in a row runs on. */
export function jobsOf(now: Snapshot): readonly JobName[] {
  const watch = now.submission === 'handed-in' ? 'review' : 'watch';
  switch (now.state) {
    case 'checking':
      return ['ask'];
    case 'ready':
      // Where the status could not be had, the person may long be done.
      return [now.opened || now.failure ? 'watch' : 'notice'];
    case 'starting':
      return ['verify'];
    case 'verifying':
      return ['verify', watch];
    case 'deciding':
    case 'pending':
      return ['review'];
    default:
      return [];
  }
}

export const JOBS = {
  /** Asks the status once. Seen by nobody, it waits. */
  async ask({ ports, signal, send }: Run): Promise<void> {
    const { attention, baanx } = ports;
    while (attention.hidden && !signal.aborted) await attention.woken(signal);
    for (let tries = 1; !signal.aborted; tries++) {
      const answer = attention.offline ? offline : await baanx.readStatus(signal);
      if (!answer.ok) return send({ type: 'status-failed', failure: answer.failure });
      if (answer.value) return send({ type: 'status', verificationState: answer.value });
      if (tries === TRIES) return send({ type: 'status-failed', failure: { code: 'bad-response' } });
      await sleep(ports.pollInterval / 2, signal);
    }
  },

  /** Opens Veriff's window in the click, gets the session, goes there, and closes it in the end. */
  async verify({ ports, signal, send }: Run): Promise<void> {
    const window = ports.prepareVeriff(send);
    if ('code' in window) {
      // In a task of its own: a host that starts again at each error must not hold the page for ever.
      await sleep(1, signal);
      return send({ type: 'session-failed', failure: window });
    }
    signal.addEventListener('abort', () => window.close());
    const answer = await ports.sessions.get();
    if (signal.aborted) return;
    const failure = answer.ok ? window.navigate(answer.value) : answer.failure;
    if (failure) ports.sessions.forget();
    else ports.sessions.opened();
    send(failure ? { type: 'session-failed', failure } : { type: 'session-ready' });
  },

  /**
   * Nothing is under way here, but it may be elsewhere: on a phone, in another tab. Asked when somebody comes back to
   * the page and never by the clock, so that a page at rest costs nothing.
   */
  async notice({ ports, signal, send }: Run): Promise<void> {
    const { attention, baanx, pollInterval } = ports;
    for (let last = Date.now(); ;) {
      await attention.woken(signal);
      if (signal.aborted) return;
      if (attention.hidden || attention.offline || Date.now() - last < pollInterval) continue;
      last = Date.now();
      const answer = await baanx.readStatus(signal);
      if (answer.ok) send({ type: 'status', verificationState: answer.value });
    }
  },

  /** Looks now and then for a verdict that comes without a word from the window. */
  watch: (run: Run): Promise<void> =>
    polled(run, {
      interval: run.ports.pollInterval * WATCH_SLOWER,
      since: Date.now(),
      // Started before the first answer: there may be nothing to verify.
      atOnce: run.cause.type === 'session-ready' && !run.isKnown,
    }),

  /** Follows the review of documents handed in. An answer that has just come is not asked for again. */
  review: (run: Run): Promise<void> =>
    polled(run, {
      interval: run.ports.pollInterval,
      since: run.handedInAt ?? Date.now(),
      atOnce: !run.cause.type.startsWith('status'),
    }),
} satisfies Record<string, (run: Run) => Promise<void>>;

const offline = { ok: false, failure: { code: 'network' } satisfies Failure } as const;

function polled(run: Run, pace: Pick<Polling, 'interval' | 'since' | 'atOnce'>): Promise<void> {
  const { ports, signal, send } = run;
  return poll(
    {
      ...pace,
      ask: (signal) => ports.baanx.readStatus(signal),
      attention: ports.attention,
      timeout: ports.pollTimeout,
      onStatus: (verificationState) => send({ type: 'status', verificationState }),
      onFailure: (failure) => send({ type: 'status-failed', failure }),
      onOverdue: () => send({ type: 'overdue' }),
    },
    signal,
  );
}
