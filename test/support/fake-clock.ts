import fakeTimers from '@sinonjs/fake-timers';

const realTimeout = setTimeout.bind(window);

/** The browser's own monotonic clock, in ms, whatever the page's clock says. */
export const realNow = performance.now.bind(performance);

/** A short moment of the browser's own time. */
export const moment = (ms = 0): Promise<void> =>
  new Promise((resolve) => {
    realTimeout(resolve, ms);
  });

export type FakeClock = ReturnType<typeof fakeTimers.install>;

/** Replaces the page's clock and timers. Frames, messages and requests stay the browser's own. */
export const installFakeClock = (): FakeClock =>
  fakeTimers.install({
    now: Date.now(),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    shouldClearNativeTimers: true,
  });

/** The timers that run: their delay, and when they are due on the fake clock, in ms. */
export function runningTimers(clock: FakeClock): { delay: number; callAt: number }[] {
  // The package's types do not list them.
  const { timers } = clock as unknown as { timers?: Map<number, { delay: number; callAt: number }> };
  return [...(timers?.values() ?? [])];
}
