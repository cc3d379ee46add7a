import { correction, generate } from 'lean-qr';
import { html, nothing, render } from 'lit';
import type { HandoffLink } from '../flow/snapshot.js';
import type { Messages } from '../i18n/locales/en.js';
import { timeOfDay } from '../i18n/time-of-day.js';
import { note } from './blocks.js';
import { actions, button } from './buttons.js';

/** What is shown of a link. */
export interface HandoffLinkView {
  readonly link: HandoffLink;
  readonly messages: Messages;
  /** To a phone the person scans a code; to the browser of this phone they copy the link. */
  readonly to: 'phone' | 'browser';
}

/** The white border that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** What became of a link that was copied: the browser may deny it. */
type Copied = 'copied' | 'denied';

/**
 * The link of a hand-off: the QR code, buttons that copy and share it, and how long it is valid. It is loaded when it is
 * shown; in the script tag's version from `handoff.js`, with a copy of Lit's renderer.
 */
export class HandoffLinkPanel {
  readonly #box: HTMLElement;
  #view: HandoffLinkView;
  #copied: { readonly url: string; readonly outcome: Copied } | undefined;

  constructor(box: HTMLElement, view: HandoffLinkView) {
    this.#box = box;
    this.#view = view;
  }

  /** Shows another link, or the same one in another language. */
  show(view: HandoffLinkView): void {
    this.#view = view;
    render(this.#template(), this.#box);
    const canvas = this.#box.querySelector('canvas');
    if (canvas) drawQr(canvas, view.link.url);
  }

  #template() {
    const { link, messages, to } = this.#view;
    const { url, expiresAt } = link;
    const outcome = this.#copied?.url === url ? this.#copied.outcome : undefined;
    const browserUrl = to === 'browser' ? androidBrowserUrl(url, navigator.userAgent) : undefined;
    // Buttons and not links, whose address every session recorder of the page could read.
    return html`
      ${to === 'phone' ? html`<canvas part="qr" role="img" aria-label=${messages.qrCode}></canvas>` : nothing}
      ${actions(
        browserUrl
          ? button('open', messages.useBrowser, () => location.assign(browserUrl), { isPrimary: true })
          : nothing,
        button(
          'copy',
          outcome === 'copied' ? messages.linkCopied : messages.copyLink,
          () => void this.#copy(url),
          { isPrimary: to === 'browser' && !browserUrl },
        ),
        'share' in navigator ? button('share', messages.shareLink, () => share(url)) : nothing,
      )}
      <p class="hidden" role="status">${outcome === 'copied' ? messages.linkCopied : nothing}</p>
      ${
        outcome === 'denied'
          ? html`<input
              part="link"
              readonly
              .value=${url}
              aria-label=${messages.copyLink}
              @focus=${({ target }: { readonly target: HTMLInputElement }) => target.select()}
            />`
          : nothing
      }
      ${note(expiresAt === undefined ? undefined : `${messages.linkExpires} ${timeOfDay(expiresAt, messages.lang)}`)}
    `;
  }

  /** If the browser denies it, the link is shown so that the person can copy it by hand. */
  async #copy(url: string): Promise<void> {
    const outcome = await copyText(url).then(
      (): Copied => 'copied',
      (): Copied => 'denied',
    );
    this.#copied = { url, outcome };
    this.show(this.#view);
  }
}

/** Rejects where there is no clipboard. */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** Lets the person send the link by the device's own means, such as a message to themselves. */
function share(url: string): void {
  // It rejects if the person changes their mind.
  navigator.share({ url }).catch(() => undefined);
}

/** Black on white also on a dark page: not every scanner reads an inverted code. */
function drawQr(canvas: HTMLCanvasElement, text: string): void {
  generate(text, { minCorrectionLevel: correction.M }).toCanvas(canvas, {
    on: [0, 0, 0, 255],
    off: [255, 255, 255, 255],
    pad: QUIET_ZONE,
  });
}

/**
 * A URL that Android opens in the person's own browser. Undefined on other systems, and for a URL with a fragment, which it
 * cannot contain.
 */
export function androidBrowserUrl(url: string, userAgent: string): string | undefined {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (!/Android/.test(userAgent) || hash) return undefined;
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
