/** One that waits. */
interface Timer {
  at: number;
  readonly run: () => void;
  readonly every: number | undefined;
}

const OWN = {
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
  clearInterval: window.clearInterval.bind(window),
};
const wallClock = Date.now;
const monotonicClock = performance.now.bind(performance);

/** The page's clock and timers, standing still until they are turned. Tasks of the browser's own go on. */
export class HandClock {
  readonly #timers = new Map<number, Timer>();
  #now = wallClock();
  #last = 0;
  /** How far the time of day is off. */
  #skew = 0;

  /** Puts it in place of the page's own. */
  install(): void {
    const wait = (run: () => void, ms = 0, every?: number) => {
      this.#timers.set(++this.#last, { at: this.#now + Math.max(0, ms), run, every });
      return this.#last;
    };
    const stop = (id: number | undefined) => void this.#timers.delete(id ?? 0);
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => wait(run, ms),
      setInterval: (run: () => void, ms = 1) => wait(run, ms, ms),
      clearTimeout: stop,
      clearInterval: stop,
    });
    Date.now = () => this.#now + this.#skew;
    performance.now = () => this.#now;
  }

  restore(): void {
    Object.assign(window, OWN);
    Date.now = wallClock;
    performance.now = monotonicClock;
  }

  /** Sets the time of day, which timers know nothing of. */
  jump(ms: number): void {
    this.#skew += ms;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Turns it on by `ms`, and lets whatever a timer brings about come to rest before the next one. */
  async turn(ms: number, rest: () => Promise<void>): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [id, timer] = [...this.#timers].reduce<[number, Timer] | []>(
        (first, one) => (first[1] && first[1].at <= one[1].at ? first : one),
        [],
      );
      if (id === undefined || !timer || timer.at > end) break;
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(id);
      else timer.at = this.#now + timer.every;
      timer.run();
      await rest();
    }
    this.#now = end;
  }
}

/** A real moment, whatever the page's clock says. */
export const moment = (ms = 0): Promise<void> =>
  new Promise((resolve) => {
    OWN.setTimeout(resolve, ms);
  });

/** One task of the browser's. */
export const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
