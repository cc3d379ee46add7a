/**
 * Reads a body as UTF-8 text, without its byte-order mark. Resolves with undefined if it is longer than `limit`
 * bytes. The bytes are counted as they arrive: `Content-Length` is a claim, and may be missing. Rejects with the
 * stream's error, or with the signal's reason once it aborts.
 */
export async function readCapped(
  body: ReadableStream<Uint8Array>,
  limit: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  signal.throwIfAborted();
  const reader = body.getReader();
  // A stream that fails while it is being canceled has nothing left to report.
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    const decoder = new TextDecoder();
    let size = 0;
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > limit) {
        cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
