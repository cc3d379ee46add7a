import { html, nothing } from 'lit';
import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow, VerificationState } from '../baanx/wire.js';
import type { Change } from '../flow/flow.js';
import { isOpen, type State } from '../flow/machine.js';
import type { VeriffWindow } from '../flow/ports.js';
import { localizer } from '../i18n/localizer.js';
import type { Locale } from '../i18n/registry.js';
import { isCameraDenied, preconnect } from '../veriff/preflight.js';
import { prepare, type OpenIn } from '../veriff/prepare.js';
import { announcement } from './announcement.js';
import { Connection, type Settings } from './connection.js';
import { dialogStyles } from './dialog-styles.js';
import { eventsOf, type KycStepEventDetails } from './events.js';
import { FormControl } from './form-control.js';
import { hintFor, hintOnce } from './hints.js';
import { DOCUMENTS, panel } from './panels.js';
import { styles } from './styles.js';
import { veriffDialog } from './veriff-dialog.js';

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

/** A framework may hand in an array all the same. */
const listed = (words: unknown) =>
  String(words)
    .split(/[\s,]+/)
    .filter(Boolean);

/** Vue and Svelte write a `false` out for names with a hyphen, and mean it. */
const isOn = (value: string | null) => value !== null && value !== 'false';

/**
 * What brings Veriff's window to the front, whichever element of whichever copy of this script has opened it; false if
 * none is open. A person can do one verification at a time, so a page has one window.
 */
const SHOW_OPEN = Symbol.for('baanx-kyc-step.open');
const page = globalThis as { [SHOW_OPEN]?: () => boolean };

/**
 * The identity-verification step of a Baanx card sign-up: explains it, opens Veriff, follows the status and
 * tells the page the verdict.
 *
 * @tagName baanx-kyc-step
 *
 * @fires {CustomEvent<VerdictDetail>} verified - The status says VERIFIED. Once for each arrival at it.
 * @fires {CustomEvent<PendingDetail>} pending - Handed in and under review, or perhaps (`submitted` undefined).
 * @fires {CustomEvent<VerdictDetail>} rejected - The status says REJECTED.
 * @fires {CustomEvent<StartedDetail>} started - Veriff is about to open.
 * @fires {CustomEvent<null>} submitted - Veriff says that the documents are handed in.
 * @fires {CustomEvent<null>} canceled - The person left Veriff without handing in.
 * @fires {CustomEvent<StateDetail>} statechange - Every change of state.
 * @fires {CustomEvent<ErrorDetail>} error - Something failed. Does not bubble.
 *
 * @slot intro-heading - The heading of the explainer.
 * @slot intro - Why the verification is needed.
 * @slot documents - The list of accepted documents.
 * @slot tips - How to take a good picture; also after a rejection.
 * @slot selfie - That a selfie is taken, and the camera asked for.
 * @slot timing - How long it takes.
 * @slot privacy - What happens to the data: the place for a link to your privacy notice.
 * @slot elsewhere-heading - The heading while Veriff is in another window.
 * @slot elsewhere - The text under it.
 * @slot deciding-heading - The heading while the documents are checked.
 * @slot deciding - The text under it.
 * @slot pending-heading - The heading while under review.
 * @slot pending - The text under it.
 * @slot overdue-heading - The heading when documents were handed in and nothing is heard of them for long.
 * @slot overdue - The text under it.
 * @slot unsure-heading - The heading when it is not known whether documents were handed in.
 * @slot unsure - The text under it.
 * @slot pending-next - What to do while waiting. Empty by default.
 * @slot verified-heading - The heading when verified.
 * @slot verified - The text under it.
 * @slot verified-next - What to do once verified. Empty by default.
 * @slot rejected-heading - The heading when rejected.
 * @slot rejected - The text under it.
 * @slot reasons - What may have been the reason.
 * @slot rejected-next - What a rejected person can do next.
 * @slot failed-heading - The heading of an error.
 * @slot failed - The text of an error.
 * @slot failed-next - What to do about an error. Empty by default.
 *
 * @csspart base - The box around everything but the dialog.
 * @csspart heading - The heading of each state.
 * @csspart intro - The text under the heading.
 * @csspart documents - The box of accepted documents.
 * @csspart tips - The tips for a good picture.
 * @csspart timing - How long it takes.
 * @csspart privacy - What happens to the data.
 * @csspart note - A quiet note of a passing fault.
 * @csspart start - The primary button of `ready`.
 * @csspart continue - The button that goes on with a session left half way.
 * @csspart check - The button that asks the status now.
 * @csspart retry - The button that tries again after a failure or a rejection.
 * @csspart stages - The box with the stages of a review.
 * @csspart reasons - The box with what may have been the reason of a rejection.
 * @csspart dialog - The dialog around Veriff's frame.
 * @csspart close - The button that closes the dialog.
 * @csspart frame - Veriff's frame.
 * @csspart confirm - The first answer to a question in the dialog.
 * @csspart decline - The other answer.
 * @csspart focus - The button that opens the other window again.
 * @csspart done - The button that says that Veriff is done in the other window.
 * @csspart redirect - The button that goes on in this window where another was blocked.
 * @csspart status - The live region for screen readers.
 *
 * @cssprop [--baanx-kyc-accent=#2f5bea] - Colour of the primary button and, as a tint, of the icons' ground.
 * @cssprop [--baanx-kyc-on-accent] - Colour of the text on the accent: by default black or white, whichever has the
 *   contrast; white before Chrome 119, Firefox 128 and Safari 16.4.
 * @cssprop [--baanx-kyc-radius=0.75rem] - Radius of boxes and buttons.
 *
 * @cssstate idle - No onboarding id yet.
 * @cssstate checking - The status is asked.
 * @cssstate ready - The explainer with Start.
 * @cssstate starting - The session is made.
 * @cssstate verifying - Veriff is open.
 * @cssstate deciding - Handed in; the status does not say so yet.
 * @cssstate pending - Under review.
 * @cssstate verified - Done.
 * @cssstate rejected - Not accepted.
 * @cssstate failed - Something went wrong.
 */
