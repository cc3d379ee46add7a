import type { LitElement, ReactiveController } from 'lit';
import { sleep } from '../flow/sleep.js';
import type { Snapshot } from '../flow/snapshot.js';
import { warnOnce } from '../headless/hints.js';
import type { Messages } from '../i18n/locales/en.js';
import { hasCamera } from '../veriff/camera.js';
import type { Config } from './config.js';
import type { HandoffLinkPanel, HandoffLinkView } from './handoff-link.js';
import { offerHandoff, type HandoffOffer } from './handoff-offer.js';

/** What the controller needs from its element. */
interface HandoffOptions {
  readonly config: () => Config;
  readonly messages: () => Messages;
  readonly snapshot: () => Snapshot;
}

/** How long the file that shows the link may take to load, in ms. */
const LOAD_TIMEOUT_MS = 10_000;

/** Decides whether to offer another device or browser, and shows the link to it. */
export class HandoffController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: HandoffOptions;
  #isCameraChecked = false;
  #hasCamera = true;
  #panel: { readonly box: Element; readonly loaded: Promise<HandoffLinkPanel | undefined> } | undefined;
  #isLinkPlain = false;
  #isLinkShown = false;

  constructor(host: LitElement, options: HandoffOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether to show the link as text, because the file that shows it better could not be loaded. */
  get isLinkPlain(): boolean {
    return this.#isLinkPlain;
  }

  /** Whether the link is on the screen. */
  get isLinkShown(): boolean {
    return this.#isLinkShown;
  }

  /**
   * Where the person can continue instead; undefined if the host has no page for that, or if this device is just as
   * good.
   */
  get offer(): HandoffOffer | undefined {
    return offerHandoff(this.#options.config(), this.#hasCamera);
  }

  /** A camera may have been plugged in while the element was not in the page. */
  hostConnected(): void {
    this.#isCameraChecked = false;
  }

  hostUpdated(): void {
    if (this.#options.config().handoff && !this.#isCameraChecked) void this.#checkCamera();
    const { link } = this.#options.snapshot().veriff ?? {};
    const box = this.#host.renderRoot.querySelector<HTMLElement>('#link');
    if (box && link)
      void this.#showLink(box, { link, messages: this.#options.messages(), to: this.offer?.to ?? 'phone' });
  }

  async #checkCamera(): Promise<void> {
    this.#isCameraChecked = true;
    const found = await hasCamera();
    if (found === this.#hasCamera) return;
    this.#hasCamera = found;
    this.#host.requestUpdate();
  }

  async #showLink(box: HTMLElement, view: HandoffLinkView): Promise<void> {
    if (this.#panel?.box !== box) this.#panel = { box, loaded: this.#loadPanel(box, view) };
    const panel = await this.#panel.loaded;
    panel?.show(view);
    this.#setShown(true, panel === undefined);
  }

  /** Resolves with undefined if the file cannot be loaded. */
  async #loadPanel(box: HTMLElement, view: HandoffLinkView): Promise<HandoffLinkPanel | undefined> {
    this.#setShown(false, false);
    const loaded = new AbortController();
    try {
      const { HandoffLinkPanel } = await Promise.race([
        import('./handoff-link.js'),
        sleep(LOAD_TIMEOUT_MS, loaded.signal).then(() => Promise.reject(new Error('timeout'))),
      ]);
      return new HandoffLinkPanel(box, view);
    } catch {
      warnOnce(
        'handoff.js could not be loaded, so there is no QR code. Serve it from the same folder as the script.',
      );
      return undefined;
    } finally {
      loaded.abort();
    }
  }

  #setShown(isShown: boolean, isPlain: boolean): void {
    if (isShown === this.#isLinkShown && isPlain === this.#isLinkPlain) return;
    this.#isLinkShown = isShown;
    this.#isLinkPlain = isPlain;
    this.#host.requestUpdate();
  }
}
