import type { PropertyValues } from 'lit';
import type { VerificationState } from '../baanx/wire.js';
import type { OpenIn, State } from '../flow/snapshot.js';
import type { KycChange } from '../headless/step-flow.js';
import { localizer } from '../i18n/localizer.js';
import { Connection } from './connection.js';
import { ChangeReporter } from './change-reporter.js';
import { keepFocus } from './focus.js';
import { HandoffController } from './handoff-controller.js';
import { freshRenderRoot } from './fresh-render-root.js';
import { availableMode, openStepWindow, type WindowOwner } from './open-window.js';
import { StepSettings } from './settings.js';
import { stepTemplate } from './step-template.js';
import { styles } from './styles.js';
import { VERSION } from './version.js';

/**
 * The identity-verification step of a Baanx card sign-up: it opens Veriff and reports the verdict to the page.
 *
 * @tagName baanx-kyc-step
 *
 * @fires {CustomEvent<VerdictDetail>} verified - Baanx reported VERIFIED. Fires once each time that status is reached.
 * @fires {CustomEvent<PendingDetail>} pending - Documents are under review, or may be (`submitted` is undefined).
 * @fires {CustomEvent<VerdictDetail>} rejected - Baanx reported REJECTED.
 * @fires {CustomEvent<StartedDetail>} started - Veriff is about to open, or the person got a link to continue elsewhere.
 * @fires {CustomEvent<null>} submitted - Veriff reported that the documents were submitted.
 * @fires {CustomEvent<null>} canceled - The person left Veriff without submitting.
 * @fires {CustomEvent<ErrorDetail>} error - Something failed. Does not bubble.
 * @fires {CustomEvent<StateDetail>} statechange - The state changed. Fires after all other events of the change.
 *
 * @slot logo - Your logo, above the step.
 * @slot dialog-logo - Your logo and name in the dialog's header.
 * @slot intro-heading - The heading of the explainer.
 * @slot intro - Why the verification is needed.
 * @slot documents - The list of accepted documents.
 * @slot tips - How to take a good photo; also after a rejection.
 * @slot selfie - The note that a selfie is taken and the camera is used.
 * @slot timing - How long the verification takes.
 * @slot privacy - What happens to the data. Put the link to your privacy notice here.
 * @slot elsewhere-heading - The heading while Veriff is open in another window.
 * @slot elsewhere - The text below the heading while Veriff is open in another window.
 * @slot handoff-heading - The heading while the person continues on another device or in another browser.
 * @slot handoff - The text below the heading while the person continues on another device or in another browser.
 * @slot deciding-heading - The heading after submission, until the status shows it.
 * @slot deciding - The text below the heading after submission, until the status shows it.
 * @slot pending-heading - The heading while the documents are under review.
 * @slot pending - The text below the heading while the documents are under review.
 * @slot overdue-heading - The heading if Baanx has not confirmed the submitted documents for a long time.
 * @slot overdue - The text below the heading if Baanx has not confirmed the documents for a long time.
 * @slot unsure-heading - The heading if it is not known whether the person submitted documents.
 * @slot unsure - The text below the heading if it is not known whether the person submitted documents.
 * @slot pending-next - What to do while waiting. Empty by default.
 * @slot verified-heading - The heading once the person is verified.
 * @slot verified - The text below the heading once the person is verified.
 * @slot verified-next - What to do once verified. A link or a button in it is the primary action. Empty by default.
 * @slot rejected-heading - The heading after a rejection.
 * @slot rejected - The text below the heading after a rejection.
 * @slot reasons - The likely reasons for a rejection.
 * @slot rejected-next - What a rejected person can do next.
 * @slot failed-heading - The heading of an error message.
 * @slot failed - The text of an error message.
 * @slot failed-next - What to do about an error. Empty by default.
 *
 * @csspart base - The box around everything except the dialog.
 * @csspart main - The first column of the explainer, with heading, documents and Start.
 * @csspart aside - The second column of the explainer, with tips and facts. If there is no room, it is below the first.
 * @csspart head - The icon, the heading and the text of each state; a card around an outcome.
 * @csspart icon - The icon of the state.
 * @csspart heading - The heading of each state.
 * @csspart intro - The text below the heading of each state.
 * @csspart documents - The box of accepted documents.
 * @csspart tips - The tips for a good photo.
 * @csspart facts - The list of other facts: selfie, timing and privacy.
 * @csspart selfie - The note that a selfie is taken.
 * @csspart timing - How long the result takes.
 * @csspart privacy - The note about what happens to the data.
 * @csspart note - A note about a temporary problem, or about what the buttons below it do.
 * @csspart actions - The row of buttons.
 * @csspart label - The label of a button.
 * @csspart start - The primary button of `ready`.
 * @csspart continue - The button that opens Veriff to continue an attempt.
 * @csspart check - The button that checks the status.
 * @csspart retry - The button that tries again after a failure, or after a rejection in the account flow.
 * @csspart stages - The box with the stages of a review.
 * @csspart reasons - The likely reasons for a rejection.
 * @csspart next - What a rejected person can do next.
 * @csspart reference - For support: the error's code and, if the proxy answered, the request's ID in its log.
 * @csspart support - The link to `support-url`.
 * @csspart dialog - The dialog around Veriff's frame.
 * @csspart dialog-header - The dialog's header: logo, title, Close.
 * @csspart close - The button that closes the dialog.
 * @csspart frame - Veriff's frame.
 * @csspart confirm - The first button of a prompt in the dialog.
 * @csspart decline - The second button of a prompt in the dialog.
 * @csspart focus - The button that opens the other window again.
 * @csspart done - The button for people who have finished in Veriff.
 * @csspart handoff - The button to continue on the person's phone or in their own browser.
 * @csspart qr - The QR code of a hand-off.
 * @csspart open - The button that opens the person's own browser on Android.
 * @csspart copy - The button that copies the link of a hand-off.
 * @csspart share - The button that shares the link of a hand-off.
 * @csspart link - The field with the link, shown if the browser denies access to the clipboard.
 * @csspart redirect - The button that continues in this window if a new one was blocked.
 * @csspart status - The live region for screen readers.
 *
 * @cssstate idle - There is no onboarding ID yet.
 * @cssstate checking - The status is being requested.
 * @cssstate ready - The explainer with Start.
 * @cssstate starting - The session is being created.
 * @cssstate verifying - Veriff is open.
 * @cssstate deciding - Documents were submitted, but the status does not show it yet.
 * @cssstate pending - Under review.
 * @cssstate verified - Verified.
 * @cssstate rejected - Rejected.
 * @cssstate failed - Something failed.
 */
