import type { VeriffOutcome } from '../flow/ports.js';
import { success } from '../flow/result.js';

/** How long leaving may take before the step is usable again, in ms: a `beforeunload` of the page may have stopped it. */
const LEAVE_TIMEOUT_MS = 15_000;

/** Leaves the page for Veriff. The status is checked if the person comes back. */
export function openRedirect(_options: unknown, onOutcome: (outcome: VeriffOutcome) => void) {
  const closing = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const onReturn = () => onOutcome({ type: 'window-closed' });
  // A page that comes out of the back/forward cache continues where it was.
  addEventListener('pageshow', ({ persisted }) => persisted && onReturn(), { signal: closing.signal });
  return success({
    go(url: string) {
      location.assign(url);
      timer = setTimeout(onReturn, LEAVE_TIMEOUT_MS);
    },
    focus() {
      // There is no other window.
    },
    close() {
      clearTimeout(timer);
      closing.abort();
    },
  });
}
