/** Aborts when the client closes the connection, or after `ms` with a `TimeoutError`. */
export const deadlineOf = (request: Request, ms: number): AbortSignal =>
  AbortSignal.any([request.signal, AbortSignal.timeout(ms)]);

/** Whether a signal aborted because of its timeout. */
export const isTimeout = ({ reason }: AbortSignal): boolean =>
  reason instanceof DOMException && reason.name === 'TimeoutError';

/**
 * Settles as the work does, or rejects with the signal's reason as soon as it aborts, even if the work ignores the
 * signal: functions of the host's may, and no request may hang because of them.
 */
export function orAborted<T>(signal: AbortSignal, work: () => T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    const settled = () => signal.removeEventListener('abort', abort);
    void (async () => work())().then(resolve, reject).finally(settled);
  });
}
