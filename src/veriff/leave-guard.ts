import { isTopmost } from './escape-key.js';

export interface LeaveGuardOptions {
  /** Veriff's dialog. */
  readonly dialog: HTMLDialogElement;
  /** Whether the prompt is already shown. */
  readonly isAsking: () => boolean;
  /** Called instead of a Back navigation that was canceled. */
  readonly onBack: () => void;
}

/**
 * Asks before the person leaves the page, until the returned function is called.
 *
 * - The browser asks before another page is loaded (`beforeunload`).
 * - Back within the page, as in an app with a router, is canceled before the router sees it, and the dialog asks. The
 *   browser lets it be canceled only once after each press or tap, so a second Back always works.
 * - Android's Back is a close request, which the browser sends to the dialog as `cancel`.
 *
 * The usual technique, an extra history entry, harms the page: only `history.back()` removes it, which takes effect
 * later and could undo the host's own navigation after the verdict. An entry of a hidden frame is not removed with its
 * frame (Chromium 156), so one press of Back would do nothing.
 */
export function guardLeaving({ dialog, isAsking, onBack }: LeaveGuardOptions): () => void {
  const guarding = new AbortController();
  const { signal } = guarding;
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (!isAsking()) event.preventDefault();
  };
  const onNavigate = (event: NavigateEvent) => {
    // While the page hides the dialog, or shows its own above it, the person would not see why Back does nothing.
    if (event.navigationType !== 'traverse' || !event.cancelable || isAsking() || !isTopmost(dialog)) return;
    event.preventDefault();
    onBack();
  };
  addEventListener('beforeunload', onBeforeUnload, { signal });
  // Not supported before Firefox 147 and Safari 26.2.
  (globalThis as Partial<Pick<Window, 'navigation'>>).navigation?.addEventListener('navigate', onNavigate, {
    signal,
  });
  return () => guarding.abort();
}
