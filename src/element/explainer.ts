import { html, nothing } from 'lit';
import { fact, head, note, subheading } from './blocks.js';
import { button } from './buttons.js';
import { documentPicture } from './document-pictures.js';
import { handoffButton } from './handoff.js';
import { icon } from './icons.js';
import { tips } from './tips.js';
import { isBusy, type View } from './view.js';

/** What happens, why, how long it takes, and Start. The tips for the photos are below or beside it. */
export function explainer(view: View) {
  const { config, messages, now, isDisabled, onIntent, start, offer } = view;
  const isContinued = now.attempt?.opened === true;
  const reason = offer?.reason;
  const isRedirect = config.openIn === 'redirect';
  // On a short screen, buttons that stay in view would hide the note about the redirect.
  const actions = isRedirect ? 'actions' : 'actions sticky';
  return html`<div class="columns">
    <div part="main" class="column">
      ${head(view, {
        slot: 'intro',
        tone: 'plain',
        badge: icon('shield'),
        title: messages.title,
        text: messages.intro,
      })}
      <section part="documents" class="box">
        <slot name="documents">
          ${subheading(view, messages.documentsTitle)}
          <ul class="documents">
            ${config.documents.map((kind) => html`<li>${documentPicture(kind)}<span>${messages[kind]}</span></li>`)}
          </ul>
          <p class="note">${messages.documentsNote}</p>
          ${note(config.proofOfAddress && messages.proofOfAddress)}
        </slot>
      </section>
      ${note(reason && messages[reason])} ${note(isRedirect && messages.redirectNote)}
      <div part="actions" class=${actions}>
        ${reason ? handoffButton(view, true) : nothing}
        <span class="duration">${icon('clock')}${messages.duration}</span>
        ${button(
          isContinued ? 'start continue' : 'start',
          reason ? messages.startAnyway : isContinued ? messages.continue : messages.start,
          () => start(),
          {
            isPrimary: !reason,
            isBusy: !reason && isBusy(view),
            isDisabled,
            onIntent,
          },
        )}
        ${reason ? nothing : handoffButton(view)}
      </div>
      ${note(now.state === 'ready' && now.failure && messages.startNote)}
    </div>
    <div part="aside" class="column">
      ${tips(view)}
      <ul part="facts" class="facts">
        ${fact('selfie', 'selfie', messages.selfie)} ${fact('timing', 'clock', messages.timing)}
        ${fact('privacy', 'lock', messages.privacy)}
      </ul>
    </div>
  </div>`;
}
