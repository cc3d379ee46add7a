import { html, nothing } from 'lit';
import { isRetryable } from '../baanx/result.js';
import { head, list, note } from './blocks.js';
import { actions, button } from './buttons.js';
import { handoffButton } from './handoff.js';
import { icon } from './icons.js';
import { tips } from './tips.js';
import type { View } from './view.js';

export const verified = (view: View) =>
  head(view, {
    slot: 'verified',
    tone: 'success',
    badge: icon('check'),
    title: view.messages.verifiedTitle,
    text: view.messages.verifiedText,
    more: html`<slot name="verified-next" class="next main"></slot>`,
  });

export function rejected(view: View) {
  const { config, messages, start, isDisabled } = view;
  // A logged-in user can try again here. Someone who is registering can try again later, in their account.
  const canRetry = config.flow === 'account';
  return html`
    ${head(view, {
      slot: 'rejected',
      tone: 'danger',
      badge: icon('close'),
      title: messages.rejectedTitle,
      text: messages.rejectedText,
      more: html`<section part="reasons">
        <slot name="reasons">
          ${list([messages.reasonDocument, messages.reasonIdentity, messages.reasonChecks])}
        </slot>
      </section>`,
    })}
    <div part="next">
      <slot name="rejected-next" class="next"
        >${canRetry ? messages.rejectedRetry : messages.rejectedLater}</slot
      >
    </div>
    ${actions(
      canRetry ? button('retry', messages.retry, () => start(), { isPrimary: true, isDisabled }) : nothing,
      supportLink(view),
    )}
    ${tips(view)}
  `;
}

export function failed(view: View) {
  const { messages, now, send, start, isDisabled } = view;
  const { failure } = now;
  if (!failure) return nothing;
  const canRetry = isRetryable(failure);
  // A button instead of a link, because the page's scripts and session recorders could read a link's address.
  const canRedirect = failure.code === 'popup-blocked' || failure.code === 'camera-blocked-by-page';
  return html`
    ${head(view, {
      slot: 'failed',
      tone: 'warning',
      badge: icon('alert'),
      title: messages.failedTitle,
      text: messages[`error-${failure.code}`],
      more: html`<p part="reference" class="note">
        ${messages.reference} <code>${failure.code} ${failure.reference}</code>
      </p>`,
    })}
    <slot name="failed-next" class="next"></slot>
    ${note(canRedirect && messages.redirectNote)}
    ${actions(
      canRetry
        ? button('retry', messages.retry, () => start(), { isPrimary: true, isDisabled })
        : button('check', messages.check, () => send({ type: 'check' })),
      canRedirect ? button('redirect', messages.openHere, () => start('redirect'), { isDisabled }) : nothing,
      handoffButton(view),
      supportLink(view),
    )}
  `;
}

/** Opens in a new tab, so that the step stays open. */
const supportLink = ({ config, messages }: View) =>
  config.supportUrl
    ? html`<a part="support" class="link" href=${config.supportUrl} target="_blank" rel="noopener"
        >${messages.support}</a
      >`
    : nothing;
