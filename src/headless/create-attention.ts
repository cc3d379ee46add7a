import type { Attention } from '../flow/ports.js';
import { sleep } from '../flow/sleep.js';

/** What an app knows about the person's attention. */
export interface AttentionSource {
  /** Whether the app is in the background now. */
  isHidden(): boolean;
  /**
   * Whether there is no network connection now.
   * @default there is one
   */
  isOffline?(): boolean;
  /**
   * Calls the listener when the app goes to the background or returns from it, and when the network connection is back.
   * Returns a function that removes the listener.
   */
  onChange(listener: () => void): () => void;
}

/** The attention of a person who is always present, as in a terminal. */
const ALWAYS: AttentionSource = { isHidden: () => false, onChange: () => () => undefined };

/** Creates the flow's `attention` from an app's source. It listens only while the flow waits. */
export function createAttention(source: AttentionSource = ALWAYS): Attention {
  /** Calls back at each change until the signal is aborted. */
  const listen = (signal: AbortSignal, callback: () => void) => {
    if (signal.aborted) return;
    const stopListening = source.onChange(callback);
    signal.addEventListener('abort', stopListening, { once: true });
  };
  return {
    get hidden() {
      return source.isHidden();
    },
    get offline() {
      return source.isOffline?.() ?? false;
    },
    async waitForReturn(signal, ms = Infinity) {
      const waiting = new AbortController();
      const end = () => waiting.abort();
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      listen(waiting.signal, () => {
        if (!source.isHidden()) end();
      });
      await sleep(ms, waiting.signal);
      signal.removeEventListener('abort', end);
      end();
    },
    onLeave: (signal, callback) =>
      listen(signal, () => {
        if (source.isHidden()) callback();
      }),
  };
}
