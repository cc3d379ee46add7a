import type { Attention } from '../flow/ports.js';
import { sleep } from '../flow/sleep.js';

/** The page's own attention. It listens only while somebody waits. */
export const attention: Attention = {
  get hidden() {
    return document.visibilityState === 'hidden';
  },
  get offline() {
    // Only this answer is certain: online may still mean a network without a way out.
    return !navigator.onLine;
  },
  woken: (signal, ms = Infinity) =>
    new Promise((resolve) => {
      const heard = new AbortController();
      const options = { signal: heard.signal };
      const wake = () => {
        heard.abort();
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const shown = () => attention.hidden || wake();
      document.addEventListener('visibilitychange', shown, options);
      for (const type of ['focus', 'pageshow', 'online']) window.addEventListener(type, wake, options);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
      void sleep(ms, heard.signal).then(wake);
    }),
};
