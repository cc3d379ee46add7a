import type { Destination } from './destination.js';
import { allowFor } from './frame-policy.js';
import { OUTCOMES, readMessage, RENDER } from './messages.js';
import { lockScroll } from './scroll-lock.js';
import type { MakeWay } from './way.js';

/** What the modal is shown in. */
export interface ModalOptions extends Pick<Destination, 'trusted'> {
  /** Constant in the template: a frame that is moved reloads. */
  readonly dialog: HTMLDialogElement;
  /** Where in the dialog the frame goes. */
  readonly box: HTMLElement;
  /** The frame's accessible name. */
  readonly title: string;
}

/** How long Veriff may take to greet us, in ms. */
export const HANDSHAKE_TIMEOUT = 15_000;

/** Shows Veriff in a frame in a modal dialog. */
export const modal: MakeWay<ModalOptions> = ({ dialog, box, title, trusted }, tell) => {
  const open = new AbortController();
  const { signal } = open;
  const frame = document.createElement('iframe');
  let timer: ReturnType<typeof setTimeout>;
  let session = '';

  const silent = () => tell({ type: 'window-silent' });
  // By script and never as an attribute, where page recorders would read the token in it.
  const load = () => {
    frame.contentWindow?.location.replace(session);
    clearTimeout(timer);
    timer = setTimeout(silent, HANDSHAKE_TIMEOUT);
  };

  frame.title = title;
  frame.part.add('frame');
  dialog.showModal();
  // A frame takes half as long again to make as the dialog: when that is painted.
  const painting = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      box.append(frame);
      if (session) load();
    });
  });
  const unlock = lockScroll();
  // An on-screen keyboard lies over the page: the dialog, with Close, stays above it. Times the scale, since whoever
  // zooms in does not want a smaller dialog.
  const view = visualViewport as VisualViewport;
  const fit = () => dialog.style.setProperty('--height', `${view.height * view.scale}px`);
  fit();
  view.addEventListener('resize', fit, { signal });
  // An Escape or a gesture that the browser does not let us refuse has closed it without asking the person.
  dialog.addEventListener(
    'close',
    () => {
      // Told late: of the window before this one, perhaps.
      if (dialog.open) return;
      dialog.showModal();
      tell({ type: 'leave' });
    },
    { signal },
  );
  document.addEventListener(
    'securitypolicyviolation',
    ({ disposition, effectiveDirective, blockedURI }) => {
      // All of the address, or its origin alone.
      if (disposition === 'enforce' && effectiveDirective === 'frame-src' && session.startsWith(blockedURI))
        silent();
    },
    { signal },
  );
  addEventListener(
    'message',
    (event) => {
      const message = readMessage(event, frame.contentWindow, trusted);
      if (!message) return;
      clearTimeout(timer);
      if (message === 'VERIFF_HANDSHAKE') frame.contentWindow?.postMessage(RENDER, event.origin);
      tell({ type: OUTCOMES[message] });
    },
    { signal },
  );

  return {
    go(url) {
      session = url;
      frame.allow = allowFor(session, trusted);
      if (frame.isConnected) load();
    },
    // Before it is on its way there is nothing in it, and Escape would be lost there.
    focus: () => session && frame.focus(),
    close() {
      open.abort();
      cancelAnimationFrame(painting);
      clearTimeout(timer);
      session = '';
      frame.remove();
      dialog.close();
      unlock();
    },
  };
};
