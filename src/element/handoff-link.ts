import { correction, generate } from 'lean-qr';
import type { HandoffLink } from '../flow/snapshot.js';
import type { Messages } from '../i18n/locales/en.js';
import { timeOfDay } from '../i18n/time-of-day.js';

/** What the panel shows. */
export interface HandoffLinkView {
  readonly link: HandoffLink;
  readonly messages: Messages;
  /** `phone`: the person scans a code. `browser`: they copy the link to another browser on this phone. */
  readonly to: 'phone' | 'browser';
}

/** The white border that scanners need around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * The link of a hand-off: the QR code, buttons that copy and share it, and how long it is valid. It is loaded when it
 * is needed; the script-tag version loads `handoff.js`. It does not use Lit, because a second copy of Lit in the page
 * would need a Trusted Types policy of the same name.
 */
export class HandoffLinkPanel {
  readonly #canvas = create('canvas', {}, 'qr');
  readonly #open = createButton('open', () => {
    const url = this.#browserUrl;
    if (url) location.assign(url);
  });
  readonly #copy = createButton('copy', () => void this.#copyLink());
  readonly #share = createButton('share', () => shareLink(this.#view.link.url));
  readonly #status = create('p', { className: 'hidden' });
  /** Shows the link for copying by hand if the browser denies access to the clipboard. */
  readonly #field = create('input', { readOnly: true, hidden: true }, 'link');
  readonly #validity = create('p', { className: 'note' }, 'note');
  #view: HandoffLinkView;
  #copiedUrl: string | undefined;

  constructor(box: HTMLElement, view: HandoffLinkView) {
    this.#view = view;
    this.#canvas.setAttribute('role', 'img');
    this.#status.setAttribute('role', 'status');
    this.#field.addEventListener('focus', () => this.#field.select());
    const actions = create('div', { className: 'actions' }, 'actions');
    actions.append(this.#open, this.#copy, this.#share);
    box.append(this.#canvas, actions, this.#status, this.#field, this.#validity);
  }

  /** Shows another link, or the same one in another language. */
  show(view: HandoffLinkView): void {
    this.#view = view;
    const { link, messages, to } = view;
    const isCopied = this.#copiedUrl === link.url;
    const isPhone = to === 'phone';
    this.#canvas.hidden = !isPhone;
    this.#canvas.setAttribute('aria-label', messages.qrCode);
    if (isPhone) drawQr(this.#canvas, link.url);
    setLabel(this.#open, messages.useBrowser);
    setLabel(this.#copy, isCopied ? messages.linkCopied : messages.copyLink);
    setLabel(this.#share, messages.shareLink);
    this.#open.hidden = this.#browserUrl === undefined;
    this.#share.hidden = !('share' in navigator);
    this.#open.className = 'primary';
    this.#copy.className = isPhone || !this.#open.hidden ? '' : 'primary';
    this.#status.textContent = isCopied ? messages.linkCopied : '';
    this.#field.setAttribute('aria-label', messages.copyLink);
    if (this.#field.value !== link.url) this.#field.value = link.url;
    this.#validity.textContent = validity(view);
    this.#validity.hidden = !this.#validity.textContent;
  }

  /** A URL that opens the person's own browser from the browser of an app. */
  get #browserUrl(): string | undefined {
    const { link, to } = this.#view;
    return to === 'browser' ? androidBrowserUrl(link.url, navigator.userAgent) : undefined;
  }

  async #copyLink(): Promise<void> {
    const { url } = this.#view.link;
    try {
      await navigator.clipboard.writeText(url);
      this.#copiedUrl = url;
      this.#field.hidden = true;
    } catch {
      // The browser denies access, or has no clipboard. Focusing the field selects the link.
      this.#field.hidden = false;
      this.#field.focus();
    }
    this.show(this.#view);
  }
}

function create<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]>,
  part = '',
): HTMLElementTagNameMap[T] {
  const element = Object.assign(document.createElement(tag), properties);
  if (part) element.setAttribute('part', part);
  return element;
}

/** Creates a button that looks like the step's own. */
function createButton(part: string, onClick: () => void): HTMLButtonElement {
  const button = create('button', { type: 'button', onclick: onClick }, part);
  button.append(create('span', {}, 'label'));
  return button;
}

function setLabel({ firstElementChild }: HTMLButtonElement, text: string): void {
  if (firstElementChild && firstElementChild.textContent !== text) firstElementChild.textContent = text;
}

/** Until when the link is valid, if it expires. */
function validity({ link: { expiresAt }, messages }: HandoffLinkView): string {
  return expiresAt === undefined || expiresAt <= Date.now()
    ? ''
    : `${messages.linkExpires} ${timeOfDay(expiresAt, messages.lang)}`;
}

/** Opens the device's share dialog, for example to send the link to oneself. */
function shareLink(url: string): void {
  // It rejects if the person cancels.
  navigator.share({ url }).catch(() => undefined);
}

/** Always black on white, because not every scanner reads an inverted code. */
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
