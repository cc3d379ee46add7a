import { failed, type Result } from '../baanx/result.js';
import { openModal } from '../veriff/modal.js';
import { openPopup } from '../veriff/popup.js';
import { isCameraDenied, preconnect } from '../veriff/preflight.js';
import { openRedirect } from '../veriff/redirect.js';
import type { OpenedWindow, SessionPolicy } from '../veriff/window.js';
import { cameraBlocked, warnOnce } from './hints.js';
import type { WindowPort } from './window-port.js';

/** An element, or a function that returns it when the window opens, for example from a framework's ref. */
type Found<E> = E | (() => E | null | undefined);

const find = <E extends Element>(found: Found<E>): E | undefined =>
  (typeof found === 'function' ? found() : found) ?? undefined;

/** What `modalWindow` needs from the page. */
export interface ModalWindowOptions {
  /**
   * Your `<dialog>` around Veriff's frame. It needs an accessible name, a button that calls `send({ type: 'leave' })`, and
   * the prompts of `snapshot.veriff.prompt`. It must stay the same element while it is open. Do not move its parent
   * element, because a frame that is moved reloads.
   */
  readonly dialog: Found<HTMLDialogElement>;
  /** The element in the dialog that contains the frame. Make it `inert` while a prompt is shown. */
  readonly frameBox: Found<HTMLElement>;
  /** The frame's accessible name. */
  readonly title: string;
}

/**
 * Shows Veriff in a frame in your modal dialog. It opens and closes the dialog, keeps the page behind it from
 * scrolling, handles Escape, and asks before the person leaves the page. It is not available on a page that denies the
 * camera to frames.
 */
export const modalWindow = (options: ModalWindowOptions): WindowPort => ({
  openIn: 'modal',
  isAvailable: ({ trustedOrigins }) => !isCameraDenied(trustedOrigins),
  open: (report, policy) =>
    prepared(policy, ({ trustedOrigins }) => {
      const dialog = find(options.dialog);
      const frameBox = find(options.frameBox);
      if (!dialog || !frameBox)
        return failed({ code: 'misconfigured', hint: 'modalWindow: dialog or frameBox is missing.' });
      if (isCameraDenied(trustedOrigins)) return failed(cameraBlocked(trustedOrigins));
      return openModal({ dialog, frameBox, title: options.title, trustedOrigins, warn: warnOnce }, report);
    }),
});

/** What `popupWindow` shows until Veriff's page loads. */
export interface PopupWindowOptions {
  /** The title of the window. */
  readonly title: string;
  /** The text in it. */
  readonly waiting: string;
}

/** Shows Veriff in a separate window. It must be opened in a click handler, or the browser blocks it. */
export const popupWindow = ({ title, waiting }: PopupWindowOptions): WindowPort => ({
  openIn: 'popup',
  open: (report, policy) =>
    prepared(policy, ({ language }) => openPopup({ title, waiting, language }, report)),
});

/** Leaves the page for Veriff. The person may not come back; the status is checked if they do. */
export const redirectWindow = (): WindowPort => ({
  openIn: 'redirect',
  open: (report, policy) => prepared(policy, () => openRedirect(report)),
});

/** Opens a window, and lets the browser connect to Veriff. Fails without https, where browsers allow no camera. */
function prepared(
  policy: SessionPolicy,
  open: (policy: SessionPolicy) => Result<OpenedWindow>,
): Result<OpenedWindow> {
  if (!isSecureContext) return failed({ code: 'insecure-context' });
  preconnect(policy.trustedOrigins);
  return open(policy);
}
