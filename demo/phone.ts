/**
 * The page that a hand-off link opens on the other device. Opening the page does not redeem the link, because
 * messengers and mail scanners open links too. The button redeems it. Then the page shows the step.
 */
import '../src/index.js';
import { loadBackend } from './backend.js';
import { redeemLink } from './handoff.js';
import { loadLanguage } from './languages.js';
import { loggedFetch } from './logged-fetch.js';
import { Settings } from './settings.js';

const REFUSED = {
  invalid: 'This link is incomplete, or it belongs to a playground in another browser.',
  expired: 'This link has expired. Please create a new one on your first device.',
  used: 'This link was used already. Please create a new one on your first device.',
  'store-failed': 'Something went wrong. Please try again in a minute.',
};

const settings = new Settings(new URL(location.href).searchParams);
const form = document.querySelector('form');
const button = form?.querySelector('button');
const backend = await loadBackend();
await loadLanguage(settings.get('lang'));
if (settings.has('onboarding-id')) showStep();

function showStep(): void {
  const step = document.createElement('baanx-kyc-step');
  step.fetcher = loggedFetch({
    problem: () => 'none',
    accessToken: () => settings.get('onboarding-id'),
    onExchange: () => undefined,
  });
  step.setAttribute('veriff-origins', backend.veriffOrigins);
  for (const [name, value] of settings.attributes) step.setAttribute(name, value);
  form?.replaceWith(step);
}

function showProblem(text: string): void {
  const status = form?.querySelector('[role="status"]');
  if (status) status.textContent = text;
}

/** Redeems the link, and goes to the page with the step. Reloading that page shows the step again. */
async function continueHere(): Promise<void> {
  const answer = await redeemLink(location.hash.slice(1));
  if ('code' in answer) return showProblem(REFUSED[answer.code]);
  settings.set('flow', answer.flow);
  settings.set('onboarding-id', answer.flow === 'account' ? answer.userId : answer.onboardingId);
  location.replace(`${location.pathname}?${settings.toString()}`);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  continueHere().catch((error: unknown) => {
    reportError(error);
    showProblem('We can’t connect. Check your internet connection, then try again.');
  });
});
// Without the listener, pressing the button would have reloaded the page without the link.
if (button) button.disabled = false;
