import { html, nothing } from 'lit';
import type { View } from './view.js';

export const spinner = html`<span class="spinner"></span>`;

export interface ButtonOptions {
  /** Filled with the accent: the main action. */
  readonly isPrimary?: boolean;
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
  { isPrimary = false, isBusy = false, isDisabled = false, onIntent }: ButtonOptions = {},
) =>
  html`<button
    part=${part}
    class=${isPrimary ? 'primary' : nothing}
    type="button"
    aria-disabled=${isBusy}
    ?disabled=${isDisabled}
    @click=${() => isBusy || onClick()}
    @pointerenter=${onIntent}
    @focus=${onIntent}
  >
    ${isBusy ? spinner : nothing}<span part="label">${label}</span>
  </button>`;

/** A row of buttons. */
export const actions = (...buttons: unknown[]) => html`<div part="actions" class="actions">${buttons}</div>`;

export const claimButton = ({ messages, send }: View) =>
  button('done', messages.imDone, () => send({ type: 'claim-finished' }));
