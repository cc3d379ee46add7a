/** The sign-up page of a card company with the element, on its own or in the playground's frame. */
import type { KycStepEventDetails } from '../src/index.js';
import '../src/index.js';
import { loadBackend } from './backend.js';
import { onSettings, sendToPlayground } from './frame-messages.js';
import { requestLink } from './handoff.js';
import { loadLanguage } from './languages.js';
import { loggedFetch } from './logged-fetch.js';
import { needsReload, Settings } from './settings.js';

const EVENTS: (keyof KycStepEventDetails)[] = [
  'statechange',
  'started',
  'submitted',
  'canceled',
  'pending',
  'verified',
  'rejected',
  'error',
];
const openWindow = window.open.bind(window);
let settings = new Settings(new URL(location.href).searchParams);

const step = document.createElement('baanx-kyc-step');
for (const name of EVENTS)
  step.addEventListener(name, ({ detail }) => sendToPlayground({ type: 'event', name, detail }));
step.fetcher = loggedFetch({
  problem: () => settings.page.problem,
  accessToken: () => settings.get('onboarding-id'),
  onExchange: (exchange) => sendToPlayground({ type: 'request', exchange }),
});

/** Applies the settings to the page and to the element. */
async function apply(): Promise<void> {
  const { scheme, dir, handoff, problem } = settings.page;
  const { documentElement: root } = document;
  root.style.colorScheme = scheme === 'auto' ? '' : scheme;
  root.dir = dir;
  window.open = problem === 'no-popups' ? () => null : openWindow;
  if (problem === 'plain-http') Object.defineProperty(window, 'isSecureContext', { value: false });
  await loadLanguage(settings.get('lang'));
  const attributes = new Map([['veriff-origins', backend.veriffOrigins], ...settings.attributes]);
  for (const name of step.getAttributeNames()) if (!attributes.has(name)) step.removeAttribute(name);
  for (const [name, value] of attributes)
    if (step.getAttribute(name) !== value) step.setAttribute(name, value);
  const hasHandoff = handoff === 'on' && backend.backend !== 'baanx';
  step.handoff = hasHandoff ? () => requestLink(settings) : undefined;
  for (const [name, value] of settings.tokens) step.style.setProperty(name, value);
}

/**
 * Whether the account flow has another user. The page is then reloaded, as after a login, because the element can't
 * notice the change.
 */
const isOtherUser = (before: Settings, after: Settings): boolean =>
  after.get('flow') === 'account' && before.get('onboarding-id') !== after.get('onboarding-id');

onSettings((query) => {
  const before = settings;
  settings = new Settings(new URLSearchParams(query));
  history.replaceState(history.state, '', `?${query}`);
  const problems = [before.page.problem, settings.page.problem];
  if ((problems[0] !== problems[1] && problems.some(needsReload)) || isOtherUser(before, settings))
    location.reload();
  else void apply();
});

const backend = await loadBackend();
await apply();
sendToPlayground({ type: 'loaded' });
document.querySelector('#sign-up-step')?.append(step);
