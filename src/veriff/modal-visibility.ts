import { lockScroll } from './page-lock.js';

export interface VisibilityOptions {
  /** Stops watching the dialog. The caller closes it. */
  readonly signal: AbortSignal;
  /** Called once if the page hides the dialog. */
  readonly onHidden: () => void;
  /** Called if the browser closes the dialog without asking. */
  readonly onDismissed: () => void;
}

/**
 * Shows a dialog as a modal, and keeps the page behind it from scrolling, as long as it is rendered. A modal dialog
 * with a hidden ancestor shows nothing and still makes the page inert; nobody must be trapped there. So it is closed
 * while an ancestor hides it, and shown again when the ancestor is.
 */
export function keepVisible(
  dialog: HTMLDialogElement,
  { signal, onHidden, onDismissed }: VisibilityOptions,
): void {
  // A closed dialog has no box, so what is around it shows whether it could be rendered. Not the element that hosts the
  // shadow root: it has no box either under `display: contents`.
  const parent = dialog.parentElement ?? document.documentElement;
  let unlockScroll: (() => void) | undefined;
  let wasHidden = false;

  const show = () => {
    dialog.showModal();
    unlockScroll ??= lockScroll();
  };
  const hide = () => {
    unlockScroll?.();
    unlockScroll = undefined;
    dialog.close();
    if (!wasHidden) onHidden();
    wasHidden = true;
  };
  const update = () => {
    if (signal.aborted) return;
    const isShown = unlockScroll !== undefined;
    // A dialog that the browser has just closed is not rendered either; its `close` event is on its way.
    if (isShown && !isRendered(dialog.open ? dialog : parent)) hide();
    else if (!isShown && isRendered(parent)) show();
  };
  signal.addEventListener('abort', () => unlockScroll?.());

  // Some ways of closing it cannot be prevented (a second Escape, Android's back gesture).
  dialog.addEventListener(
    'close',
    () => {
      // The browser fires `close` late: the dialog may have been reopened, or hidden by us.
      if (dialog.open || !unlockScroll) return;
      dialog.showModal();
      onDismissed();
    },
    { signal },
  );
  show();
  update();
  // No single observer notices all of `display: none`, `content-visibility: hidden`, `<details>` and popovers.
  // In the next frame, because the browser reports an error to the page if a size changes inside a `ResizeObserver` callback.
  const updateLater = () => requestAnimationFrame(update);
  const observers = [new ResizeObserver(updateLater), new IntersectionObserver(updateLater)];
  for (const observer of observers) {
    observer.observe(dialog);
    observer.observe(parent);
    signal.addEventListener('abort', () => observer.disconnect());
  }
}

/** Whether the element has a box. Safari before 17.4 and Firefox before 106 do not know `checkVisibility`. */
export const isRendered = (element: Element): boolean =>
  (element as Partial<Element>).checkVisibility?.() ?? element.getClientRects().length > 0;
