import { isServer, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { VerificationState } from '../baanx/wire.js';

/** A name of another type would make `setAttribute` throw, and so break the whole update. */
const nameConverter = {
  toAttribute: (name: unknown) => (typeof name === 'string' || typeof name === 'number' ? name : null),
};

/**
 * The step as a form control. Its value is the last status from Baanx. If `required`, the step is invalid until that is
 * VERIFIED.
 */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    name: { reflect: true, converter: nameConverter },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
  };

  /** Name of the value in the form's data. */
  name: string | null = null;

  /** Blocks the form's submission until the status is VERIFIED. */
  required = false;

  /** Disables the buttons that open Veriff; status checks stay enabled. */
  disabled = false;

  /** Safari supports element internals from 16.4. In older versions the step works, but is not part of the form. */
  protected readonly internals: ElementInternals = this.attachInternals?.() ?? {};

  /** The last status from Baanx; undefined before the first one. */
  abstract readonly verificationState: VerificationState | undefined;

  /** Checks the status now. */
  abstract check(): void;

  /** What the form submits: the verification state, or an empty string before the first answer. */
  get value(): string {
    return this.verificationState ?? '';
  }

  /** The form that the step belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The validity states of the step. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The message that the person sees if the step is invalid. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the step is validated with its form. A disabled step is not. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the control satisfies form validation. */
  checkValidity(): boolean {
    return this.internals.checkValidity?.() ?? !this.#isMissing;
  }

  /** Whether the control satisfies form validation; if not, shows the message at the first button. */
  reportValidity(): boolean {
    return this.internals.reportValidity?.() ?? !this.#isMissing;
  }

  /**
   * The browser calls this when `disabled` changes, here or on a fieldset around the step.
   * @ignore
   */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /**
   * The browser calls this when the form is reset. A verification cannot be taken back, so the status is checked.
   * @ignore
   */
  formResetCallback(): void {
    this.check();
  }

  /**
   * The browser calls this when it restores a form. A restored value proves nothing, so the status is checked.
   * @ignore
   */
  formStateRestoreCallback(): void {
    this.check();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Lit reflects properties after rendering, but rendering depends on `:disabled`.
    if (changed.has('disabled')) this.toggleAttribute('disabled', this.disabled);
  }

  /** Passes value and validity to the form. `missing` is shown at the first button if the step is invalid. */
  protected updateForm(missing: string): void {
    const find = (selector: string) =>
      this.shadowRoot?.querySelector<HTMLElement>(`[part="base"] ${selector}`);
    this.internals.setFormValue?.(this.value || null);
    this.internals.setValidity?.(
      { valueMissing: this.#isMissing },
      missing,
      find('button') ?? find('[part="heading"]') ?? undefined,
    );
  }

  /** Sets the one custom state, for `:state()` in style sheets. */
  protected setCustomState(state: string): void {
    try {
      this.internals.states.clear();
      this.internals.states.add(state);
    } catch {
      // Chrome before 125 only takes names that begin with two hyphens. These states are for styling only.
    }
  }

  /** Whether the step or a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    // On a server there is no `matches`, and no fieldset around the step.
    return this.disabled || (!isServer && this.matches(':disabled'));
  }

  get #isMissing(): boolean {
    return this.required && this.value !== 'VERIFIED';
  }
}
