import { html, nothing, type TemplateResult } from 'lit';
import { isRetryable } from '../flow/errors.js';
import { isOpen, type Snapshot, type State } from '../flow/machine.js';
import type { Messages } from '../i18n/locales/en.js';
import { minutes } from '../i18n/minutes.js';
import type { OpenIn } from '../veriff/prepare.js';
import { phaseOf, trouble, type Phase } from './announcement.js';
import { actions, button, spinner } from './buttons.js';
import { acceptedOf } from './documents.js';
import { icon } from './icons.js';
import type { BaanxKycStep } from './kyc-step.js';

/** What a panel is drawn from. */
export interface View {
  readonly step: Pick<
    BaanxKycStep,
    'check' | 'close' | 'documents' | 'flow' | 'headingLevel' | 'proofOfAddress' | 'start'
  >;
  readonly texts: Messages;
  readonly now: Snapshot;
  /** Veriff is open, but not in the dialog. */
  readonly isElsewhere: boolean;
  /** Opens Veriff in that way, closing what is open. */
  readonly openIn: (way: OpenIn) => void;
  /** The person is about to press Start. */
  readonly intend: () => void;
}

type Told = Phase | 'elsewhere' | 'verified' | 'rejected';

/** The panel of the state. Busy states keep the panel that was there. */
export function panel(view: View): TemplateResult | typeof nothing {
  const { state, before } = view.now;
  const shown = state === 'checking' ? before : state;
  switch (shown) {
    case 'deciding':
    case 'pending':
      return review(view, shown);
    case 'verified':
      return verified(view);
    case 'rejected':
      return rejected(view);
    case 'failed':
      return state === 'failed' ? failed(view) : explainer(view);
    default:
      return view.isElsewhere ? elsewhere(view) : explainer(view);
  }
}

const busy = ({ now: { state } }: View): boolean => state === 'idle' || state === 'checking' || isOpen(state);

/** Of the step's heading, 1 to 6. */
const levelOf = ({ step }: View): number => Math.min(6, Math.max(1, step.headingLevel || 2));

/**
 * `name` names the slots, and the texts where they are not given. An alert is the text alone: the heading may get the
 * focus, and is read by that.
 */
function head(
  view: View,
  name: string,
  badge: unknown,
  title = view.texts[`${name as Told}Title`],
  text = view.texts[`${name as Told}Text`],
) {
  const level = levelOf(view);
  return html`
    <div class="head">
      <div class="badge">${badge}</div>
      <h2 part="heading" tabindex="-1" aria-level=${level}><slot name="${name}-heading">${title}</slot></h2>
      <p part="intro" role=${name === 'failed' ? 'alert' : nothing}><slot name=${name}>${text}</slot></p>
    </div>
  `;
}

const subheading = (view: View, text: string) =>
  html`<h3 aria-level=${Math.min(6, levelOf(view) + 1)}>${text}</h3>`;

const list = (lines: readonly string[]) =>
  html`<ul class="list">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const row = (name: Parameters<typeof icon>[0], text: unknown, part = '') =>
  html`<li part=${part || nothing}>${icon(name)}<span>${text}</span></li>`;

const note = (text: string | undefined) => (text ? html`<p part="note" class="note">${text}</p>` : nothing);

/** The place for the host's own next steps. */
const next = (name: string, text: unknown = nothing) => html`<slot name="${name}-next">${text}</slot>`;

const tips = (view: View) => html`
  <section part="tips">
    <slot name="tips">
      ${subheading(view, view.texts.tipsTitle)}
      ${list([view.texts.tipLight, view.texts.tipClear, view.texts.tipGlasses])}
    </slot>
  </section>
