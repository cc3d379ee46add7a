import type { Attention } from '../../src/flow/ports.js';

/** A page's attention that a test turns. */
export class FakeAttention implements Attention {
  hidden = false;
  offline = false;
  readonly #waiting = new Set<() => void>();

  woken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
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
