import { RENDER } from '../src/veriff/messages.js';
import { onPageMessage, sendSettings, type PageMessage } from './frame-messages.js';

/** The frame with the sign-up page. `onAway` is called with whether it shows another page: Veriff, after a redirect. */
export class Frame {
  readonly #frame: HTMLIFrameElement;
  #isAway = true;
  #query = '';

  constructor(
    frame: HTMLIFrameElement,
    onMessage: (message: PageMessage) => void,
    onAway: (isAway: boolean) => void,
  ) {
    this.#frame = frame;
    onPageMessage(frame, (message) => {
      // Settings may have changed while it loaded.
      if (message.type === 'loaded') sendSettings(frame, this.#query);
      onMessage(message);
    });
    addEventListener('message', ({ source, origin, data }) => {
      // After a redirect, Veriff's page waits for its parent to complete the handshake as the element would.
      if (source === frame.contentWindow && data === 'VERIFF_HANDSHAKE')
        frame.contentWindow?.postMessage(RENDER, origin);
    });
    frame.addEventListener('load', () => {
      // A document of another origin is not accessible.
      this.#isAway = !frame.contentDocument?.querySelector('#sign-up-step');
      onAway(this.#isAway);
    });
  }

  /** Applies settings to the sign-up page, once it has loaded. */
  show(query: string): void {
    const isFirst = this.#query === '';
    this.#query = query;
    if (isFirst) this.reload();
    else if (!this.#isAway) sendSettings(this.#frame, query);
  }

  /** Loads the sign-up page again, as for a person who returns to it. */
  reload(): void {
    this.#frame.contentWindow?.location.replace(`sign-up.html?${this.#query}`);
  }
}
