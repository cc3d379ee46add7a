import type { Attention } from '../../src/flow/ports.js';
import { sleep } from '../../src/flow/sleep.js';

/** The attention of a person that a test controls. */
export class FakeAttention implements Attention {
  hidden = false;
  offline = false;
  readonly #waiting = new Set<() => void>();
  readonly #leaving = new Set<() => void>();

  waitForReturn(signal: AbortSignal, ms = Infinity): Promise<void> {
    return new Promise((resolve) => {
      const waiting = new AbortController();
      const end = () => {
        waiting.abort();
        this.#waiting.delete(end);
        resolve();
      };
      this.#waiting.add(end);
      signal.addEventListener('abort', end, { signal: waiting.signal });
      if (signal.aborted) end();
      void sleep(ms, waiting.signal).then(end);
    });
  }

  onLeave(signal: AbortSignal, callback: () => void): void {
    this.#leaving.add(callback);
    signal.addEventListener('abort', () => this.#leaving.delete(callback));
  }

  /** The person turns to another tab. */
  leave(): void {
    this.hidden = true;
    for (const end of [...this.#leaving]) end();
  }

  /** The person returns to the page. */
  comeBack(): void {
    this.hidden = this.offline = false;
    for (const end of [...this.#waiting]) end();
  }

  /** How many effects wait for the person. */
  get waiting(): number {
    return this.#waiting.size + this.#leaving.size;
  }
}
