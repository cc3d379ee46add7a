/** The card company's page that holds the step: alone, or in the playground's frame. */
import type { KycStepEventDetails } from '../src/index.js';
import '../src/index.js';
import { findBackend } from './backend.js';
import { onChoice, tell } from './between.js';
import { loadLanguage } from './languages.js';
import { line } from './line.js';
import { ofThePage, Settings } from './settings.js';

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
for (const name of EVENTS) step.addEventListener(name, ({ detail }) => tell({ news: 'event', name, detail }));
step.fetcher = line({
  trouble: () => settings.surroundings.trouble,
  bearer: () => settings.get('onboarding-id'),
  tell: (exchange) => tell({ news: 'request', exchange }),
});

/** Puts what is chosen on the page, on the element and into the address, so that a reload finds it. */
async function apply(): Promise<void> {
  const { scheme, dir, trouble } = settings.surroundings;
  const { documentElement: page } = document;
  page.style.colorScheme = scheme === 'auto' ? '' : scheme;
  page.dir = dir;
  window.open = trouble === 'no-popups' ? () => null : openWindow;
  if (trouble === 'plain-http') Object.defineProperty(window, 'isSecureContext', { value: false });
  await loadLanguage(settings.get('lang'));
  const wanted = new Map([['veriff-origins', backend.veriffOrigins], ...settings.attributes]);
  for (const name of step.getAttributeNames()) if (!wanted.has(name)) step.removeAttribute(name);
  for (const [name, value] of wanted) if (step.getAttribute(name) !== value) step.setAttribute(name, value);
  for (const [name, value] of settings.tokens) step.style.setProperty(name, value);
}

onChoice((query) => {
  const before = settings.surroundings.trouble;
  settings = new Settings(new URLSearchParams(query));
  history.replaceState(history.state, '', `?${query}`);
  if (before !== settings.surroundings.trouble && [before, settings.surroundings.trouble].some(ofThePage))
    location.reload();
  else void apply();
});

const backend = await findBackend();
await apply();
tell({ news: 'here' });
document.querySelector('#place')?.append(step);
