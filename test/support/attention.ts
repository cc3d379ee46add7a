import type { Attention } from '../../src/flow/ports.js';
import { sleep } from '../../src/flow/sleep.js';

/** A page's attention that a test turns. */
export class FakeAttention implements Attention {
  hidden = false;
  offline = false;
  readonly #waiting = new Set<() => void>();

  woken(signal: AbortSignal, ms = Infinity): Promise<void> {
    return new Promise((resolve) => {
      const heard = new AbortController();
      const wake = () => {
        heard.abort();
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      void sleep(ms, heard.signal).then(wake);
    });
  }

  /** Somebody comes back to the page. */
  wake(): void {
    this.hidden = this.offline = false;
    for (const wake of [...this.#waiting]) wake();
  }

  /** How many wait for a sign of life. */
  get waiting(): number {
    return this.#waiting.size;
  }
}
