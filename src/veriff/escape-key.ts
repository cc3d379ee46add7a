/**
 * Calls `leave` for Escape in an open dialog and hides the key from everything else, because only the topmost dialog may
 * react. Dialogs of the host listen for it on `document`, some of them while it is captured (Radix), so it is taken on
 * `window`. The browser's own reaction is prevented too: it may close several dialogs that were opened in one click.
 */
export function leaveOnEscape(dialog: HTMLDialogElement, signal: AbortSignal, leave: () => void): void {
  const isInDialog = (event: KeyboardEvent) => {
    const path = event.composedPath();
    return dialog.open && (path.includes(dialog) || path[0] === document.body);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isInDialog(event)) return;
    consume(event);
    if (event.repeat) return;
    consumeUntilReleased();
    leave();
  };
  addEventListener('keydown', onKeyDown, { capture: true, signal });
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
