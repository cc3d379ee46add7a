import { html, nothing } from 'lit';
import { submissionOf, type Snapshot, type State } from '../flow/snapshot.js';
import { phaseOf, statusProblem } from '../headless/wording.js';
import type { Messages } from '../i18n/locales/en.js';
import { minutes } from '../i18n/minutes.js';
import { head, note } from './blocks.js';
import { actions, button, claimButton, spinner } from './buttons.js';
import { handoffButton } from './handoff.js';
import { icon } from './icons.js';
import { isBusy, type View } from './view.js';

/**
 * Documents are or may be under review. Its phases have the same layout, so that nothing moves when one follows
 * another.
 */
export function review(view: View, shown: State) {
  const { messages, now, send, start, isDisabled } = view;
  const phase = phaseOf(shown, now);
  const isUnsure = phase === 'unsure';
  const mayContinue = isUnsure || phase === 'overdue' || submissionOf(now) === 'claimed';
  const continueButton = button('continue', messages.continue, () => start(), {
    isPrimary: isUnsure,
    isDisabled,
  });
  return html`
    ${head(view, {
      slot: phase,
      tone: shown === 'deciding' ? 'busy' : 'waiting',
      badge: [shown === 'deciding' ? spinner : nothing, icon(isUnsure ? 'question' : 'clock')],
      title: messages[`${phase}Title`],
      text: messages[`${phase}Text`],
    })}
    ${isUnsure ? nothing : stages(messages, areDocumentsSent(now))}
    <slot name="pending-next" class="next"></slot>
    ${actions(
      isUnsure ? [continueButton, claimButton(view), handoffButton(view)] : nothing,
      button('check', messages.check, () => send({ type: 'check' }), { isBusy: isBusy(view) }),
      mayContinue && !isUnsure ? continueButton : nothing,
    )}
    ${note(statusProblem(now, messages))}
  `;
}

/** Whether Veriff or Baanx confirms that documents were submitted. The person's word is not enough. */
const areDocumentsSent = (now: Snapshot): boolean =>
  submissionOf(now) === 'submitted' || now.verificationState === 'PENDING';

/** The stages of a review. Baanx does not report when the automatic checks are over, so the later stages stay open. */
function stages(messages: Messages, areSent: boolean) {
  const time = (from: number, to: number) => html`<small>${minutes(from, to, messages.lang)}</small>`;
  return html`<section part="stages" class="box">
    <ol>
      ${
        areSent
          ? html`<li class="done">
              ${icon('check')}${messages.stageSubmitted}<span class="hidden"> (${messages.done})</span>
            </li>`
          : html`<li aria-current="step">${messages.stageSubmitted}</li>`
      }
      <li aria-current=${areSent ? 'step' : nothing}>${messages.stageAutomatic} ${time(5, 15)}</li>
      <li>${messages.stageManual} ${time(15, 60)}</li>
      <li>${messages.stageResult}</li>
    </ol>
    <p class="note">${messages.stageNote}</p>
  </section>`;
}
