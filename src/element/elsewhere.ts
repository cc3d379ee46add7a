import { html } from 'lit';
import { head } from './blocks.js';
import { actions, button, claimButton } from './buttons.js';
import { icon } from './icons.js';
import type { View } from './view.js';

/** Veriff is open in another window, which may never report the outcome. */
export const elsewhere = (view: View) => html`
  ${head(view, {
    slot: 'elsewhere',
    tone: 'waiting',
    badge: icon('window'),
    title: view.messages.elsewhereTitle,
    text: view.messages.elsewhereText,
  })}
  ${actions(
    button('focus', view.messages.showWindow, () => view.send({ type: 'reopen', openIn: 'popup' }), {
      isPrimary: true,
      isDisabled: view.isDisabled,
    }),
    claimButton(view),
  )}
`;
