import type { Failure } from './errors.js';
import type { FlowEvent, Snapshot } from './machine.js';
import { poll } from './poll.js';
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
/** And for how long at most, in ms, two such questions lie apart: the person waits for them. */
const LONGEST = 2_500;

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
    const { attention, baanx, pollInterval } = ports;
    let tries = 0;
    let answer;
    do {
      if (tries) await sleep(Math.min(pollInterval, LONGEST), signal);
      while (attention.hidden && !signal.aborted) await attention.woken(signal);
      if (signal.aborted) return;
      answer = attention.offline ? offline : await baanx.readStatus(signal);
    } while (answer.ok && !answer.value.verificationState && ++tries < TRIES);
    const verificationState = answer.ok && answer.value.verificationState;
    if (verificationState) return send({ type: 'status', verificationState });
    await inTaskOfItsOwn(signal);
    send({ type: 'status-failed', failure: answer.ok ? { code: 'bad-response' } : answer.failure });
  },

  /** Opens Veriff's window in the click, gets the session, goes there, and closes it in the end. */
  async verify({ ports, signal, send }: Run): Promise<void> {
    const { sessions } = ports;
    const window = ports.prepareVeriff((outcome) => {
      send(outcome);
      // An account's session may be opened once only: it takes another.
      if (outcome.type === 'reload-forced') void goThere();
    });
    const goThere = async () => {
      let failure: Failure | undefined;
      if ('code' in window) failure = window;
      else if (!signal.aborted) {
        const answer = await sessions.get();
        if (signal.aborted) return;
        failure = answer.ok ? window.navigate(answer.value) : answer.failure;
        if (failure) sessions.forget();
        else sessions.opened();
      }
      if (failure) await inTaskOfItsOwn(signal);
      send(failure ? { type: 'session-failed', failure } : { type: 'session-ready' });
    };
    if (!('code' in window)) signal.addEventListener('abort', () => window.close());
    await goThere();
  },

  /**
   * Nothing is under way here, but it may be elsewhere: on a phone, in another tab. Asked when somebody comes back to
   * the page and never by the clock, so that a page at rest costs nothing.
   */
  notice: (run: Run): Promise<void> => poll(run, { interval: Infinity, since: 0, atOnce: false }),

  /** Looks now and then for a verdict that comes without a word from the window. */
  watch: (run: Run): Promise<void> =>
    poll(run, {
      interval: run.ports.pollInterval * WATCH_SLOWER,
      since: Date.now(),
      // Started before the first answer: there may be nothing to verify.
      atOnce: run.cause.type === 'session-ready' && !run.isKnown,
    }),

  /**
   * Follows the review of documents handed in. An answer that has just come is not asked for again, and why there is no
   * session is left to be read.
   */
  review: (run: Run): Promise<void> =>
    poll(run, {
      interval: run.ports.pollInterval,
      since: run.handedInAt ?? Date.now(),
      atOnce: !/^(status|session)/.test(run.cause.type),
    }),
} satisfies Record<string, (run: Run) => Promise<void>>;

/** A host that starts or asks again at each failure must not hold the page for ever. */
export const inTaskOfItsOwn = (signal: AbortSignal): Promise<void> => sleep(1, signal);

const offline = { ok: false, failure: { code: 'network' } satisfies Failure } as const;
