import { lockScroll } from './page-lock.js';

export interface VisibilityOptions {
  /** Stops watching the dialog. The caller closes it. */
  readonly signal: AbortSignal;
  /** Called each time the page hides the dialog. */
  readonly onHidden: () => void;
  /** Called when the browser closes the dialog, or is about to. The dialog stays open. */
  readonly onLeave: () => void;
}

/**
 * Gives the closed dialog an invisible box, to detect whether the dialog would be rendered. No other element is
 * reliable: the dialog's parent may be a shadow root, have no box (`display: contents`), or hide only its content.
 */
const PROBE = { display: 'block', visibility: 'hidden' } as const;

/**
 * Shows a dialog as a modal, and keeps the page behind it from scrolling, as long as it is rendered. A modal dialog
 * with a hidden ancestor shows nothing and still makes the page inert, which would trap the person. So it is closed
 * while an ancestor hides it, and shown again when the ancestor is.
 */
export function keepVisible(
  dialog: HTMLDialogElement,
  { signal, onHidden, onLeave }: VisibilityOptions,
): void {
  const { style } = dialog;
  const { display, visibility } = style;
  let unlockScroll: (() => void) | undefined;

  const endProbe = () => Object.assign(style, { display, visibility });
  const show = () => {
    endProbe();
    dialog.showModal();
    unlockScroll ??= lockScroll();
  };
  const hide = () => {
    unlockScroll?.();
    unlockScroll = undefined;
    dialog.close();
    Object.assign(style, PROBE);
    onHidden();
  };
  const update = () => {
    if (signal.aborted) return;
    const isShown = unlockScroll !== undefined;
    // A dialog that the browser has just closed is not rendered either; its `close` event follows.
    if (isShown && dialog.open && !isRendered(dialog)) hide();
    else if (!isShown && isRendered(dialog)) show();
  };
  signal.addEventListener('abort', () => {
    unlockScroll?.();
    endProbe();
  });

  dialog.addEventListener(
    'cancel',
    (event) => {
      // A file input in the dialog fires this event too.
      if (event.target !== dialog || !event.cancelable) return;
      event.preventDefault();
      onLeave();
    },
    { signal },
  );
  // Some causes of closing cannot be prevented (a second Escape, Android's back gesture).
  dialog.addEventListener(
    'close',
    () => {
      // The browser fires `close` late: the dialog may have been reopened, or hidden by us.
      if (dialog.open || !unlockScroll) return;
      dialog.showModal();
      update();
      onLeave();
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
    signal.addEventListener('abort', () => observer.disconnect());
  }
}

/** Whether the element has a box. Safari before 17.4 and Firefox before 106 do not support `checkVisibility`. */
const isRendered = (element: Element): boolean =>
  (element as Partial<Element>).checkVisibility?.() ?? element.getClientRects().length > 0;
