import fakeTimers from '@sinonjs/fake-timers';
import { REQUEST_TIMEOUT_MS } from '../../src/baanx/client.js';
import { HANDSHAKE_TIMEOUT_MS } from '../../src/veriff/modal.js';

type Clock = ReturnType<typeof fakeTimers.install>;

/** The parts of the browser's clock that are replaced. Frames, messages and requests stay the browser's own. */
const FAKED = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const;

/** How long the browser waits for the test runner to press a key or to resize the window, in ms. */
const COMMAND_TIMEOUT_MS = 20_000;

/** Timers with these delays end a wait for something real: a response, Veriff's page, the test runner. */
const TIMEOUTS: readonly number[] = [REQUEST_TIMEOUT_MS, HANDSHAKE_TIMEOUT_MS, COMMAND_TIMEOUT_MS];

const realNow = performance.now.bind(performance);
const realTimeout = setTimeout.bind(window);

/**
 * A clock that does not wait: it jumps from timer to timer, so that polling takes no time. While something real is
 * awaited (a response, Veriff's page, a message) it runs as fast as the browser's own, so that a busy machine causes no
 * timeouts.
 */
class AutoClock {
  #clock: Clock | undefined;
  #lastStepAt = 0;
  readonly #holds = new Set<object>();

  install(): void {
    const clock = fakeTimers.install({
      now: Date.now(),
      toFake: [...FAKED],
      shouldClearNativeTimers: true,
    });
    this.#clock = clock;
    this.#lastStepAt = realNow();
    const run = () => {
      if (this.#clock !== clock) return;
      this.#step(clock);
      realTimeout(run);
    };
    realTimeout(run);
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

  #step(clock: Clock): void {
    const now = realNow();
    const elapsed = now - this.#lastStepAt;
    this.#lastStepAt = now;
    try {
      clock.tick(elapsed);
      // The package's types do not list its timers.
      const { timers } = clock as unknown as { timers?: Map<number, { delay: number }> };
      const isAwaiting = [...(timers?.values() ?? [])].some(({ delay }) => TIMEOUTS.includes(delay));
      if (!isAwaiting && this.#holds.size === 0) clock.next();
    } catch (error) {
      // As browsers report what a timer throws.
      reportError(error);
    }
  }
}

/** A short moment of the browser's own time. */
export const moment = (): Promise<void> =>
  new Promise((resolve) => {
    realTimeout(resolve);
  });

export const clock = new AutoClock();

beforeEach(() => clock.install());
afterEach(() => clock.uninstall());
