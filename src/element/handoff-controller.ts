import type { LitElement, ReactiveController } from 'lit';
import type { Snapshot } from '../flow/snapshot.js';
import { warnOnce } from '../headless/hints.js';
import type { Messages } from '../i18n/locales/en.js';
import { hasCamera } from '../veriff/camera.js';
import { isCameraDenied } from '../veriff/preflight.js';
import type { Config } from './config.js';
import type { HandoffLinkPanel, HandoffLinkView } from './handoff-link.js';
import { currentInAppBrowser } from './in-app-browser.js';

/** Where the person can continue instead of here. */
export interface HandoffOffer {
  /** On their phone, or, on a phone, in their own browser. */
  readonly to: 'phone' | 'browser';
  /** The message that says why it is better to continue there. Without a reason, Start here comes first. */
  readonly reason?: 'noCamera' | 'inAppBrowser';
}

/** What the controller needs of its element. */
interface HandoffOptions {
  readonly config: () => Config;
  readonly messages: () => Messages;
  readonly snapshot: () => Snapshot;
}

/** Decides whether to offer another device or browser, and shows the link to it. */
export class HandoffController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: HandoffOptions;
  #isCameraChecked = false;
  #hasCamera = true;
  #panel: { readonly box: Element; readonly loaded: Promise<HandoffLinkPanel | undefined> } | undefined;
  #isLinkPlain = false;

  constructor(host: LitElement, options: HandoffOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether to show the link as text, because the file that shows it better could not be loaded. */
  get isLinkPlain(): boolean {
    return this.#isLinkPlain;
  }

  /** Where to offer the person to continue; undefined if the host has no page for that, or if here is as good. */
  get offer(): HandoffOffer | undefined {
    const { handoff, inAppBrowser, openIn, trustedOrigins } = this.#options.config();
    if (!handoff) return undefined;
    if (inAppBrowser === 'detect' && currentInAppBrowser()) return { to: 'browser', reason: 'inAppBrowser' };
    if (!this.#hasCamera || (openIn === 'modal' && isCameraDenied(trustedOrigins)))
      return { to: 'phone', reason: 'noCamera' };
    return matchMedia('(hover: hover) and (pointer: fine)').matches ? { to: 'phone' } : undefined;
  }

  /** A camera may have been plugged in while the element was away. */
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
    (await this.#panel.loaded)?.show(view);
  }

  async #loadPanel(box: HTMLElement, view: HandoffLinkView): Promise<HandoffLinkPanel | undefined> {
    try {
      const { HandoffLinkPanel } = await import('./handoff-link.js');
      return new HandoffLinkPanel(box, view);
    } catch {
      warnOnce('handoff.js could not be loaded, so there is no QR code. It must be beside the script.');
      this.#isLinkPlain = true;
      this.#host.requestUpdate();
      return undefined;
    }
  }
}
