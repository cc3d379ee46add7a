import { html, nothing, type TemplateResult } from 'lit';
import type { FlowEvent } from '../flow/events.js';
import { isRetryable } from '../flow/result.js';
import { isOpen, submissionOf, type OpenIn, type Snapshot, type State } from '../flow/snapshot.js';
import type { Messages } from '../i18n/locales/en.js';
import { minutes } from '../i18n/minutes.js';
import { phaseOf, statusProblem } from './announcement.js';
import { actions, button, spinner } from './buttons.js';
import type { Config } from './config.js';
import { icon, type IconName } from './icons.js';

/** What a panel is rendered from. */
export interface View {
  readonly config: Config;
  readonly messages: Messages;
  readonly now: Snapshot;
  /** Whether the buttons that open Veriff are disabled. */
  readonly isDisabled: boolean;
  readonly send: (event: FlowEvent) => void;
  /** Opens Veriff there, by default where `open-in` says. */
  readonly start: (openIn?: OpenIn) => void;
  /** The person is about to press Start. */
  readonly onIntent: () => void;
}

/** The panel of the state. Busy states keep the panel that was there. */
export function panel(view: View): TemplateResult | typeof nothing {
  const { state, returnTo, veriff } = view.now;
  const shown = state === 'checking' ? returnTo : state;
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
      return veriff?.openIn === 'popup' ? elsewhere(view) : explainer(view);
  }
}

const isBusy = ({ now }: View): boolean => now.state === 'idle' || now.state === 'checking' || isOpen(now);

/** `slot` names the slots of the heading and of the text. */
interface Head {
  readonly slot: string;
  readonly badge: unknown;
  readonly title: string;
  readonly text: string;
}

/** In an alert the text alone is read: the heading may get the focus and is read because of that. */
const head = ({ config }: View, { slot, badge, title, text }: Head) => html`
  <div class="head">
    <div class="badge">${badge}</div>
    <h2 part="heading" tabindex="-1" aria-level=${config.headingLevel}>
      <slot name="${slot}-heading">${title}</slot>
    </h2>
    <p part="intro" role=${slot === 'failed' ? 'alert' : nothing}><slot name=${slot}>${text}</slot></p>
  </div>
`;

const subheading = ({ config }: View, text: string) =>
  html`<h3 aria-level=${Math.min(6, config.headingLevel + 1)}>${text}</h3>`;

const list = (lines: readonly string[]) =>
  html`<ul class="list">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const row = (name: IconName, text: unknown, part?: string) =>
  html`<li part=${part ?? nothing}>${icon(name)}<span>${text}</span></li>`;

const note = (text: string | undefined) => (text ? html`<p part="note" class="note">${text}</p>` : nothing);

const tips = (view: View) => html`
  <section part="tips">
    <slot name="tips">
      ${subheading(view, view.messages.tipsTitle)}
      ${list([view.messages.tipLight, view.messages.tipClear, view.messages.tipGlasses])}
    </slot>
  </section>
`;

const continueButton = ({ messages, start, isDisabled }: View) =>
  button('continue', messages.continue, () => start(), { isDisabled });

function explainer(view: View) {
  const { config, messages, now, isDisabled, onIntent, start } = view;
  const options = { isBusy: isBusy(view), isDisabled, onIntent };
  return html`
    ${head(view, { slot: 'intro', badge: icon('shield'), title: messages.title, text: messages.intro })}
    <section part="documents" class="box">
      <slot name="documents">
        ${subheading(view, messages.documentsTitle)}
        <ul class="rows">
          ${config.documents.map((kind) => row(kind === 'passport' ? 'passport' : 'card', messages[kind]))}
        </ul>
        <p class="note">${messages.documentsNote}</p>
        ${config.proofOfAddress ? note(messages.proofOfAddress) : nothing}
      </slot>
    </section>
    ${tips(view)}
    <ul class="rows facts">
      ${row('selfie', html`<slot name="selfie">${messages.selfie}</slot>`)}
      ${row('clock', html`<slot name="timing">${messages.timing}</slot>`, 'timing')}
      ${row('lock', html`<slot name="privacy">${messages.privacy}</slot>`, 'privacy')}
    </ul>
    ${actions(
      now.attempt?.opened
        ? button('start continue', messages.continue, () => start(), options)
        : button('start', messages.start, () => start(), options),
    )}
    ${note(now.state === 'ready' && now.failure ? messages.startNote : undefined)}
  `;
}

/** Veriff is open in another window, which may never report how it went. */
const elsewhere = (view: View) => html`
  ${head(view, {
    slot: 'elsewhere',
    badge: icon('shield'),
    title: view.messages.elsewhereTitle,
    text: view.messages.elsewhereText,
  })}
  ${actions(
    button('focus', view.messages.showWindow, () => view.send({ type: 'reopen', openIn: 'popup' }), {
      isDisabled: view.isDisabled,
    }),
    claimButton(view),
  )}
