/** Waits `ms`, or until the signal is aborted. Never rejects: what follows asks the signal. Infinity costs no timer. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve();
    // What is longer than a timer can count would ring at once.
    const timer = ms < 2 ** 31 ? setTimeout(done, ms) : undefined;
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
