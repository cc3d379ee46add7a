import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { Locale } from '../i18n/registry.js';
import type { OpenIn } from '../veriff/prepare.js';
import { sandboxOrigins } from '../veriff/sandbox-origin.js';
import type { Settings } from './connection.js';
import { FormControl } from './form-control.js';
import { DOCUMENTS, listed } from './documents.js';
import { hintOnce } from './hints.js';

/** What holds where nothing is set. */
const DEFAULTS = {
  onboardingId: '',
  proxyUrl: '/api/baanx',
  flow: 'registration',
  openIn: 'modal',
  usEnv: false,
  documents: DOCUMENTS.join(' '),
  proofOfAddress: false,
  prefetch: 'none',
  pollInterval: 5_000,
  pollTimeout: 300_000,
  veriffOrigins: VERIFF_ORIGINS.join(' '),
  headingLevel: 2,
} as const;

/** All words that have a meaning in an attribute. */
const WORDS: readonly string[] = [
  'registration',
  'account',
  'modal',
  'popup',
  'redirect',
  'none',
  'intent',
  ...DOCUMENTS,
];

/** Vue and Svelte write a `false` out for names with a hyphen, and mean it. */
const isOn = (value: string | null) => value !== null && value !== 'false';

/** What can be set on the step, as attributes and as properties. */
export abstract class StepSettings extends FormControl {
  // Not by decorators: their helper and calls cost every page 350 bytes over the line.
  static override properties = {
    onboardingId: { attribute: 'onboarding-id' },
    applicantId: { attribute: 'applicant-id', noAccessor: true },
    proxyUrl: { attribute: 'proxy-url' },
    flow: {},
    openIn: { attribute: 'open-in' },
    usEnv: { attribute: 'us-env', converter: isOn },
    documents: {},
    proofOfAddress: { attribute: 'proof-of-address', converter: isOn },
    prefetch: {},
    pollInterval: { attribute: 'poll-interval', type: Number },
    pollTimeout: { attribute: 'poll-timeout', type: Number },
    veriffOrigins: { attribute: 'veriff-origins' },
    headingLevel: { attribute: 'heading-level', type: Number },
    messages: { attribute: false },
    fetcher: { attribute: false },
  } as const;

  /** Whom the registration is for: an opaque string. Nothing is asked without it in `registration`. */
  declare onboardingId: string;
  /** Base URL of the proxy, relative or absolute. */
  declare proxyUrl: string;
  /** `registration` before the user exists, `account` for a user who is logged in. */
  declare flow: BaanxFlow;
  /** How Veriff is shown. */
  declare openIn: OpenIn;
  /** Sends `x-us-env: true`. */
  declare usEnv: boolean;
  /** Accepted documents, space-separated. */
  declare documents: string;
  /** Tells that proof of address may be needed. */
  declare proofOfAddress: boolean;
  /** `intent` makes the session when pointer or focus reaches Start. */
  declare prefetch: 'none' | 'intent';
  /** Between questions at first, in ms. */
  declare pollInterval: number;
  /** How long that pace is kept after documents are handed in, in ms. */
  declare pollTimeout: number;
  /** Origins that Veriff may be on, space-separated; `https://*.host` allowed. */
  declare veriffOrigins: string;
  /** Level of the step's heading in the page's outline, 1 to 6. */
  declare headingLevel: number;
  /** Own texts over the language's; with `lang` and `dir` where they are in another. */
  declare messages: Partial<Locale> | undefined;
  /** Replaces `fetch`: own headers, own auth, tests. */
  declare fetcher: typeof fetch | undefined;

  /** The same as `onboarding-id`, for Angular, Svelte, Preact and Solid: to them all that begins with `on` is an event. */
  get applicantId(): string {
    return this.onboardingId;
  }

  set applicantId(id: string) {
    this.onboardingId = id;
  }

  /** An attribute that was taken away, and `undefined` from a framework, mean the default. */
  protected fillIn(this: Partial<Record<keyof typeof DEFAULTS, unknown>>): void {
    let name: keyof typeof DEFAULTS;
    for (name in DEFAULTS) this[name] ??= DEFAULTS[name];
  }

  /** Where no compiler has looked at the attributes, the developer hears of a misspelled word. */
  protected hintAtWords(): void {
    for (const word of listed([this.flow, this.openIn, this.prefetch, this.documents]))
      if (!WORDS.includes(word)) hintOnce(`No attribute knows the word "${word}".`);
  }

  /** Whether it is known whom to ask about. */
  protected get isIdentified(): boolean {
    return this.flow === 'account' || !!this.onboardingId;
  }

  protected get trusted(): string[] {
    return [...listed(this.veriffOrigins), ...sandboxOrigins()];
  }

  /** Whom to ask about, where, and how often. */
  protected get asking(): Omit<Settings, 'prepareVeriff'> {
    const { onboardingId, proxyUrl, usEnv, pollInterval, pollTimeout } = this;
    const account = this.flow === 'account';
    return {
      flow: account ? 'account' : 'registration',
      onboardingId: account ? '' : onboardingId,
      proxyUrl,
      usEnv,
      pollInterval: pollInterval > 0 ? pollInterval : DEFAULTS.pollInterval,
      pollTimeout: pollTimeout >= 0 ? pollTimeout : DEFAULTS.pollTimeout,
      fetcher: (...request) => (this.fetcher ?? fetch)(...request),
    };
  }
}
