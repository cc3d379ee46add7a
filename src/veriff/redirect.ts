import type { VeriffOutcome } from '../flow/ports.js';
import { success } from '../baanx/result.js';

/** After this long, in ms, the navigation was probably canceled, for example by a `beforeunload` prompt of the page. */
const LEAVE_TIMEOUT_MS = 15_000;

/** Leaves the page for Veriff. The status is checked if the person comes back. */
export function openRedirect(onOutcome: (outcome: VeriffOutcome) => void) {
  const closing = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const onReturn = () => onOutcome({ type: 'window-closed' });
  // A page that is restored from the back/forward cache continues where it was.
  addEventListener('pageshow', ({ persisted }) => persisted && onReturn(), { signal: closing.signal });
  return success({
    navigate(url: string) {
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
