import type { Attention } from '../flow/ports.js';
import { sleep } from '../flow/sleep.js';

/** Input that only a person who sees the page can make. */
const INPUT = ['pointerdown', 'keydown', 'click'] as const;
const RETURN = ['focus', 'pageshow', 'online'] as const;

/** Some WebViews always report `document.hidden`. It is ignored once a person has used a "hidden" page. */
let isHiddenUnreliable = false;

/** The person's attention to this page, as the browser reports it. It adds listeners to the page only during a wait. */
export const attention: Attention = {
  get hidden() {
    return document.hidden && !isHiddenUnreliable;
  },
  get offline() {
    return !navigator.onLine;
  },
  waitForReturn: (signal, ms = Infinity) => {
    const waiting = new AbortController();
    const options = { signal: waiting.signal };
    const end = () => waiting.abort();
    const onInput = ({ isTrusted }: Event) => {
      if (!isTrusted || !document.hidden) return;
      isHiddenUnreliable = true;
      end();
    };
    document.addEventListener('visibilitychange', () => attention.hidden || end(), options);
    for (const type of RETURN) addEventListener(type, end, options);
    if (document.hidden)
      for (const type of INPUT) addEventListener(type, onInput, { ...options, capture: true });
    signal.addEventListener('abort', end, options);
    if (signal.aborted) end();
    return sleep(ms, waiting.signal).then(end);
  },
  onLeave: (signal, callback) =>
    document.addEventListener('visibilitychange', () => attention.hidden && callback(), { signal }),
};
