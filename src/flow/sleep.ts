import type { Attention } from './ports.js';

/** The longest delay that a timer takes; a longer one would fire immediately. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits `ms`, or until the signal is aborted. Never rejects: the caller checks the signal. Infinity needs no timer. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve();
    const timer = ms <= MAX_TIMER_MS ? setTimeout(done, ms) : undefined;
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

/** Waits for the next task, so that a host that calls `start()` in each `error` listener does not block the page. */
export const nextTask = (signal: AbortSignal): Promise<void> => sleep(1, signal);

/** Waits while the page is hidden, or until the signal is aborted. */
export const untilVisible = async (attention: Attention, signal: AbortSignal): Promise<void> => {
  while (attention.hidden && !signal.aborted) await attention.waitForReturn(signal);
};