`;

const claimButton = ({ messages, send }: View) =>
  button('done', messages.imDone, () => send({ type: 'claim-finished' }));

/** Documents are or may be under review. Its phases look alike, so that nothing moves from one to the next. */
function review(view: View, shown: State) {
  const { messages, now, send } = view;
  const phase = phaseOf(shown, now);
  const isUnsure = phase === 'unsure';
  const mayContinue = phase === 'overdue' || submissionOf(now) === 'claimed';
  return html`
    ${head(view, {
      slot: phase,
      badge: shown === 'deciding' ? spinner : icon('clock'),
      title: messages[`${phase}Title`],
      text: messages[`${phase}Text`],
    })}
    ${isUnsure ? nothing : stages(messages)}
    <slot name="pending-next"></slot>
    ${actions(
      isUnsure ? [continueButton(view), claimButton(view)] : nothing,
      button('check', messages.check, () => send({ type: 'check' }), { isBusy: isBusy(view) }),
      mayContinue && !isUnsure ? continueButton(view) : nothing,
    )}
    ${note(statusProblem(now, messages))}
  `;
}

/** The stages of a review. Baanx does not report when the automatic checks are over, so the rest stays ahead. */
function stages(messages: Messages) {
  const time = (from: number, to: number) => html`<small>${minutes(from, to, messages.lang)}</small>`;
  return html`<section part="stages" class="box">
    <ol>
      <li>${messages.stageSubmitted}<span class="hidden"> (${messages.done})</span></li>
      <li aria-current="step">${messages.stageAutomatic} ${time(5, 15)}</li>
      <li>${messages.stageManual} ${time(15, 60)}</li>
      <li>${messages.stageResult}</li>
    </ol>
    <p class="note">${messages.stageNote}</p>
  </section>`;
}

const verified = (view: View) => html`
  ${head(view, {
    slot: 'verified',
    badge: icon('done'),
    title: view.messages.verifiedTitle,
    text: view.messages.verifiedText,
  })}
  <slot name="verified-next"></slot>
`;

function rejected(view: View) {
  const { config, messages, start, isDisabled } = view;
  // A logged-in user may try again here; a registration goes on and may try again later.
  const canRetry = config.flow === 'account';
  return html`
    ${head(view, {
      slot: 'rejected',
      badge: icon('alert'),
      title: messages.rejectedTitle,
      text: messages.rejectedText,
    })}
    <div part="reasons" class="box">
      <slot name="reasons">
        ${list([messages.reasonDocument, messages.reasonIdentity, messages.reasonChecks])}
      </slot>
    </div>
    ${tips(view)}
    <p><slot name="rejected-next">${canRetry ? messages.rejectedRetry : messages.rejectedLater}</slot></p>
    ${canRetry ? actions(button('retry', messages.retry, () => start(), { isDisabled })) : nothing}
  `;
}

function failed(view: View) {
  const { messages, now, start, isDisabled } = view;
  const { failure } = now;
  if (!failure) return nothing;
  // A button and not a link, whose address every script and session recorder of the page could read.
  const canRedirect = failure.code === 'popup-blocked' || failure.code === 'camera-blocked-by-page';
  return html`
    ${head(view, {
      slot: 'failed',
      badge: icon('alert'),
      title: messages.failedTitle,
      text: messages[`error-${failure.code}`],
    })}
    <slot name="failed-next"></slot>
    ${
      isRetryable(failure)
        ? actions(
            button('retry', messages.retry, () => start(), { isDisabled }),
            canRedirect
              ? button('redirect', messages.openHere, () => start('redirect'), { isDisabled })
              : nothing,
          )
        : nothing
    }
  `;
}
