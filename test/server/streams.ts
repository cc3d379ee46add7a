import { expect } from 'vitest';
import type { PushHub } from '../../src/server/index.js';

/** A stream that is being read. */
export interface FollowedStream {
  /** What has arrived so far. */
  readonly text: string;
  readonly hasEnded: boolean;
  cancel(): Promise<void>;
}

/** Opens a stream and reads it. */
export async function follow(hub: PushHub, onboardingId: string): Promise<FollowedStream> {
  const stream = await hub.open(onboardingId);
  expect(stream).toBeDefined();
  return read(stream!);
}

/** Reads a stream until it ends. */
export function read(stream: ReadableStream<Uint8Array>): FollowedStream {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const followed = { text: '', hasEnded: false, cancel: () => reader.cancel() };
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      followed.text += decoder.decode(value, { stream: true });
    }
  })()
    // A connection that breaks ends the stream as well.
    .catch(() => undefined)
    .then(() => (followed.hasEnded = true));
  return followed;
}
