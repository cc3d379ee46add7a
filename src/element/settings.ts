import type { PropertyDeclarations, PropertyValues } from 'lit';
import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { OpenIn } from '../flow/snapshot.js';
import type { MakeLink } from '../headless/handoff.js';
import type { Locale } from '../i18n/registry.js';
import { readConfig, type Config } from './config.js';
import { DOCUMENT_KINDS } from './documents.js';
import { FormControl } from './form-control.js';

/** Vue and Svelte write `us-env="false"` for false. */
const booleanAttribute = (value: string | null) => value !== null && value !== 'false';

/**
 * The settings of the step: attributes, properties and CSS custom properties.
 *
 * @cssprop [--baanx-kyc-accent=#2f5bea] - Color of the primary button and, mixed with the text's color, of icons and tints.
 * @cssprop [--baanx-kyc-on-accent] - Color of text on the accent: by default black or white, whichever has more
 *   contrast; white before Chrome 119, Firefox 128 and Safari 16.4.
 * @cssprop [--baanx-kyc-text] - Color of text: by default the page's.
 * @cssprop [--baanx-kyc-muted] - Color of less important text: by default derived from the text.
 * @cssprop [--baanx-kyc-surface] - Background of boxes and of the dialog: by default none, and white or near-black.
 *   Set `--baanx-kyc-text` with it.
 * @cssprop [--baanx-kyc-border] - Color of lines: by default a tint of the text.
 * @cssprop [--baanx-kyc-success=#14804a] - Color of `verified` and of a good photo.
 * @cssprop [--baanx-kyc-warning=#c2570c] - Color of `failed`.
 * @cssprop [--baanx-kyc-danger=#d6303f] - Color of `rejected` and of a bad photo.
 * @cssprop [--baanx-kyc-radius=0.75rem] - Radius of boxes and buttons.
 * @cssprop [--baanx-kyc-font] - Font family: by default the page's.
 * @cssprop [--baanx-kyc-heading-font] - Font family of headings: by default that of the text.
 * @cssprop [--baanx-kyc-spacing=1rem] - Space between blocks; other distances are multiples of it.
 */
export abstract class StepSettings extends FormControl {
  static override properties: PropertyDeclarations = {
    onboardingId: { attribute: 'onboarding-id' },
    proxyUrl: { attribute: 'proxy-url' },
    flow: {},
    openIn: { attribute: 'open-in' },
    usEnv: { attribute: 'us-env', converter: booleanAttribute },
    documents: {},
    proofOfAddress: { attribute: 'proof-of-address', converter: booleanAttribute },
    prefetch: {},
    pollInterval: { attribute: 'poll-interval', type: Number },
    pollTimeout: { attribute: 'poll-timeout', type: Number },
    push: { converter: booleanAttribute },
    veriffOrigins: { attribute: 'veriff-origins' },
    headingLevel: { attribute: 'heading-level', type: Number },
    supportUrl: { attribute: 'support-url' },
    handoffUrl: { attribute: 'handoff-url' },
    handoff: { attribute: false },
    inAppBrowser: { attribute: 'in-app-browser' },
    messages: { attribute: false },
    fetcher: { attribute: false },
    applicantId: { attribute: 'applicant-id', noAccessor: true },
  };

  /** The Baanx onboarding ID (opaque). Required for `registration`. Without it, the step sends no request. */
  onboardingId = '';

  /** Base URL of the proxy, relative to the page or absolute. */
  proxyUrl = '/api/baanx';

  /** `registration` before the user exists, `account` for a user who is signed in. */
  flow: BaanxFlow = 'registration';

  /** Where Veriff is shown. */
  openIn: OpenIn = 'modal';

  /** Sends `x-us-env: true`, for tenants in the US. */
  usEnv = false;

  /** The accepted documents, separated by spaces. */
  documents: string = DOCUMENT_KINDS.join(' ');

  /** Mentions that proof of address may be needed later. */
  proofOfAddress = false;

  /** `intent` creates the session as soon as the pointer or the focus reaches Start. */
  prefetch: 'none' | 'intent' = 'none';

  /** Time between two status requests, in ms; at least 100. */
  pollInterval = 5000;

  /** How long to keep that interval after documents were submitted, in ms; at least 1000. Then polling slows down. */
  pollTimeout = 300000;

  /** Listens for status changes through the proxy, if it has a push hub. The step then polls only rarely. */
  push = false;

  /** Origins that Veriff may be on, separated by spaces; `https://*.host` allowed. */
  veriffOrigins: string = VERIFF_ORIGINS.join(' ');

  /** Level of the step's heading in the page's outline, 1 to 6. */
  headingLevel = 2;

  /** URL of your support page (http or https). Offered after an error and after a rejection. */
  supportUrl = '';

  /**
   * The https URL of your page where the person can continue on another device or in another browser. The links of
   * `handoff` may be on its origin too.
   */
  handoffUrl = '';

  /**
   * Returns the link to that page when the person requests one: `{ url, expiresAt }` or a promise of it. The step calls
   * it again before the link expires.
   */
  handoff: MakeLink | undefined;

  /** `ignore`: inside another app's browser, the step does not suggest the person's own browser. */
  inAppBrowser: 'detect' | 'ignore' = 'detect';

  /** Overrides for individual strings. Set `lang` and `dir` too if they are in another language. */
  messages: Partial<Locale> | undefined;

  /** Replaces `fetch`, for custom headers, authentication or tests. */
  fetcher: typeof fetch | undefined;

  readonly #defaults: ReadonlyMap<PropertyKey, unknown>;

  constructor() {
    super();
    const { elementProperties } = this.constructor as typeof StepSettings;
    this.#defaults = new Map([...elementProperties.keys()].map((name) => [name, Reflect.get(this, name)]));
  }

  /** A second name for `onboardingId`. Angular, Svelte, Preact and Solid treat names that begin with `on` as events. */
  get applicantId(): string {
    return this.onboardingId;
  }

  set applicantId(id: string) {
    this.onboardingId = id;
  }

  /** The settings, checked. */
  protected get config(): Config {
    return readConfig(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A removed attribute, and `undefined` from a framework, mean the default.
    for (const [name, initial] of this.#defaults)
      if (initial !== undefined && (Reflect.get(this, name) ?? undefined) === undefined)
        Reflect.set(this, name, initial);
  }
}
