/** The requests of the playground's pages to their host, for continuing on another device. */
import type { HandoffFailure, HandoffLink, HandoffSubject } from '../src/server/index.js';
import type { Settings } from './settings.js';

const post = (path: string, body: object): Promise<Response> =>
  fetch(path, { method: 'POST', body: JSON.stringify(body) });

/** Creates a link to the phone's page for the current applicant, for the element's `handoff`. */
export async function requestLink(settings: Settings): Promise<{ url: string; expiresAt: string }> {
  const id = settings.get('onboarding-id');
  const subject: HandoffSubject =
    settings.get('flow') === 'account'
      ? { flow: 'account', userId: id }
      : { flow: 'registration', onboardingId: id };
  const response = await post('handoff', subject);
  if (!response.ok) throw new Error(`The host did not create a link: ${response.status}`);
  const { token, expiresAt } = (await response.json()) as HandoffLink;
  const url = new URL('phone.html', location.href);
  if (settings.has('lang')) url.searchParams.set('lang', settings.get('lang'));
  // No server ever receives the fragment. The playground has no server of its own that could redirect.
  url.hash = token;
  return { url: url.href, expiresAt };
}

/** Redeems the token of a link. Returns whose verification it continues, or why it was refused. */
export async function redeemLink(token: string): Promise<HandoffSubject | Pick<HandoffFailure, 'code'>> {
  return (await (await post('handoff/redeem', { token })).json()) as
    HandoffSubject | Pick<HandoffFailure, 'code'>;
}
