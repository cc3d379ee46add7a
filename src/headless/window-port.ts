import type { VeriffOutcome, VeriffWindow } from '../flow/ports.js';
import { success, type Result } from '../baanx/result.js';
import type { OpenIn } from '../flow/snapshot.js';
import { forSessions, type OpenedWindow, type SessionPolicy } from '../veriff/window.js';

/** Shows Veriff in one of the modes. `modalWindow`, `popupWindow` and `redirectWindow` are ready-made for web pages. */
export interface WindowPort {
  /**
   * What kind of window it is.
   * - `modal`: it is shown over the page, and Veriff's page in it reports what happens.
   * - `popup`: it is a separate window, tab or app, which reports nothing, or only that it was closed.
   * - `redirect`: it replaces the page.
   */
  readonly openIn: OpenIn;
  /**
   * Opens an empty window, synchronously in the person's click. When there is a session, the flow navigates the window to it.
   * @param report reports what happens in the window, until it is closed; later reports are ignored
   * @returns the window itself: a promise is refused
   */
  open(report: (outcome: VeriffOutcome) => void, policy: SessionPolicy): Result<OpenedWindow>;
  /**
   * Whether the window can work on this page. If not, `start()` opens the next one in the list.
   * @default it is available
   */
  isAvailable?(policy: SessionPolicy): boolean;
}

/** The mode that `start()` opens: that of the first available window, or else of the first window. */
export const modeOf = (ports: readonly WindowPort[], policy: SessionPolicy): OpenIn =>
  (ports.find((port) => port.isAvailable?.(policy) ?? true) ?? ports[0])?.openIn ?? 'popup';

/** Opens a window that can only be navigated to Veriff's sessions. */
export function openWindow(
  port: WindowPort,
  policy: SessionPolicy,
  report: (outcome: VeriffOutcome) => void,
): Result<VeriffWindow> {
  const opened = port.open(report, policy);
  return opened.ok ? success(forSessions(opened.value, policy)) : opened;
}
