import type { VeriffOutcome, VeriffWindow } from '../flow/ports.js';
import { success, type Result } from '../baanx/result.js';
import type { OpenIn } from '../flow/snapshot.js';
import { forSessions, type OpenedWindow, type SessionPolicy } from '../veriff/window.js';

/** A way to show Veriff. `modalWindow`, `popupWindow` and `redirectWindow` are ready-made ones for web pages. */
export interface WindowPort {
  /**
   * What the flow may expect of the window.
   * - `modal`: it is shown over the page, and Veriff's page in it reports to us what happens.
   * - `popup`: it is a window, tab or app of its own, which reports nothing, or only that it was closed.
   * - `redirect`: it replaces the page.
   */
  readonly openIn: OpenIn;
  /**
   * Opens an empty window, synchronously in the person's click. The flow sends it to the session when there is one.
   * @param report reports what happens in the window, until it is closed; later reports are ignored
   * @returns the window, at once: a promise is refused
   */
  open(report: (outcome: VeriffOutcome) => void, policy: SessionPolicy): Result<OpenedWindow>;
  /**
   * Whether it can work on this page. If not, `start()` opens the next one in the list.
   * @default it can
   */
  isAvailable?(policy: SessionPolicy): boolean;
}

/** The mode that `start()` opens: of the first window that is available, or of the first one. */
export const modeOf = (ports: readonly WindowPort[], policy: SessionPolicy): OpenIn =>
  (ports.find((port) => port.isAvailable?.(policy) ?? true) ?? ports[0])?.openIn ?? 'popup';

/** Opens a window that only goes to Veriff's sessions. */
export function openWindow(
  port: WindowPort,
  policy: SessionPolicy,
  report: (outcome: VeriffOutcome) => void,
): Result<VeriffWindow> {
  const opened = port.open(report, policy);
  return opened.ok ? success(forSessions(opened.value, policy)) : opened;
}
