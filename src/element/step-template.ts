import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Locale } from '../i18n/registry.js';
import { announcement } from './announcement.js';
import { isIdentified } from './config.js';
import { panel } from './panels.js';
import { veriffDialog } from './veriff-dialog.js';
import type { View } from './view.js';

export interface StepView extends View {
  readonly messages: Locale;
  /** The element's own `dir`; empty means the direction of the language. */
  readonly dir: string;
  readonly reloadPage: () => void;
  /** A new value creates a new dialog. */
  readonly dialogKey: number;
}

/** The step: the panel of its state, the live region, and the dialog around Veriff's frame. */
export const stepTemplate = (view: StepView) => {
  const { config, messages, dir } = view;
  return html`
    <div lang=${messages.lang} dir=${dir || messages.dir}>
      <div part="base">
        <slot name="logo"></slot>
        ${isIdentified(config) ? panel(view) : nothing}
      </div>
      <p part="status" class="hidden" role="status">${announcement(view)}</p>
      ${keyed(view.dialogKey, veriffDialog(view))}
    </div>
  `;
};
