import { html, nothing } from 'lit';

export const spinner = html`<span class="spinner"></span>`;

export interface ButtonOptions {
  /** Shows a spinner and ignores presses. The button keeps its focus, its name and its size. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Called when the person is about to press the button. */
  readonly onIntent?: () => void;
}

export const button = (
  part: string,
  label: string,
  onClick: () => void,
  { isBusy = false, isDisabled = false, onIntent }: ButtonOptions = {},
) =>
  html`<button
    part=${part}
    type="button"
    aria-disabled=${isBusy}
    ?disabled=${isDisabled}
    @click=${() => isBusy || onClick()}
    @pointerenter=${onIntent}
    @focus=${onIntent}
  >
    ${isBusy ? spinner : nothing}<span>${label}</span>
  </button>`;

/** A row of buttons. The first one is the primary one. */
export const actions = (...buttons: unknown[]) => html`<div class="actions">${buttons}</div>`;
