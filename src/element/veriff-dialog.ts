import { html, nothing } from 'lit';
import type { Prompt, Snapshot } from '../flow/snapshot.js';
import type { KycAction } from '../headless/step-flow.js';
import type { Messages } from '../i18n/locales/en.js';
import { actions, button } from './buttons.js';
import { icon, type IconName } from './icons.js';

/** What the dialog around Veriff's frame is rendered from. */
export interface DialogView {
  readonly messages: Messages;
  readonly now: Snapshot;
  readonly send: (action: KycAction) => void;
  readonly reloadPage: () => void;
}

/** The dialog around Veriff's frame. It stays in the template: the frame is inserted by script and reloads if moved. */
export function veriffDialog(view: DialogView) {
  const { messages, now, send } = view;
  const onClose = ({ detail }: UIEvent) => {
    // The second click of a double click is ignored.
    if (detail < 2) send({ type: 'leave' });
  };
  return html`
    <dialog part="dialog" aria-labelledby="dialog-title" aria-describedby="cover">
      <header part="dialog-header">
        <slot name="dialog-logo"></slot>
        <h2 id="dialog-title">${messages.title}</h2>
        <button part="close" type="button" aria-label=${messages.close} @click=${onClose}>
          ${icon('close')}
        </button>
      </header>
      <div class="stage">
        <div id="frame-box" ?inert=${now.veriff?.prompt}></div>
        ${cover(view)}
      </div>
    </dialog>
  `;
}

const PRIMARY = { isPrimary: true };

const BADGES: Readonly<Record<Prompt, IconName>> = { leave: 'question', reload: 'reload', silent: 'clock' };

/** What covers the frame: a progress bar until Veriff's handshake, or a prompt. */
function cover({ messages, now: { veriff }, send, reloadPage }: DialogView) {
  if (!veriff?.prompt)
    return veriff?.greeted
      ? nothing
      : html`<div class="cover">
          <div class="badge">${icon('shield')}</div>
          <p id="cover">${messages.starting}</p>
          <div class="loading"></div>
        </div>`;
  const { prompt } = veriff;
  const stay = () => send({ type: 'stay' });
  const buttons: Readonly<Record<Prompt, () => unknown[]>> = {
    leave: () => [
      button('confirm', messages.stay, stay, PRIMARY),
      button('decline', messages.leave, () => send({ type: 'leave' })),
    ],
    reload: () => [
      button('confirm', messages.reload, reloadPage, PRIMARY),
      button('decline', messages.notNow, stay),
    ],
    silent: () => [
      button('confirm', messages.retry, () => send({ type: 'reopen', openIn: 'modal' }), PRIMARY),
      button('decline', messages.openElsewhere, () => send({ type: 'reopen', openIn: 'popup' })),
    ],
  };
  return html`<div class="cover" role="alert">
    <div class="badge">${icon(BADGES[prompt])}</div>
    <h3>${messages[`${prompt}Title`]}</h3>
    <p>${messages[`${prompt}Text`]}</p>
    ${actions(...buttons[prompt]())}
  </div>`;
}
