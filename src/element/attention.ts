import type { Attention } from '../flow/ports.js';
import { sleep } from '../flow/sleep.js';

/** The page's own attention. It listens only while somebody waits. */
export const attention: Attention = {
  get hidden() {
    return document.hidden;
  },
  get offline() {
    // Only this answer is certain: online may still mean a network without a way out.
    return !navigator.onLine;
  },
  woken: (signal, ms = Infinity) => {
    const heard = new AbortController();
    const options = { signal: heard.signal };
    const wake = () => heard.abort();
    document.addEventListener('visibilitychange', () => attention.hidden || wake(), options);
    for (const type of ['focus', 'pageshow', 'online']) addEventListener(type, wake, options);
    signal.addEventListener('abort', wake, options);
    if (signal.aborted) wake();
    return sleep(ms, heard.signal).then(wake);
  },
};
