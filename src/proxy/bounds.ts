import { Refusal, type RefusalReason } from './refusal.js';

/**
 * A signal that aborts when the client closes the connection, or after `ms` with a `TimeoutError`; `end` stops both.
 * `AbortSignal.any` and `timeout` take three times the CPU time, and keep a timer for each request that has ended.
 */
export function startDeadline(client: AbortSignal, ms: number): { signal: AbortSignal; end: () => void } {
  const deadline = new AbortController();
  const leave = () => deadline.abort(client.reason);
  const timer = setTimeout(() => deadline.abort(new DOMException('Too late', 'TimeoutError')), ms);
  client.addEventListener('abort', leave);
  if (client.aborted) leave();
  const end = () => {
    clearTimeout(timer);
    client.removeEventListener('abort', leave);
  };
  return { signal: deadline.signal, end };
}

/**
 * Waits for work that is not the proxy's own: a body, a hook of the host's, Baanx. As soon as the signal aborts, it
 * stops waiting, even if the work ignores the signal: no request may hang because of it. Throws a {@link Refusal}:
 * `failed` if the work rejects, `timedOut` if the time is over, `client-gone` if the client has closed the connection.
 */
export async function bounded<T>(
  signal: AbortSignal,
  work: () => T | Promise<T>,
  failed: RefusalReason,
  timedOut: RefusalReason = failed,
): Promise<T> {
  try {
    return await orAborted(signal, work);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (!signal.aborted) throw new Refusal(failed, { cause });
    const isLate = (signal.reason as Error | undefined)?.name === 'TimeoutError';
    throw isLate ? new Refusal(timedOut, { cause }) : new Refusal('client-gone');
  }
}

/** Settles as the work does, or rejects with the signal's reason as soon as it aborts, even if the work ignores it. */
export async function orAborted<T>(signal: AbortSignal, work: () => T | Promise<T>): Promise<T> {
  let stopWaiting: (() => void) | undefined;
  try {
    signal.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      stopWaiting = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stopWaiting);
      Promise.resolve(work()).then(resolve, reject);
    });
  } finally {
    if (stopWaiting) signal.removeEventListener('abort', stopWaiting);
  }
}

/** Reads a body as UTF-8 text, without its byte-order mark; otherwise like {@link readCappedBytes}. */
export async function readCapped(
  body: ReadableStream<Uint8Array>,
  limit: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const bytes = await readCappedBytes(body, limit, signal);
  return bytes && new TextDecoder().decode(bytes);
}

/**
 * Reads a body. Resolves with undefined if it is longer than `limit` bytes. The bytes are counted as they arrive:
 * `Content-Length` is a claim, and may be missing. Rejects with the stream's error, or with the signal's reason.
 */
export async function readCappedBytes(
  body: ReadableStream<Uint8Array>,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.byteLength;
      if (size > limit) throw new RangeError('The body is too large');
      chunks.push(chunk);
    },
  });
  try {
    await body.pipeTo(sink, { signal });
  } catch (error) {
    if (size > limit) return undefined;
    throw error;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
