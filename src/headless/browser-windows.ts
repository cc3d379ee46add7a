import { failed, type Result } from '../baanx/result.js';
import type { VeriffOutcome } from '../flow/ports.js';
import { openModal } from '../veriff/modal.js';
import { openPopup } from '../veriff/popup.js';
import { isCameraDenied, preconnect } from '../veriff/preflight.js';
import { openRedirect } from '../veriff/redirect.js';
import type { OpenedWindow } from '../veriff/window.js';
import { cameraBlocked, warnOnce } from './hints.js';
import type { WindowPort } from './window-port.js';

/** An element, or a function that returns it when the window opens, as for a framework's reference. */
type Found<E> = E | (() => E | null | undefined);

const find = <E extends Element>(found: Found<E>): E | undefined =>
  (typeof found === 'function' ? found() : found) ?? undefined;

/** What `modalWindow` needs of the page. */
export interface ModalWindowOptions {
  /**
   * Your `<dialog>` around Veriff's frame: with an accessible name, a button that calls `send({ type: 'leave' })`, and the
   * prompts of `snapshot.veriff.prompt`. It must stay the same element while it is open, and its element parent must not
   * be moved: a frame that is moved reloads.
   */
  readonly dialog: Found<HTMLDialogElement>;
  /** The element in the dialog that the frame is put into. Set it `inert` while a prompt is shown. */
  readonly frameBox: Found<HTMLElement>;
  /** The frame's accessible name. */
  readonly title: string;
}

/**
 * Shows Veriff in a frame in your modal dialog. It opens and closes the dialog, keeps the page behind it from scrolling,
 * handles Escape, and asks before the page is left. On a page that denies the camera to frames it is not available.
 */
export const modalWindow = ({ dialog, frameBox, title }: ModalWindowOptions): WindowPort => ({
  openIn: 'modal',
  isAvailable: ({ trustedOrigins }) => !isCameraDenied(trustedOrigins),
  open: (report, { trustedOrigins }) =>
    inSecureContext(() => {
      const elements = { dialog: find(dialog), frameBox: find(frameBox) };
      if (!elements.dialog || !elements.frameBox)
        return failed({ code: 'misconfigured', hint: 'modalWindow: dialog or frameBox is missing.' });
      if (isCameraDenied(trustedOrigins)) return failed(cameraBlocked(trustedOrigins));
      preconnect(trustedOrigins);
      return withCancel(elements.dialog, report, () =>
        openModal(
          {
            dialog: elements.dialog as HTMLDialogElement,
            frameBox: elements.frameBox as HTMLElement,
            title,
            trustedOrigins,
            onHidden: () =>
              warnOnce('The page hides Veriff’s dialog. It opens again when the page shows it.'),
            onRefusedOrigin: (origin) =>
              warnOnce(`Refused messages from ${origin}. Is it one of veriffOrigins?`),
          },
          report,
        ),
      );
    }),
});

/** What `popupWindow` shows until Veriff's page is there. */
export interface PopupWindowOptions {
  /** The title of the window. */
  readonly title: string;
  /** The text in it. */
  readonly waiting: string;
}

/** Shows Veriff in a window of its own. It must open in a click, or the browser blocks it. */
export const popupWindow = ({ title, waiting }: PopupWindowOptions): WindowPort => ({
  openIn: 'popup',
  open: (report, { trustedOrigins, language }) =>
    inSecureContext(() => {
      preconnect(trustedOrigins);
      return openPopup({ title, waiting, language }, report);
    }),
});

/** Leaves the page for Veriff. The person may not come back by themselves; the status is checked when they do. */
export const redirectWindow = (): WindowPort => ({
  openIn: 'redirect',
  open: (report) => inSecureContext(() => openRedirect(undefined, report)),
});

/** Without https the browser gives no camera to anyone. */
const inSecureContext = (open: () => Result<OpenedWindow>): Result<OpenedWindow> =>
  isSecureContext ? open() : failed({ code: 'insecure-context' });

/** A close request of the browser, such as Android's Back, asks to leave. */
function withCancel(
  dialog: HTMLDialogElement,
  report: (outcome: VeriffOutcome) => void,
  open: () => Result<OpenedWindow>,
): Result<OpenedWindow> {
  const opened = open();
  if (!opened.ok) return opened;
  const onCancel = (event: Event) => {
    // If it cannot be prevented, the dialog's `close` is handled instead.
    if (event.target !== dialog || !event.cancelable) return;
    event.preventDefault();
    report({ type: 'leave' });
  };
  dialog.addEventListener('cancel', onCancel);
  const { close } = opened.value;
  return {
    ...opened,
    value: {
      ...opened.value,
      close() {
        dialog.removeEventListener('cancel', onCancel);
        close();
      },
    },
  };
}
