import { html, nothing } from 'lit';
import type { FlowEvent, Prompt, Snapshot } from '../flow/machine.js';
import type { Messages } from '../i18n/locales/en.js';
import type { OpenIn } from '../veriff/prepare.js';
import { actions, button, spinner } from './buttons.js';
import { icon } from './icons.js';

/** What the dialog around Veriff's frame is drawn from. */
export interface DialogView {
  readonly texts: Messages;
  readonly now: Snapshot;
  readonly send: (event: FlowEvent) => void;
  /** Opens the same session again, in that way. */
  readonly openIn: (way: OpenIn) => void;
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
function cover({ texts, now: { prompt, heard }, send, openIn }: DialogView) {
  if (!prompt)
    return heard ? nothing : html`<p id="cover" class="cover">${spinner}<span>${texts.starting}</span></p>`;
  type Answer = readonly [label: string, act: () => void];
  const stay: Answer = [texts.stay, () => send({ type: 'stay' })];
  const answers: Record<Prompt, readonly [Answer, Answer]> = {
    leave: [stay, [texts.leave, () => send({ type: 'leave' })]],
    reload: [[texts.reload, () => location.reload()], stay],
    silent: [
      [texts.retry, () => openIn('modal')],
      [texts.openElsewhere, () => openIn('popup')],
    ],
  };
  const [first, second] = answers[prompt];
  return html`<div class="cover" role="alert">
    <h3>${texts[`${prompt}Title`]}</h3>
    <p>${texts[`${prompt}Text`]}</p>
    ${actions(button('confirm', ...first), button('decline', ...second))}
  </div>`;
}