export class BaanxKycStep extends FormControl {
  static override styles = [styles, dialogStyles];

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

  readonly #localize = localizer(this);
  readonly #connection = new Connection(this, (change) => this.#changed(change));
  #window: VeriffWindow | undefined;
  /** The way of the window that is open: another than `open-in` where that one failed. */
  #way: OpenIn = 'modal';
  #focused: Element | null = null;
  #question: Element | null = null;

  constructor() {
    super();
    this.#fill();
  }

  /** The same as `onboarding-id`, for Angular, Svelte, Preact and Solid: to them all that begins with `on` is an event. */
  get applicantId(): string {
    return this.onboardingId;
  }

  set applicantId(id: string) {
    this.onboardingId = id;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.stop();
    this.#listen('idle');
  }

  /** Where the step is. */
  get state(): State {
    return this.#connection.snapshot.state;
  }

  /** What Baanx said last; undefined before the first answer. */
  get verificationState(): VerificationState | undefined {
    return this.#connection.snapshot.verificationState;
  }

  /** Opens Veriff, or brings it to the front. Call it in a click where `open-in` is `popup`. */
  start(): void {
    this.#open(this.openIn);
  }

  /** Asks the status now. */
  check(): void {
    this.#follow();
    this.#connection.send({ type: 'check' });
  }

  /** Closes Veriff's window without asking the person. */
  close(): void {
    this.#connection.send({ type: 'close' });
  }

  /** What a server rendered is taken over by Lit's hydration; where that is not loaded, the first drawing replaces it. */
  protected override createRenderRoot() {
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#follow();
  }

  protected override updated(): void {
    // What opens Veriff, and not what asks how it stands.
    const openers = '[part=base] button:not([part=check], [part=done])';
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>(openers))
      button.disabled = this.isDisabled;
    this.#tellForm();
    const find = (part: string) => this.renderRoot.querySelector<HTMLElement>(`[part="${part}"]`);
    const question = find('confirm');
    if (question && question !== this.#question) question.focus();
    // What had the focus is gone with its panel: whoever reads by ear or by key goes on in Veriff, or at the heading.
    else if (this.#focused && !this.#focused.isConnected) (find('frame') ?? find('heading'))?.focus();
    this.#question = question;
    this.#focused = null;
  }

  protected override render() {
    const now = this.#connection.snapshot;
    const texts = this.#localize(this.messages);
    const wanted = listed(this.documents);
    const isElsewhere = isOpen(now.state) && this.#way === 'popup';
    const shared = {
      texts,
      now,
      start: () => this.start(),
      openIn: (way: OpenIn) => {
        this.close();
        this.#open(way);
      },
    };
    return html`
      <div lang=${texts.lang} dir=${this.dir || texts.dir}>
        <div part="base">
          ${
            this.#isIdentified
              ? panel({
                  ...shared,
                  documents: DOCUMENTS.filter((kind) => wanted.includes(kind)),
                  proofOfAddress: this.proofOfAddress,
                  canRetry: this.flow === 'account',
                  isElsewhere,
                  level: Math.min(6, Math.max(1, this.headingLevel || 2)),
                  intend: () => this.prefetch === 'intent' && !this.isDisabled && this.#connection.prefetch(),
                  check: () => this.check(),
                  close: () => this.close(),
                })
              : nothing
          }
        </div>
        <p part="status" class="hidden" role="status">${announcement(now, texts, isElsewhere)}</p>
        ${veriffDialog({
          ...shared,
          send: (event) => this.#connection.send(event),
          reloadPage: () => location.reload(),
        })}
      </div>
    `;
  }

  /** An attribute that was taken away, and `undefined` from a framework, mean the default. */
  #fill(this: Partial<Record<keyof typeof DEFAULTS, unknown>>): void {
    let name: keyof typeof DEFAULTS;
    for (name in DEFAULTS) this[name] ??= DEFAULTS[name];
  }

