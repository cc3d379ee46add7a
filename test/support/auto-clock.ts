import { REQUEST_TIMEOUT_MS } from '../../src/baanx/client.js';
import { HANDSHAKE_TIMEOUT_MS } from '../../src/veriff/modal.js';
import { installFakeClock, moment, realNow, runningTimers, type FakeClock } from './fake-clock.js';

/** How long the browser waits for the test runner to press a key or to resize the window, in ms. */
const COMMAND_TIMEOUT_MS = 20_000;

/** Timers with these delays end a wait for something real: a response, Veriff's page, the test runner. */
const TIMEOUTS: readonly number[] = [REQUEST_TIMEOUT_MS, HANDSHAKE_TIMEOUT_MS, COMMAND_TIMEOUT_MS];

/**
 * A clock that does not wait: it jumps from timer to timer, so that polling takes no time. While something real is
 * awaited (a response, Veriff's page, a message) it runs as fast as the browser's own, so that a busy machine causes no
 * timeouts.
 */
class AutoClock {
  #clock: FakeClock | undefined;
  readonly #holds = new Set<object>();

  install(): void {
    const clock = installFakeClock();
    this.#clock = clock;
    void this.#run(clock);
  }

  uninstall(): void {
    this.#clock?.uninstall();
    this.#clock = undefined;
    this.#holds.clear();
  }

  /** Lets this time pass at once, timeouts included. */
  tick(ms: number): void {
    this.#clock?.tick(ms);
  }

  /** Lets the clock run as fast as the browser's own until the returned function is called, or the test ends. */
  hold(): () => void {
    const hold = {};
    this.#holds.add(hold);
    return () => this.#holds.delete(hold);
  }

  async #run(clock: FakeClock): Promise<void> {
    for (let last = realNow(); ;) {
      await moment();
      if (this.#clock !== clock) return;
      const now = realNow();
      const elapsed = now - last;
      last = now;
      try {
        clock.tick(elapsed);
        const isAwaiting = runningTimers(clock).some(({ delay }) => TIMEOUTS.includes(delay));
        if (!isAwaiting && this.#holds.size === 0) clock.next();
      } catch (error) {
        // As browsers report what a timer throws.
        reportError(error);
      }
    }
  }
}

export const clock = new AutoClock();

beforeEach(() => clock.install());
afterEach(() => clock.uninstall());
