import { html, nothing } from 'lit';
import type { FlowEvent, Snapshot } from '../flow/machine.js';
import type { Messages } from '../i18n/locales/en.js';
import type { OpenIn } from '../veriff/prepare.js';
import { icon } from './icons.js';

/** What the dialog around Veriff's frame is drawn from. */
export interface DialogView {
  readonly texts: Messages;
  readonly now: Snapshot;
  readonly send: (event: FlowEvent) => void;
  /** Opens the same session again, in that way. */
  readonly openIn: (way: OpenIn) => void;
  readonly reloadPage: () => void;
}

/** The dialog around Veriff's frame. Constant: the frame is put into it by script and would reload if moved. */
export function veriffDialog(view: DialogView) {
  const { texts, send } = view;
  const leave = (event: UIEvent) => {
    // An Escape that can't be refused closes the dialog next, and that asks. A double click is one press of Close.
    if (!event.cancelable || event.detail > 1) return;
    event.preventDefault();
    send({ type: 'leave' });
  };
  return html`
    <dialog part="dialog" aria-labelledby="dialog-title" aria-describedby="cover" @cancel=${leave}>
      <header>
        <h2 id="dialog-title">${texts.title}</h2>
        <button part="close" type="button" aria-label=${texts.close} @click=${leave}>${icon('close')}</button>
      </header>
      <div class="stage">
        <div id="frame-box" ?inert=${view.now.prompt}></div>
        ${cover(view)}
      </div>
    </dialog>
  `;
}

/** What lies over the frame: a spinner until Veriff greets us, or a question. */
function cover({ texts, now, send, openIn, reloadPage }: DialogView) {
  type Action = readonly [label: string, act: () => void];
  const question = (title: string, text: string, first: Action, second?: Action) =>
    html`<div class="cover" role="alert">
      <h3>${title}</h3>
      <p>${text}</p>
      <div class="actions">
        <button part="confirm" type="button" @click=${first[1]}>
          <span>${first[0]}</span>
        </button>
        ${second ? html`<button part="decline" type="button" @click=${second[1]}>${second[0]}</button>` : nothing}
      </div>
    </div>`;
  const stay: Action = [texts.stay, () => send({ type: 'stay' })];
  switch (now.prompt) {
    case 'leave':
      return question(texts.leaveTitle, texts.leaveText, stay, [texts.leave, () => send({ type: 'leave' })]);
    case 'reload':
      return question(texts.reloadTitle, texts.reloadText, [texts.reload, reloadPage], stay);
    case 'silent':
      return question(
        texts.silentTitle,
        texts.silentText,
        [texts.retry, () => openIn('modal')],
        [texts.openElsewhere, () => openIn('popup')],
      );
    default:
      return now.heard
        ? nothing
        : html`<p id="cover" class="cover"><span class="spinner"></span><span>${texts.starting}</span></p>`;
  }
}
