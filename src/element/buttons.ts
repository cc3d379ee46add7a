import { html, nothing } from 'lit';

export const spinner = html`<span class="spinner"></span>`;

/** A button that stays focusable and keeps its name and its size while it is busy. */
export const button = (part: string, label: string, act: () => void, isBusy = false, intend?: () => void) =>
  html`<button
    part=${part}
    type="button"
    aria-disabled=${isBusy}
    @click=${() => isBusy || act()}
    @pointerenter=${intend}
    @focus=${intend}
  >
    ${isBusy ? spinner : nothing}<span>${label}</span>
  </button>`;

/** The first of them is the primary one. */
export const actions = (...buttons: unknown[]) => html`<div class="actions">${buttons}</div>`;
