import { isPassing } from './errors.js';
import type { Run } from './jobs.js';
import { sleep } from './sleep.js';

/** What it takes to ask: of a run of a job. */
type Asking = Pick<Run, 'signal' | 'send' | 'cause'> & {
  readonly ports: Pick<Run['ports'], 'baanx' | 'attention' | 'pollTimeout'>;
};

/** How a status is polled. Times in ms. */
export interface Pace {
  /** Between an answer and the next question, at first. */
  readonly interval: number;
  /** From when on `poll-timeout` counts, until which that pace is kept. */
  readonly since: number;
  /** Whether to ask at once, or an answer has just come. */
  readonly atOnce: boolean;
}

/** The longest wait between two questions while somebody is there, in ms. */
export const SLOWEST = 60_000;

/** A burst of signs of life (focus, visible, page shown) is one. In ms. */
const SETTLE = 1_000;

/**
 * Asks until the signal is aborted: one question at a time, none while hidden or offline, at once when
 * somebody comes back. Failures make it slower and never end it: told are the third passing one in a row, and
 * every other.
 */
export async function poll(
  { ports, signal, send, cause }: Asking,
  { interval, since, atOnce }: Pace,
): Promise<void> {
  const { attention, baanx, pollTimeout } = ports;
  let pace = interval;
  let failures = 0;
  let wait = atOnce ? 0 : jittered(pace);
  let failure = cause.type === 'status-failed' ? cause.failure : undefined;
  while (!signal.aborted) {
    // What the server asked for is kept whoever comes back meanwhile.
    const leaveAlone = failure?.retryAfter ?? 0;
    await sleep(leaveAlone, signal);
    await sleep(Math.min(wait - leaveAlone, SETTLE), signal);
    await attention.woken(signal, wait - leaveAlone - SETTLE);
    if (attention.offline) send({ type: 'status-failed', failure: { code: 'network' } });
    while (!signal.aborted && (attention.hidden || attention.offline)) await attention.woken(signal);
    if (signal.aborted) return;

    const answer = await baanx.readStatus(signal);
    if (answer.ok) {
      failures = 0;
      failure = undefined;
      send({ type: 'status', verificationState: answer.value.verificationState });
    } else {
      failures++;
      ({ failure } = answer);
      if (failures >= 3 || !isPassing(failure)) send({ type: 'status-failed', failure });
    }
    const overdue = Date.now() - since >= pollTimeout;
    if (overdue) send({ type: 'overdue' });
    pace = overdue ? Math.min(pace * 1.5, Math.max(SLOWEST, interval)) : interval;
    wait = jittered(Math.min(pace * 2 ** Math.max(0, failures - 2), Math.max(SLOWEST, pace)));
  }
}

/** Up to a tenth longer, so that many pages opened at once do not ask at once for ever. */
const jittered = (ms: number): number => ms * (1 + Math.random() / 10);
