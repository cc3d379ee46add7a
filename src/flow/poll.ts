import type { VerificationState } from '../baanx/wire.js';
import { isPassing, type Answer, type Failure } from './errors.js';
import type { Attention } from './ports.js';
import { sleep } from './sleep.js';

/** How a status is polled. Times in ms. */
export interface Polling {
  readonly ask: (signal: AbortSignal) => Promise<Answer<VerificationState | undefined>>;
  readonly attention: Attention;
  /** Between an answer and the next question, at first. */
  readonly interval: number;
  /** How long to keep that pace, counted from `since`. */
  readonly timeout: number;
  readonly since: number;
  /** Whether to ask at once, or an answer has just come. */
  readonly atOnce: boolean;
  readonly onStatus: (verificationState: VerificationState | undefined) => void;
  /** Told at the third passing failure in a row, and of every other failure. */
  readonly onFailure: (failure: Failure) => void;
  readonly onOverdue: () => void;
}

/** The longest wait between two questions while somebody is there, in ms. */
export const SLOWEST = 60_000;

/** A burst of signs of life (focus, visible, page shown) is one. In ms. */
const SETTLE = 1_000;

/**
 * Asks until the signal is aborted: one question at a time, none while hidden or offline, at once when
 * somebody comes back. Failures make it slower and never end it.
 */
export async function poll(polling: Polling, signal: AbortSignal): Promise<void> {
  const { ask, attention, interval, timeout, since } = polling;
  let pace = interval;
  let failures = 0;
  let wait = polling.atOnce ? 0 : jittered(pace);
  while (!signal.aborted) {
    await pause(wait, attention, signal);
    if (!signal.aborted && attention.offline) polling.onFailure({ code: 'network' });
    while (!signal.aborted && (attention.hidden || attention.offline)) await attention.woken(signal);
    if (signal.aborted) return;

    const answer = await ask(signal);
    if (signal.aborted) return;
    if (answer.ok) {
      failures = 0;
      polling.onStatus(answer.value);
    } else {
      failures++;
      if (failures >= 3 || !isPassing(answer.failure)) polling.onFailure(answer.failure);
    }
    const overdue = Date.now() - since >= timeout;
    if (overdue) polling.onOverdue();
    pace = overdue ? Math.min(pace * 1.5, Math.max(SLOWEST, interval)) : interval;
    const slowed = Math.min(pace * 2 ** Math.max(0, failures - 2), Math.max(SLOWEST, pace));
    const asked = (answer.ok ? 0 : answer.failure.retryAfter) ?? 0;
    // What the server asked for is kept whoever comes back meanwhile.
    await sleep(asked, signal);
    wait = Math.max(0, jittered(slowed) - asked);
  }
}

/** Up to a tenth longer, so that many pages opened at once do not ask at once for ever. */
const jittered = (ms: number): number => ms * (1 + Math.random() / 10);

/** Waits `ms`, or less if somebody comes back to the page meanwhile. */
async function pause(ms: number, attention: Attention, signal: AbortSignal): Promise<void> {
  const settle = Math.min(ms, SETTLE);
  await sleep(settle, signal);
  if (signal.aborted || ms <= settle) return;
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener('abort', stop, { signal: over.signal });
  await Promise.race([sleep(ms - settle, over.signal), attention.woken(over.signal)]);
  over.abort();
}
