import { html, nothing } from 'lit';
import { head, note } from './blocks.js';
import { actions, button, claimButton, spinner } from './buttons.js';
import { icon } from './icons.js';
import { isBusy, type View } from './view.js';

/** The button that begins a hand-off, where one is offered. */
export function handoffButton(view: View, isPrimary = false) {
  const { offer, messages, isDisabled, handOff } = view;
  if (!offer) return nothing;
  const label = offer.to === 'phone' ? messages.usePhone : messages.useBrowser;
  return button('handoff', label, handOff, { isPrimary, isDisabled, isBusy: isPrimary && isBusy(view) });
}

/** Heading of the panel below. */
export const handoffTitle = ({ offer, messages }: View): string =>
  offer?.to === 'browser' ? messages.browserTitle : messages.phoneTitle;

/** The person continues on their phone, or in their own browser, by a link. `HandoffController` fills in the link. */
export function handoff(view: View) {
  const { now, messages, offer, send, start, isDisabled, isLinkPlain } = view;
  const isBrowser = offer?.to === 'browser';
  const { failure, veriff } = now;
  const link = isLinkPlain ? veriff?.link?.url : undefined;
  return html`
    ${head(view, {
      slot: 'handoff',
      tone: 'waiting',
      badge: icon(isBrowser ? 'window' : 'phone'),
      title: handoffTitle(view),
      text: isBrowser || link ? messages.browserText : messages.phoneText,
    })}
    ${failure ? nothing : html`<div id="link" class="column"></div>`} ${link ? html`<p>${link}</p>` : nothing}
    ${veriff?.link || failure ? nothing : spinner} ${note(failure && messages.linkFailed)}
    ${actions(
      failure
        ? button('retry', messages.retry, () => send({ type: 'reopen', openIn: 'handoff' }), {
            isPrimary: true,
          })
        : nothing,
      button('start', messages.continueHere, () => start(), { isDisabled }),
      now.state === 'verifying' ? claimButton(view) : nothing,
    )}
  `;
}
