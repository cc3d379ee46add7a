import type { KycStepEventDetails } from '../src/index.js';
import '../src/index.js';
import { describe, findBackend } from './backend.js';
import { chart } from './chart.js';
import { controls, newApplicant } from './controls.js';
import { EXPORTS } from './exports.js';
import { loadLanguage } from './languages.js';
import { line } from './line.js';
import { Log } from './log.js';
import { Settings } from './settings.js';
import { tabs } from './tabs.js';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Missing in the page: ${selector}`);
  return found;
};
const settings = new Settings(new URL(location.href).searchParams);
const step = document.createElement('baanx-kyc-step');
const place = find<HTMLElement>('#place');
const log = new Log(find('#log'));
const light = chart(find('#chart'));
const isCameraDenied = () => settings.surroundings.trouble === 'no-camera';
const wasCameraDenied = isCameraDenied();
const openWindow = window.open.bind(window);

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
for (const name of EVENTS) step.addEventListener(name, ({ detail }) => log.event(name, detail));
step.addEventListener('statechange', ({ detail: { state, previous } }) => light(state, previous));
light('idle');

step.fetcher = line({
  trouble: () => settings.surroundings.trouble,
  bearer: () => settings.get('onboarding-id'),
  tell: (exchange) => log.request(exchange),
});

/** Puts what is chosen on the element and around it, and into the address. */
function apply(): void {
  const { frame, scheme, dir, trouble } = settings.surroundings;
  document.body.dataset['frame'] = frame;
  place.style.colorScheme = scheme === 'auto' ? '' : scheme;
  place.dir = dir;
  const wanted = new Map(settings.attributes);
  for (const name of step.getAttributeNames())
    if (!wanted.has(name) && name !== 'style') step.removeAttribute(name);
  for (const [name, value] of wanted) if (step.getAttribute(name) !== value) step.setAttribute(name, value);
  if (!wanted.has('veriff-origins')) step.setAttribute('veriff-origins', backend.veriffOrigins);
  if (!wanted.has('proxy-url') && backend.proxyUrl) step.setAttribute('proxy-url', backend.proxyUrl);
  step.removeAttribute('style');
  for (const [name, value] of settings.tokens) step.style.setProperty(name, value);
  window.open = trouble === 'no-popups' ? () => null : openWindow;
  history.replaceState(history.state, '', `?${settings.toString()}`);
  drawExport();
}

const drawExport = tabs(find('#export-tabs'), find('#export-panel'), Object.keys(EXPORTS), (name) => {
  find('#export').textContent = EXPORTS[name]?.(settings) ?? '';
  find('#copy').textContent = `Copy ${name}`;
});

/** Tells that it was copied, where it was. */
async function copy(text: string, what: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  find('#told').textContent = `${what} copied.`;
}
find('#copy').addEventListener('click', () => void copy(find('#export').textContent, 'The code is'));
find('#share').addEventListener('click', () => void copy(location.href, 'The address of this page is'));
find('#clear').addEventListener('click', () => log.clear());

/** The controls, made anew where something else than they has chosen. */
function drawControls(): void {
  const form = find<HTMLFormElement>('#controls');
  for (const group of form.querySelectorAll('[data-group]')) group.replaceChildren();
  controls(form, settings, (name) => void chosen(name));
}

async function chosen(name: string): Promise<void> {
  if (name === 'lang') await loadLanguage(settings.get('lang'));
  if (name === 'onboarding-id') drawControls();
  apply();
  // Whether the camera is allowed is in the page's headers.
  if (isCameraDenied() !== wasCameraDenied) location.reload();
}
find('#controls').addEventListener('submit', (event) => event.preventDefault());
find('#reset').addEventListener('click', () => {
  settings.reset();
  drawControls();
  apply();
});

const backend = await findBackend();
find('#backend').textContent = describe(backend);
if (!settings.has('onboarding-id')) settings.set('onboarding-id', newApplicant(''));
await loadLanguage(settings.get('lang'));
drawControls();
apply();
place.append(step);
