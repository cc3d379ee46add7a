import { html, nothing } from 'lit';
import type { VerificationState } from '../baanx/wire.js';
import type { Change } from '../flow/flow.js';
import { isOpen, type State } from '../flow/machine.js';
import { localizer } from '../i18n/localizer.js';
import type { OpenIn } from '../veriff/prepare.js';
import { announcement } from './announcement.js';
import { Connection, type Settings } from './connection.js';
import { dialogStyles } from './dialog-styles.js';
import { tellHost } from './events.js';
import { keepFocus } from './focus.js';
import { hintFor, hintOnce } from './hints.js';
import { Opening } from './opening.js';
import { panel } from './panels.js';
import { StepSettings } from './settings.js';
import { styles } from './styles.js';
import { veriffDialog } from './veriff-dialog.js';

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
export class BaanxKycStep extends StepSettings {
  static override styles = [styles, dialogStyles];

  readonly #localize = localizer(this);
  readonly #connection = new Connection(this, (change) => this.#changed(change));
  readonly #opening = new Opening();

  constructor() {
    super();
    this.fillIn();
    keepFocus(this);
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
    this.#follow();
  }

  protected override updated(): void {
    // What opens Veriff, and not what asks how it stands.
    const openers = '[part=base] button:not([part=check], [part=done])';
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>(openers))
      button.disabled = this.isDisabled;
    this.tellForm(this.#localize(this.messages).required);
  }

  protected override render() {
    const now = this.#connection.snapshot;
    const texts = this.#localize(this.messages);
    const isElsewhere = isOpen(now.state) && this.#opening.way === 'popup';
    const shared = {
      texts,
      now,
      openIn: (way: OpenIn) => {
        this.close();
        this.#open(way);
      },
    };
    return html`
      <div lang=${texts.lang} dir=${this.dir || texts.dir}>
        <div part="base">
          ${
            this.isIdentified
              ? panel({
                  ...shared,
                  step: this,
                  isElsewhere,
                  intend: () => this.prefetch === 'intent' && !this.isDisabled && this.#connection.prefetch(),
                })
              : nothing
          }
        </div>
        <p part="status" class="hidden" role="status">${announcement(now, texts, isElsewhere)}</p>
        ${veriffDialog({
          ...shared,
          send: (event) => this.#connection.send(event),
        })}
      </div>
    `;
  }

  #follow(): void {
    this.fillIn();
    if (!this.isConnected) return;
    this.hintAtWords();
    if (!this.isIdentified) hintOnce('Nothing is asked without onboarding-id.');
    const { onboardingId } = this;
    this.#connection.follow(this.isIdentified ? this.#settings : undefined);
    // A listener may have moved the element or named somebody else, in `willUpdate`, when Lit takes no notice. In a task
    // of its own: a host that does so each time must not hold the page.
    if (this.onboardingId !== onboardingId || (this.isIdentified && !this.#connection.isRunning))
      setTimeout(() => this.requestUpdate());
  }

  get #settings(): Settings {
    return {
      ...this.asking,
      prepareVeriff: (tell) => {
        const { title, starting: waiting, veriff: language } = this.#localize(this.messages);
        return this.#opening.prepare(tell, {
          dialog: this.renderRoot.querySelector('dialog') as HTMLDialogElement,
          box: this.renderRoot.querySelector('#frame-box') as HTMLElement,
          title,
          waiting,
          language,
          trusted: this.trusted,
        });
      },
    };
  }

  #open(way: OpenIn): void {
    // Called before the first drawing, when there is no dialog yet.
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.#open(way));
    this.#follow();
    if (this.isDisabled) return;
    if (this.#opening.may(way, this.trusted, () => this.isConnected && isOpen(this.state)))
      this.#connection.send({ type: 'start' });
  }

  #changed(change: Change): void {
    const { now } = change;
    this.mark(now.state);
    this.tellForm(this.#localize(this.messages).required);
    if (now.failure) hintOnce(`${now.failure.code}: ${hintFor(now.failure)}`);
    this.requestUpdate();
    const { onboardingId } = this.#connection;
    tellHost(change, { onboardingId, openIn: this.#opening.way }, (event) => {
      // A listener may have removed the element, or sent it on.
      if (this.isConnected && this.#connection.snapshot === now) this.dispatchEvent(event);
    });
  }
}