  get #isIdentified(): boolean {
    return this.flow === 'account' || !!this.onboardingId;
  }

  get #trusted(): string[] {
    return listed(this.veriffOrigins);
  }

  /** A page in the back-forward cache is as good as removed: whoever comes back to it has the status asked. */
  readonly #turned = ({ type, persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    if (type === 'pagehide') this.#connection.stop();
    else this.requestUpdate();
  };

  /** Only while something may still come of it: a step that is done leaves the page alone. */
  #listen(state: State): void {
    const isDone = /idle|verified|rejected|failed/.test(state);
    for (const type of ['pagehide', 'pageshow'] as const)
      (isDone ? removeEventListener : addEventListener)(type, this.#turned as EventListener);
  }

  #follow(): void {
    this.#fill();
    if (!this.isConnected) return;
    if (!this.#isIdentified) hintOnce('Nothing is asked without onboarding-id.');
    const { onboardingId } = this;
    this.#connection.follow(this.#isIdentified ? this.#settings : undefined);
    // A listener may have moved the element or named somebody else, in `willUpdate`, when Lit takes no notice. In a task
    // of its own: a host that does so each time must not hold the page.
    if (this.onboardingId !== onboardingId || (this.#isIdentified && !this.#connection.isRunning))
      setTimeout(() => this.requestUpdate());
  }

  get #settings(): Settings {
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
      prepareVeriff: (tell) => {
        const { title, starting: waiting, veriff: language } = this.#localize(this.messages);
        const prepared = prepare(this.#way, {
          dialog: this.renderRoot.querySelector('dialog') as HTMLDialogElement,
          box: this.renderRoot.querySelector('#frame-box') as HTMLElement,
          title,
          waiting,
          language,
          trusted: this.#trusted,
        })(tell);
        this.#window = 'code' in prepared ? undefined : prepared;
        return prepared;
      },
    };
  }

  #open(way: OpenIn): void {
    // Called before the first drawing, when there is no dialog yet.
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.#open(way));
    this.#follow();
    if (this.isDisabled || page[SHOW_OPEN]?.()) return;
    page[SHOW_OPEN] = () => {
      const open = this.isConnected && isOpen(this.state);
      if (open) this.#window?.focus();
      return open;
    };
    preconnect(this.#trusted);
    const noCamera = way === 'modal' && isCameraDenied(this.#trusted);
    if (noCamera) hintOnce(hintFor({ code: 'camera-blocked-by-page' }));
    this.#way = noCamera || way === 'popup' ? 'popup' : way === 'redirect' ? way : 'modal';
    this.#connection.send({ type: 'start' });
  }

  #tellForm(): void {
    const find = (what: string) =>
      this.shadowRoot?.querySelector<HTMLElement>(`[part="base"] ${what}`) ?? null;
    this.tellForm(this.#localize(this.messages).required, find('button') ?? find('[part="heading"]'));
  }

  #changed(change: Change): void {
    const { now } = change;
    try {
      this.internals.states.clear();
      this.internals.states.add(now.state);
    } catch {
      // Safari before 17.4 has no custom states, Chrome before 125 other names: they are for styling only.
    }
    this.#listen(now.state);
    this.#tellForm();
    if (now.failure) hintOnce(`${now.failure.code}: ${hintFor(now.failure)}`);
    this.requestUpdate();
    const { onboardingId } = this.#connection;
    for (const event of eventsOf(change, { onboardingId, openIn: this.#way, hint: hintFor })) {
      // A listener may have removed the element, or sent it on.
      if (this.isConnected && this.#connection.snapshot === now) this.dispatchEvent(event);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baanx-kyc-step': BaanxKycStep;
  }
}

/** Listeners typed by the event's name. */
export interface BaanxKycStep {
  addEventListener<N extends keyof KycStepEventDetails>(
    type: N,
    listener: (this: BaanxKycStep, event: CustomEvent<KycStepEventDetails[N]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<N extends keyof KycStepEventDetails>(
    type: N,
    listener: (this: BaanxKycStep, event: CustomEvent<KycStepEventDetails[N]>) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