export class BaanxKycStep extends StepSettings {
  static override styles = styles;

  /** The package's version. */
  static readonly version: string = VERSION;

  readonly #localize = localizer(this);
  readonly #connection: Connection = new Connection(this, {
    config: () => this.config,
    openVeriff: (openIn, onOutcome) => openStepWindow(this.#windowOwner, openIn, onOutcome),
    onChange: (change) => this.#onChange(change),
  });
  readonly #handoff: HandoffController = new HandoffController(this, {
    config: () => this.config,
    messages: () => this.#messages,
    snapshot: () => this.#connection.snapshot,
  });
  readonly #reporter = new ChangeReporter(this);
  /** Counts the dialogs. */
  #dialogKey = 0;

  constructor() {
    super();
    keepFocus(this);
  }

  /** The state of the step. */
  get state(): State {
    return this.#connection.snapshot.state;
  }

  /** The last status from Baanx; undefined before the first one. */
  get verificationState(): VerificationState | undefined {
    return this.#connection.snapshot.verificationState;
  }

  /** Opens Veriff, or shows the window that is already open. Call it in a click handler if `open-in` is `popup`. */
  start(): void {
    this.#start();
  }

  /** Checks the status now. If a language failed to load, also tries to load it again. */
  check(): void {
    this.requestUpdate();
    this.#syncFlow();
    this.#connection.flow?.send({ type: 'check' });
  }

  /** Closes Veriff's window without asking the person. */
  close(): void {
    this.#connection.flow?.send({ type: 'close' });
  }

  /**
   * Offers Veriff again, even if documents seem to have been submitted. Call it if Baanx refuses the next step of the
   * registration with "User is not verified".
   */
  resume(): void {
    this.#connection.resume();
    this.#syncFlow();
  }

  /** Keeps the open window when the element is moved with `moveBefore`, which then calls no other callback. */
  protected connectedMoveCallback(): void {
    this.requestUpdate();
  }

  protected override createRenderRoot() {
    return freshRenderRoot(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#syncFlow();
    // A page that emptied the dialog also removed Lit's markers.
    if (this.hasUpdated && !this.renderRoot.querySelector('#frame-box')) this.#dialogKey++;
  }

  protected override updated(): void {
    const { title, required } = this.#messages;
    const frame = this.renderRoot.querySelector<HTMLIFrameElement>('[part=frame]');
    if (frame) frame.title = title;
    this.updateForm(required);
  }

  protected override render() {
    const { config, isDisabled, dir } = this;
    const { snapshot: now, flow } = this.#connection;
    return stepTemplate({
      config,
      messages: this.#messages,
      now,
      isDisabled,
      dir,
      send: (action) => flow?.send(action),
      reloadPage: () => flow?.reloadPage(),
      dialogKey: this.#dialogKey,
      start: (openIn) => this.#start(openIn),
      offer: this.#handoff.offer,
      links: this.#handoff,
      handOff: () => this.#start('handoff'),
      onIntent: () => config.prefetch === 'intent' && !isDisabled && flow?.prefetch(),
    });
  }

  get #messages() {
    return this.#localize(this.config.messages);
  }

  get #windowOwner(): WindowOwner {
    return { step: this, config: this.config, messages: this.#messages };
  }

  /** Runs the flow for the current settings. */
  #syncFlow(): void {
    if (this.isConnected) this.#connection.syncFlow(this.config);
  }

  #start(wanted: OpenIn | 'handoff' = this.config.openIn): void {
    // Before the first render there is no dialog.
    if (!this.hasUpdated) return void this.updateComplete.then(() => this.#start(wanted));
    this.#syncFlow();
    if (this.isDisabled) return;
    this.#connection.flow?.start(wanted === 'handoff' ? wanted : availableMode(wanted, this.#windowOwner));
  }

  #onChange(change: KycChange): void {
    const { now } = change;
    this.setCustomState(now.state);
    this.updateForm(this.#messages.required);
    this.requestUpdate();
    this.#reporter.report(change, () => this.#connection.snapshot === now);
  }
}
