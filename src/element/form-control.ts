import { LitElement, type PropertyDeclarations } from 'lit';
import type { VerificationState } from '../baanx/wire.js';

/**
 * The step as a control of a form. Its value is what Baanx said last, and a step that is `required` is invalid
 * until that is VERIFIED.
 */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
  };

  /** Name of the value in the form's data. */
  declare name: string | null;
  /** Keeps the form from being sent until VERIFIED. */
  declare required: boolean;
  /** Keeps Veriff from being opened. */
  declare disabled: boolean;

  /** Safari has them from 16.4. Before it the step is no control of a form, and all else. */
  protected readonly internals: ElementInternals = this.attachInternals?.() ?? {};

  /** What Baanx said last; undefined before the first answer. */
  abstract readonly verificationState: VerificationState | undefined;

  /** Asks the status now. */
  abstract check(): void;

  /** What the form is sent: the verification state, or nothing before the first answer. */
  get value(): string {
    return this.verificationState ?? '';
  }

  /** The form that it is in. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is missing, if anything. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What the person is told is missing. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether it counts for the form: not while disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether it will do for the form. */
  checkValidity(): boolean {
    return this.internals.checkValidity?.() ?? !this.#isMissing;
  }

  /** The same, and tells the person at Start. */
  reportValidity(): boolean {
    return this.internals.reportValidity?.() ?? !this.#isMissing;
  }

  /**
   * A fieldset around it was disabled, or it itself.
   * @ignore
   */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /**
   * A verification is no entry that could be taken back: it is asked how it stands.
   * @ignore
   */
  formResetCallback(): void {
    this.check();
  }

  /**
   * What the browser remembers proves nothing.
   * @ignore
   */
  formStateRestoreCallback(): void {
    this.check();
  }

  /** Tells the form the value and whether it will do. `missing` is shown at the first button where it will not. */
  protected tellForm(missing: string): void {
    const find = (what: string) => this.shadowRoot?.querySelector<HTMLElement>(`[part="base"] ${what}`);
    this.internals.setFormValue?.(this.value || null);
    this.internals.setValidity?.(
      { valueMissing: this.#isMissing },
      missing,
      find('button') ?? find('[part="heading"]') ?? undefined,
    );
  }

  /** Marks the one state that it is in, for `:state()` of a style sheet. */
  protected mark(state: string): void {
    try {
      this.internals.states.clear();
      this.internals.states.add(state);
    } catch {
      // Safari before 17.4 has no custom states, Chrome before 125 other names: they are for styling only.
    }
  }

  get #isMissing(): boolean {
    return this.required && this.value !== 'VERIFIED';
  }

  /** Also where a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || this.matches(':disabled');
  }
}
