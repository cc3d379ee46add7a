import type { VeriffOutcome } from '../flow/ports.js';
import { failed, success } from '../baanx/result.js';

export interface PopupOptions {
  /** Title of the page that waits for the session. */
  readonly title: string;
  /** Text of that page. */
  readonly waiting: string;
  /** Language of that page and of Veriff's (ISO 639-1), or empty. */
  readonly language: string;
}

/** How often to check whether the window is still open, in ms. Browsers slow this down in the background. */
const POPUP_POLL_MS = 100;

/**
 * A Cross-Origin-Opener-Policy, of this page or of Veriff's, severs the window when Veriff's page replaces ours: it
 * looks closed although it is open. On a busy machine that took 81 ms at most (Chromium 156, Firefox 153, WebKitGTK
 * 2.50). A window that still looks open after this time, in ms, was not severed.
 */
const SEVERED_WITHIN_MS = 250;

/**
 * If the window first looks closed this long after Veriff's page replaced ours, in ms, our timers were suspended, as on
 * a phone that runs one page at a time. They run again because the person is back, so the status is checked.
 */
const TIMERS_SUSPENDED_MS = 2_000;

/**
 * Shows Veriff in a separate window. The opener is removed before the window navigates to Veriff, so Veriff's page
 * cannot report to us and the outcome is known only from the status. From then on browsers may refuse to let us close
 * or focus the window.
 */
export function openPopup(options: PopupOptions, onOutcome: (outcome: VeriffOutcome) => void) {
  // Opened empty and synchronously in the click handler: after a network response browsers would block it.
  const popup = window.open('', '_blank', 'popup,width=600,height=760');
  if (!popup || !isNewWindow(popup)) return failed({ code: 'popup-blocked' });
  try {
    writeWaitingPage(popup.document, options);
  } catch {
    // A window that cannot be written to cannot be used.
    popup.close();
    return failed({ code: 'popup-blocked' });
  }

  /** When the popup left our page for Veriff's; 0 once we know that no policy severed the window. */
  let leftOurPageAt = 0;
  let isAtVeriff = false;
  const timer = setInterval(() => {
    const elapsed = performance.now() - leftOurPageAt;
    if (!popup.closed) {
      if (elapsed > SEVERED_WITHIN_MS) leftOurPageAt = 0;
      return;
    }
    clearInterval(timer);
    const isCertain = leftOurPageAt === 0 || elapsed > TIMERS_SUSPENDED_MS;
    // Otherwise the window may be open although it looks closed. The step offers buttons to reopen it and to say that
    // it is done.
    if (isCertain) onOutcome({ type: 'window-closed' });
  }, POPUP_POLL_MS);

  return success({
    navigate(url: string) {
      if (popup.closed) return;
      popup.addEventListener('pagehide', () => {
        if (!popup.closed) leftOurPageAt = performance.now();
      });
      // In this order, because a sandboxed page may only navigate a window that it is the opener of.
      popup.location.replace(url);
      popup.opener = null;
      isAtVeriff = true;
    },
    focus: () => popup.focus(),
    close() {
      clearInterval(timer);
      // Chromium would refuse, and print the whole session URL in the console.
      if (!isAtVeriff) popup.close();
    },
  });
}

/** In a WebView without support for several windows `window.open` may return the page itself. */
const isNewWindow = (opened: Window): boolean => opened !== self && opened !== parent && opened !== top;

/** Builds the page by script, because a strict Content-Security-Policy or Trusted Types would refuse markup. */
function writeWaitingPage(page: Document, { title, waiting, language }: PopupOptions): void {
  const { body, documentElement: root } = page;
  page.title = title;
  root.lang = language;
  root.style.cssText = 'color-scheme:light dark;font:1.125rem system-ui';
  page.head.append(
    Object.assign(page.createElement('meta'), { name: 'viewport', content: 'width=device-width' }),
  );
  body.dir = 'auto';
  body.style.cssText = 'display:grid;place-content:center;height:100vh;margin:0';
  body.textContent = waiting;
}
