import type { PollContext } from './poll.js';
import { sleep } from './sleep.js';

/** The first wait before a stream is opened again, in ms. It doubles with each stream that did not last. */
const RECONNECT_MS = 1_000;
const MAX_RECONNECT_MS = 600_000;
/** A stream that was open for so long was good: the next one may follow soon. In ms. */
const LASTED_MS = 60_000;

/** Listens for notices that the status may have changed, while the page is visible. */
export class Notices {
  /** Whether notices arrive, so that polling is only a safety net. */
  isLive = false;
  #hasNotice = false;
  #waiting = new AbortController();

  /** Keeps one stream open until the signal is aborted. */
  async listen({ ports: { attention, baanx }, signal }: PollContext): Promise<void> {
    let wait = RECONNECT_MS;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const stream = new AbortController();
      const end = () => stream.abort();
      signal.addEventListener('abort', end);
      void attention.waitForLeave(stream.signal).then(end);
      let isOpen = false;
      await baanx.listen(stream.signal, () => {
        isOpen = this.isLive = true;
        this.#notify();
      });
      end();
      signal.removeEventListener('abort', end);
      // One stream may follow another. If none does, polling takes over.
      if (!isOpen && this.isLive) {
        this.isLive = false;
        this.#notify();
      }
      wait = performance.now() - startedAt < LASTED_MS ? Math.min(wait * 2, MAX_RECONNECT_MS) : RECONNECT_MS;
      await sleep(wait * (1 + Math.random() / 10), signal);
      while (attention.hidden && !signal.aborted) await attention.waitForReturn(signal);
    }
  }

  /** A signal that is aborted by the next notice, by one that came since the last request, or with `signal`. */
  next(signal: AbortSignal): AbortSignal {
    const waiting = (this.#waiting = new AbortController());
    signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
    if (this.#hasNotice || signal.aborted) waiting.abort();
    return waiting.signal;
  }

  /** The status is requested now: what was noticed before is answered by it. */
  clear(): void {
    this.#hasNotice = false;
    this.#waiting.abort();
  }

  #notify(): void {
    this.#hasNotice = true;
    this.#waiting.abort();
  }
}
