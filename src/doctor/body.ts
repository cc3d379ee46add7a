import { ResponseError } from './request-failure.js';

/** The largest body that the doctor reads, in bytes. Pages, scripts and the proxy's responses are far smaller. */
const MAX_BODY_BYTES = 5_000_000;

/** What a smaller chunk counts as, in bytes. */
const MIN_CHUNK_BYTES = 100;

export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Reads a whole body.
 * @throws a `ResponseError` if it is larger than 5 MB
 */
export async function readBody({ body }: Response): Promise<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  const isComplete = await readChunks(reader, (chunk) => chunks.push(chunk));
  closeBody(reader);
  if (!isComplete)
    throw new ResponseError({
      kind: 'size',
      text: `the response is larger than ${MAX_BODY_BYTES / 1_000_000} MB`,
    });
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Reads to the end. Resolves with false, before the end, once more than `MAX_BODY_BYTES` were read. */
export async function readChunks(
  reader: BodyReader,
  onChunk?: (chunk: Uint8Array) => void,
): Promise<boolean> {
  let size = 0;
  while (size <= MAX_BODY_BYTES) {
    const { done, value } = await reader.read();
    if (done) return true;
    onChunk?.(value);
    // Small and empty chunks count too, so that a stream of nothing else ends.
    size += Math.max(MIN_CHUNK_BYTES, value.byteLength);
  }
  return false;
}

/** Stops reading. The connection may break while it is being closed; there is nothing left to read. */
export function closeBody(reader: BodyReader): void {
  void reader.cancel().catch(() => undefined);
}
