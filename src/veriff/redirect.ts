import type { MakeWay } from './way.js';

/** How long leaving may take before the step is usable again, in ms: the page's own question may have kept it. */
const LEAVING = 15_000;

/** Leaves the page for Veriff. Whoever comes back has the status asked. */
export const redirect: MakeWay<unknown> = (_options, tell) => {
  const here = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const back = () => tell({ type: 'window-closed' });
  // A page that comes back out of the back-forward cache goes on where it was: nobody loads it anew.
  addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal: here.signal });
  return {
    go(url) {
      location.assign(url);
      timer = setTimeout(back, LEAVING);
    },
    focus() {
      // There is no window besides this one.
    },
    close() {
      clearTimeout(timer);
      here.abort();
    },
  };
};
