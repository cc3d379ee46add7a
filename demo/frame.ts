import { RENDER } from '../src/veriff/messages.js';
import { choose, onNews, type News } from './between.js';

/** The frame with the sign-up page in it. `away` hears whether it shows another page: Veriff, after a redirect. */
export class Frame {
  readonly #frame: HTMLIFrameElement;
  #isAway = true;
  #query = '';

  constructor(frame: HTMLIFrameElement, heard: (news: News) => void, away: (isAway: boolean) => void) {
    this.#frame = frame;
    onNews(frame, (news) => {
      // Something may have been chosen while it loaded.
      if (news.news === 'here') choose(frame, this.#query);
      heard(news);
    });
    addEventListener('message', ({ source, origin, data }) => {
      // After a redirect Veriff's page takes this frame for the step's, and shows nothing before the step's word.
      if (source === frame.contentWindow && data === 'VERIFF_HANDSHAKE')
        frame.contentWindow?.postMessage(RENDER, origin);
    });
    frame.addEventListener('load', () => {
      // Another origin's page has no document for us.
      this.#isAway = !frame.contentDocument?.querySelector('#place');
      away(this.#isAway);
    });
  }

  /** Shows these settings: at once where the sign-up page is there. */
  show(query: string): void {
    const isFirst = this.#query === '';
    this.#query = query;
    if (isFirst) this.reload();
    else if (!this.#isAway) choose(this.#frame, query);
  }

  /** Loads the sign-up page anew, as a person would who comes back. */
  reload(): void {
    this.#frame.contentWindow?.location.replace(`sign-up.html?${this.#query}`);
  }
}
