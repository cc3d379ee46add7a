import type { PrepareVeriff } from '../flow/ports.js';
import { sessionUrlOf, type Destination } from './destination.js';

/** What the small page says until the session is there. */
export interface PopupOptions extends Destination {
  readonly title: string;
  readonly waiting: string;
}

/** How often it is looked whether the window is still there, in ms. */
const LOOK = 100;

/**
 * Shows Veriff in a window of its own. The opener is cut before it goes there, so Veriff's page says nothing to us
 * and the status tells how it went. From then on browsers may neither close it nor bring it to the front for us
 * (Chromium does not); when it is done, Veriff's page closes itself.
 */
export const popup =
  ({ title, waiting, ...destination }: PopupOptions): PrepareVeriff =>
  (tell) => {
    // In the click and empty: after an answer of the network browsers would block it.
    const opened = window.open('', '_blank', 'popup,width=600,height=760');
    if (!opened) return { code: 'popup-blocked' };
    write(opened.document, title, waiting, destination.language);

    let leaving = false;
    const watch = setInterval(() => {
      if (!opened.closed) {
        leaving &&= isOurs(opened);
        return;
      }
      clearInterval(watch);
      // Closed, and never seen on Veriff's page: a Cross-Origin-Opener-Policy, of this page or of Veriff's, has
      // cut the window off. It is open, and we only can't see it any more.
      if (!leaving) tell({ type: 'window-closed' });
    }, LOOK);

    return {
      navigate(sessionUrl) {
        const url = sessionUrlOf(sessionUrl, destination);
        if (typeof url !== 'string') return url;
        if (opened.closed) return undefined;
        opened.opener = null;
        opened.location.replace(url);
        leaving = true;
        return undefined;
      },
      focus: () => opened.focus(),
      close() {
        clearInterval(watch);
        opened.close();
      },
    };
  };

/** Whether the window still shows our small page: nobody else's can be read. */
function isOurs({ location }: Window): boolean {
  try {
    return !!location.href;
  } catch {
    return false;
  }
}

/** By script and not as markup, which a strict Content-Security-Policy or Trusted Types would refuse. */
function write(page: Document, title: string, waiting: string, language: string): void {
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
