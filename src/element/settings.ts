import { property } from 'lit/decorators.js';
import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { OpenIn } from '../flow/snapshot.js';
import type { Locale } from '../i18n/registry.js';
import { readConfig, type Config } from './config.js';
import { DOCUMENT_KINDS } from './documents.js';
import { FormControl } from './form-control.js';

/** Vue and Svelte write `us-env="false"` for false. */
const booleanAttribute = (value: string | null) => value !== null && value !== 'false';

/** The settings of the step, as attributes and as properties. */
export abstract class StepSettings extends FormControl {
  /** The Baanx onboarding ID (opaque). Required for `registration`: without it no request is made. */
  @property({ attribute: 'onboarding-id' }) onboardingId = '';

  /** Base URL of the proxy, relative to the page or absolute. */
  @property({ attribute: 'proxy-url' }) proxyUrl = '/api/baanx';

  /** `registration` before the user exists, `account` for a user who is logged in. */
  @property() flow: BaanxFlow = 'registration';

  /** Where Veriff is shown. */
  @property({ attribute: 'open-in' }) openIn: OpenIn = 'modal';

  /** Sends `x-us-env: true`, for tenants in the US. */
  @property({ attribute: 'us-env', converter: booleanAttribute }) usEnv = false;

  /** The accepted documents, separated by spaces. */
  @property() documents: string = DOCUMENT_KINDS.join(' ');

  /** Says that proof of address may be needed later. */
  @property({ attribute: 'proof-of-address', converter: booleanAttribute }) proofOfAddress = false;

  /** `intent` creates the session when the pointer or the focus reaches Start. */
  @property() prefetch: 'none' | 'intent' = 'none';

  /** Time between two status requests, in ms; at least 100. */
  @property({ attribute: 'poll-interval', type: Number }) pollInterval = 5000;

  /** How long that interval is kept after documents were submitted, in ms; at least 1000. Polling slows down afterwards. */
  @property({ attribute: 'poll-timeout', type: Number }) pollTimeout = 300000;

  /** Listens for status changes through the proxy, if it has a push hub. Polling becomes a safety net. */
  @property({ converter: booleanAttribute }) push = false;

  /** Origins that Veriff may be on, separated by spaces; `https://*.host` allowed. */
  @property({ attribute: 'veriff-origins' }) veriffOrigins: string = VERIFF_ORIGINS.join(' ');

  /** Level of the step's heading in the page's outline, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Address (http or https) that a person can contact support at. Offered after an error and after a rejection. */
  @property({ attribute: 'support-url' }) supportUrl = '';

  /** Overrides for individual strings. Set `lang` and `dir` too if they are in another language. */
  @property({ attribute: false }) messages: Partial<Locale> | undefined;

  /** Replaces `fetch`: custom headers or authentication, tests. */
  @property({ attribute: false }) fetcher: typeof fetch | undefined;

  readonly #defaults: ReadonlyMap<PropertyKey, unknown>;

  constructor() {
    super();
    const { elementProperties } = this.constructor as typeof StepSettings;
    this.#defaults = new Map([...elementProperties.keys()].map((name) => [name, Reflect.get(this, name)]));
  }

  /** The same as `onboardingId`. Angular, Svelte, Preact and Solid take names that begin with `on` for events. */
  @property({ attribute: 'applicant-id', noAccessor: true })
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

  /** A removed attribute, and `undefined` from a framework, mean the default. */
  protected restoreDefaults(): void {
    for (const [name, initial] of this.#defaults)
      if (initial !== undefined && (Reflect.get(this, name) ?? undefined) === undefined)
        Reflect.set(this, name, initial);
  }
}
