import type { Lifeline } from './lifeline.js';

/**
 * The text of a body, or undefined where it is longer than `limit` bytes. The bytes are counted as they come:
 * `Content-Length` is a claim, and may be missing. Throws what the stream throws, and the line's reason once it
 * is cut.
 */
export async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  line: Lifeline,
): Promise<string | undefined> {
  if (!body) return '';
  const reader = body.getReader();
  // A source that fails while it is let go has nothing left to tell.
  const letGo = () => void reader.cancel().catch(() => undefined);
  line.onCut(letGo);
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (line.reason) throw line.reason;
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      letGo();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
