import { html, nothing, type TemplateResult } from 'lit';
import { isRetryable } from '../flow/errors.js';
import { isOpen, type Snapshot, type State } from '../flow/machine.js';
import type { Messages } from '../i18n/locales/en.js';
import { minutes } from '../i18n/minutes.js';
import type { OpenIn } from '../veriff/prepare.js';
import { phaseOf, trouble } from './announcement.js';
import { icon } from './icons.js';

export const DOCUMENTS = ['passport', 'driving-licence', 'national-id', 'residence-permit'] as const;

/** A document that Veriff accepts. */
export type DocumentKind = (typeof DOCUMENTS)[number];

/** What a panel is drawn from. */
export interface View {
  readonly texts: Messages;
  /** Of the heading, 1 to 6. */
  readonly level: number;
  readonly now: Snapshot;
  readonly documents: readonly DocumentKind[];
  readonly proofOfAddress: boolean;
  /** A rejected person may try again here and now. */
  readonly canRetry: boolean;
  /** Veriff is open, but not in the dialog. */
  readonly isElsewhere: boolean;
  readonly start: () => void;
  /** Opens Veriff in that way, closing what is open. */
  readonly openIn: (way: OpenIn) => void;
  /** The person is about to press Start. */
  readonly intend: () => void;
  readonly check: () => void;
  readonly close: () => void;
}

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

const spinner = html`<span class="spinner"></span>`;

const busy = ({ now: { state } }: View): boolean => state === 'idle' || state === 'checking' || isOpen(state);

/** `name` names the slots. An alert is the text alone: the heading may get the focus, and is read by that. */
const head = ({ level }: View, name: string, title: string, text: string, badge: unknown) => html`
  <div class="head">
    <div class="badge">${badge}</div>
    <h2 part="heading" tabindex="-1" aria-level=${level}><slot name="${name}-heading">${title}</slot></h2>
    <p part="intro" role=${name === 'failed' ? 'alert' : nothing}><slot name=${name}>${text}</slot></p>
  </div>
`;

const subheading = ({ level }: View, text: string) =>
  html`<h3 aria-level=${Math.min(6, level + 1)}>${text}</h3>`;

const list = (lines: readonly string[]) =>
  html`<ul class="list">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const row = (name: Parameters<typeof icon>[0], text: unknown, part = '') =>
  html`<li part=${part || nothing}>${icon(name)}<span>${text}</span></li>`;

const note = (text: string | undefined) => (text ? html`<p part="note" class="note">${text}</p>` : nothing);

/** A button that stays focusable and keeps its name and its size while it is busy. */
const button = (part: string, label: string, act: () => void, isBusy = false, intend?: () => void) =>
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
const actions = (...buttons: unknown[]) => html`<div class="actions">${buttons}</div>`;

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
  const { texts, now, documents, proofOfAddress, start, intend } = view;
  return html`
    ${head(view, 'intro', texts.title, texts.intro, icon('shield'))}
    <section part="documents" class="box">
      <slot name="documents">
        ${subheading(view, texts.documentsTitle)}
        <ul class="rows">
          ${documents.map((kind) => row(kind === 'passport' ? kind : 'card', texts[kind]))}
        </ul>
        <p class="note">${texts.documentsNote}</p>
        ${proofOfAddress ? note(texts.proofOfAddress) : nothing}
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
  ${head(view, 'elsewhere', view.texts.elsewhereTitle, view.texts.elsewhereText, icon('shield'))}
  ${actions(
    button('focus', view.texts.showWindow, () => view.openIn('popup')),
    button('done', view.texts.imDone, view.close),
  )}
`;

/** Handed in, or perhaps. Alike in all its phases, so that nothing moves from one to the next. */
function review(view: View, shown: State) {
  const { texts, now, start, check } = view;
  const phase = phaseOf(shown, now);
  return html`
    ${head(view, phase, texts[`${phase}Title`], texts[`${phase}Text`], shown === 'deciding' ? spinner : icon('clock'))}
    ${phase === 'unsure' ? nothing : stages(texts)} ${next('pending')}
    ${actions(
      phase === 'unsure' ? button('continue', texts.continue, start) : nothing,
      button('check', texts.check, check, busy(view)),
      phase === 'overdue' ? button('continue', texts.continue, start) : nothing,
    )}
    ${note(trouble(now, texts))}
  `;
}

/** The stages of a review. Nobody tells when the automatic checks are over, so the rest stays ahead. */
function stages(texts: Messages) {
  const time = (from: number, to: number) => html`<small>${minutes(from, to, texts.lang)}</small>`;
  return html`<section part="stages" class="box">
    <ol class="stages">
      <li class="past">${texts.stageSubmitted}<span class="hidden"> (${texts.done})</span></li>
      <li aria-current="step">${texts.stageAutomatic} ${time(5, 15)}</li>
      <li>${texts.stageManual} ${time(15, 60)}</li>
      <li>${texts.stageResult}</li>
    </ol>
    <p class="note">${texts.stageNote}</p>
  </section>`;
}

const verified = (view: View) => html`
  ${head(view, 'verified', view.texts.verifiedTitle, view.texts.verifiedText, icon('done'))}
  ${next('verified')}
`;

function rejected(view: View) {
  const { texts, canRetry, start } = view;
  return html`
    ${head(view, 'rejected', texts.rejectedTitle, texts.rejectedText, icon('alert'))}
    <div part="reasons" class="box">
      <slot name="reasons">${list([texts.reasonDocument, texts.reasonIdentity, texts.reasonChecks])}</slot>
    </div>
    ${tips(view)}
    <p>${next('rejected', canRetry ? texts.rejectedRetry : texts.rejectedLater)}</p>
    ${canRetry ? actions(button('retry', texts.retry, start)) : nothing}
  `;
}

function failed(view: View) {
  const { texts, now, start, check, openIn } = view;
  const { failure, before } = now;
  if (!failure) return nothing;
  const act = before === 'checking' ? check : start;
  return html`
    ${head(view, 'failed', texts.failedTitle, texts[`error-${failure.code}`], icon('alert'))}
    ${next('failed')}
    ${
      isRetryable(failure)
        ? actions(
            button('retry', texts.retry, act),
            // A button and no link: the session URL in an address could be read by every script and recorder of the page.
            failure.code === 'popup-blocked'
              ? button('redirect', texts.openHere, () => openIn('redirect'))
              : nothing,
          )
        : nothing
    }
  `;
}