`;

function explainer(view: View) {
  const { step, texts, now, intend } = view;
  const start = () => step.start();
  return html`
    ${head(view, 'intro', icon('shield'), texts.title, texts.intro)}
    <section part="documents" class="box">
      <slot name="documents">
        ${subheading(view, texts.documentsTitle)}
        <ul class="rows">
          ${acceptedOf(step.documents).map((kind) => row(kind === 'passport' ? kind : 'card', texts[kind]))}
        </ul>
        <p class="note">${texts.documentsNote}</p>
        ${step.proofOfAddress ? note(texts.proofOfAddress) : nothing}
      </slot>
    </section>
    ${tips(view)}
    <ul class="rows facts">
      ${row('selfie', html`<slot name="selfie">${texts.selfie}</slot>`)}
      ${row('clock', html`<slot name="timing">${texts.timing}</slot>`, 'timing')}
      ${row('lock', html`<slot name="privacy">${texts.privacy}</slot>`, 'privacy')}
    </ul>
    ${actions(
      now.opened
        ? button('start continue', texts.continue, start, busy(view), intend)
        : button('start', texts.start, start, busy(view), intend),
    )}
    ${note(now.state === 'ready' && now.failure ? texts.startNote : undefined)}
  `;
}

/** Veriff is in another window, which may never tell how it went. */
const elsewhere = (view: View) => html`
  ${head(view, 'elsewhere', icon('shield'))}
  ${actions(
    button('focus', view.texts.showWindow, () => view.openIn('popup')),
    button('done', view.texts.imDone, () => view.step.close()),
  )}
`;

/** Handed in, or perhaps. Alike in all its phases, so that nothing moves from one to the next. */
function review(view: View, shown: State) {
  const { step, texts, now } = view;
  const phase = phaseOf(shown, now);
  const goOn = () => button('continue', texts.continue, () => step.start());
  return html`
    ${head(view, phase, shown === 'deciding' ? spinner : icon('clock'))}
    ${phase === 'unsure' ? nothing : stages(texts)} ${next('pending')}
    ${actions(
      phase === 'unsure' ? goOn() : nothing,
      button('check', texts.check, () => step.check(), busy(view)),
      phase === 'overdue' ? goOn() : nothing,
    )}
    ${note(trouble(now, texts))}
  `;
}

/** The stages of a review. Nobody tells when the automatic checks are over, so the rest stays ahead. */
function stages(texts: Messages) {
  const time = (from: number, to: number) => html`<small>${minutes(from, to, texts.lang)}</small>`;
  return html`<section part="stages" class="box">
    <ol>
      <li>${texts.stageSubmitted}<span class="hidden"> (${texts.done})</span></li>
      <li aria-current="step">${texts.stageAutomatic} ${time(5, 15)}</li>
      <li>${texts.stageManual} ${time(15, 60)}</li>
      <li>${texts.stageResult}</li>
    </ol>
    <p class="note">${texts.stageNote}</p>
  </section>`;
}

const verified = (view: View) => html` ${head(view, 'verified', icon('done'))} ${next('verified')} `;

function rejected(view: View) {
  const { step, texts } = view;
  // Where the user is known, it may go on here and now.
  const canRetry = step.flow === 'account';
  return html`
    ${head(view, 'rejected', icon('alert'))}
    <div part="reasons" class="box">
      <slot name="reasons">${list([texts.reasonDocument, texts.reasonIdentity, texts.reasonChecks])}</slot>
    </div>
    ${tips(view)}
    <p>${next('rejected', canRetry ? texts.rejectedRetry : texts.rejectedLater)}</p>
    ${canRetry ? actions(button('retry', texts.retry, () => step.start())) : nothing}
  `;
}

function failed(view: View) {
  const { step, texts, now, openIn } = view;
  const { failure, before } = now;
  if (!failure) return nothing;
  return html`
    ${head(view, 'failed', icon('alert'), texts.failedTitle, texts[`error-${failure.code}`])}
    ${next('failed')}
    ${
      isRetryable(failure)
        ? actions(
            button('retry', texts.retry, () => (before === 'checking' ? step.check() : step.start())),
            // A button and no link: the session URL in an address could be read by every script and recorder of the page.
            failure.code === 'popup-blocked'
              ? button('redirect', texts.openHere, () => openIn('redirect'))
              : nothing,
          )
        : nothing
    }
  `;
}
