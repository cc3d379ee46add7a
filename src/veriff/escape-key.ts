/** What Escape closes. Browsers that do not support `:popover-open` ignore it in `:is()`. */
const CLOSES_AT_ESCAPE = ':is(dialog[open], :popover-open)';
const POPOVER = '[popover]:not([popover=manual]):is(:popover-open)';

/**
 * Calls `leave` for Escape in an open dialog and hides the key from everything else, because only the topmost dialog
 * may react. The host's dialogs listen for it on `document`, some of them in the capture phase (Radix), so this listens
 * on `window`. The browser's default action is prevented too, because it may close several dialogs that were opened in
 * one click.
 */
export function leaveOnEscape(dialog: HTMLDialogElement, signal: AbortSignal, leave: () => void): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    const popover = dialog.querySelector<HTMLElement>(POPOVER);
    const isPopoverFirst = popover !== null && isHit(popover);
    if (!isPopoverFirst && !isTopmost(dialog)) return;
    consume(event);
    if (event.repeat) return;
    consumeUntilReleased();
    // WebKit would close the dialog together with the popover.
    if (isPopoverFirst) popover.hidePopover();
    else leave();
  };
  addEventListener('keydown', onKeyDown, { capture: true, signal });
}

/** Whether the dialog is open with nothing above it. */
export const isTopmost = (dialog: HTMLDialogElement): boolean =>
  dialog.open && !dialog.querySelector(CLOSES_AT_ESCAPE) && isHit(dialog);

/**
 * Whether a press at the element's center reaches it. Everything outside the topmost modal dialog is inert, so no press
 * reaches it.
 */
function isHit(element: HTMLElement): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

/** The repetitions and the release of the key go wherever the focus is once the dialog has closed. */
function consumeUntilReleased(): void {
  const holding = new AbortController();
  const options = { capture: true, signal: holding.signal };
  const onRelease = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    consume(event);
    holding.abort();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (event.repeat) consume(event);
    // Pressed again: the release went to another window.
    else holding.abort();
  };
  addEventListener('keyup', onRelease, options);
  addEventListener('keydown', onKeyDown, options);
}

function consume(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
