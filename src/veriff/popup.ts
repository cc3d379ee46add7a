import type { Destination } from './destination.js';
import type { MakeWay } from './way.js';

/** What the small page says until the session is there. */
export interface PopupOptions extends Pick<Destination, 'language'> {
  readonly title: string;
  readonly waiting: string;
}

/** How often it is looked whether the window is still there, in ms. A page in the background may look less often. */
const LOOK = 100;

/**
 * A Cross-Origin-Opener-Policy, of this page or of Veriff's, cuts the window off as Veriff's page takes the place of
 * ours: it reads as closed while it is open. Measured on a busy machine, that is after 81 ms at most (Chromium 156,
 * Firefox 153, WebKitGTK 2.50); whoever is seen open later than this, in ms, is not cut off.
 */
const CUT = 250;

/**
 * Found closed so long after Veriff's page came, in ms, and never seen open there: timers stood still, as on a phone
 * that keeps one page alive. Now they run, so the person is back, and has the status asked.
 */
const LATE = 2_000;

/**
 * Shows Veriff in a window of its own. The opener is cut before it goes there, so Veriff's page says nothing to us
 * and the status tells how it went. From then on it is not ours to close, and browsers may not bring it to the front for
 * us (Chromium does not); when it is done, Veriff's page closes itself.
 */
export const popup: MakeWay<PopupOptions> = (options, tell) => {
  // In the click and empty: after an answer of the network browsers would block it.
  const opened = window.open('', '_blank', 'popup,width=600,height=760');
  if (!opened) return { code: 'popup-blocked' };
  write(opened.document, options);

  /** When Veriff's page came, for as long as that may have cut the window off; else 0. */
  let came = 0;
  let isAway = false;
  const watch = setInterval(() => {
    const since = Date.now() - came;
    if (!opened.closed) {
      if (since > CUT) came = 0;
      return;
    }
    clearInterval(watch);
    // In between it is not known. The step then offers to open the window again, and to say that it is done.
    if (since > LATE) tell({ type: 'window-closed' });
  }, LOOK);

  return {
    go(url) {
      if (opened.closed) return;
      // Told by our small page, in the engine's own order, whenever timers run. Closed by then: by the person.
      opened.addEventListener('pagehide', () => {
        if (!opened.closed) came = Date.now();
      });
      // In this order: a sandboxed page may send nobody away whose opener it is not.
      opened.location.replace(url);
      opened.opener = null;
      isAway = true;
    },
    focus: () => opened.focus(),
    close() {
      clearInterval(watch);
      // Chromium would refuse, and say so in the console with the whole session URL.
      if (!isAway) opened.close();
    },
  };
};

/** By script and not as markup, which a strict Content-Security-Policy or Trusted Types would refuse. */
function write(page: Document, { title, waiting, language }: PopupOptions): void {
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
