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

/** The person continues on their phone or in their own browser, with a link. `HandoffController` fills in the link. */
export function handoff(view: View) {
  const { now, messages, offer, send, start, isDisabled, links } = view;
  const isBrowser = offer?.to === 'browser';
  const { failure, veriff } = now;
  const link = veriff?.link;
  const isRenewable = failure ?? link?.expiresAt;
  return html`
    ${head(view, {
      slot: 'handoff',
      tone: 'waiting',
      badge: icon(isBrowser ? 'window' : 'phone'),
      title: handoffTitle(view),
      text: isBrowser || links.isLinkPlain ? messages.browserText : messages.phoneText,
    })}
    ${failure || (link && links.isLinkShown) ? nothing : spinner}
    ${link && links.isLinkPlain ? html`<p part="link">${link.url}</p>` : nothing}
    ${link ? html`<div id="link" class="column"></div>` : nothing} ${note(failure && messages.linkFailed)}
    ${actions(
      isRenewable
        ? button(
            'retry',
            failure ? messages.retry : messages.newLink,
            () => send({ type: 'reopen', openIn: 'handoff' }),
            { isPrimary: failure !== undefined, isDisabled },
          )
        : nothing,
      button('start', messages.continueHere, () => start(), { isDisabled }),
      now.state === 'verifying' ? claimButton(view) : nothing,
    )}
  `;
}
