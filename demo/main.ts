import type { State, StateDetail } from '../src/index.js';
import { describeBackend, loadBackend } from './backend.js';
import { drawChart } from './chart.js';
import { controls, newApplicant } from './controls.js';
import { EXPORTS } from './exports.js';
import { Frame } from './frame.js';
import type { PageMessage } from './frame-messages.js';
import { headerCheck } from './header-check.js';
import { Log } from './log.js';
import type { SandboxDelivery } from '../src/sandbox/index.js';
import { Settings } from './settings.js';
import { hintFor, storyOf } from './stories.js';
import { tabs } from './tabs.js';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Missing in the page: ${selector}`);
  return found;
};
const settings = new Settings(new URL(location.href).searchParams);
const log = new Log(find('#log'));
const highlight = drawChart(find('#chart'));
const onAway = (isAway: boolean) => {
  document.body.toggleAttribute('data-away', isAway);
  find('#again').textContent = isAway ? 'Back to the page' : 'Reload the page';
};
const frame = new Frame(find('#sign-up'), onMessage, onAway);
highlight('idle');
/** Whether Veriff was open for the current applicant. */
let wasOpened = false;

function showHint(state: State): void {
  find('#hint').textContent = hintFor(storyOf(settings.get('story')) ?? {}, state, wasOpened);
}

function onMessage(message: PageMessage): void {
  if (message.type === 'request') log.request(message.exchange);
  else if (message.type === 'loaded') highlight('idle');
  else {
    log.event(message.name, message.detail);
    if (message.name !== 'statechange') return;
    const { state, previous } = message.detail as StateDetail;
    highlight(state, previous);
    wasOpened ||= state === 'verifying';
    showHint(state);
  }
}

/** Applies the settings, and writes them to the URL. */
function apply(): void {
  document.body.dataset['frame'] = settings.page.frame;
  const query = settings.toString();
  frame.show(query);
  history.replaceState(history.state, '', `?${query}`);
  find<HTMLAnchorElement>('#alone').href = `sign-up.html?${query}`;
  showExport();
}

const checkHeaders = headerCheck(find('#pasted-headers'), find('#header-findings'), settings);
const showExport = tabs(find('#export-tabs'), find('#export-panel'), Object.keys(EXPORTS), (name) => {
  find('#export').textContent = EXPORTS[name]?.(settings) ?? '';
  find('#copy').textContent = `Copy ${name}`;
  find<HTMLElement>('#header-check').hidden = name !== 'Headers';
  if (name === 'Headers') void checkHeaders();
});

/** Copies a text, and then says so in the page. */
async function copy(text: string, what: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  find('#copy-status').textContent = `${what} copied.`;
}
find('#copy').addEventListener('click', () => void copy(find('#export').textContent, 'Code'));
find('#share').addEventListener('click', () => void copy(location.href, 'Link to this page'));
find('#clear').addEventListener('click', () => log.clear());
find('#again').addEventListener('click', () => frame.reload());

/** Builds the controls, and builds them again when a story has changed their values. */
function drawControls(): void {
  const form = find<HTMLFormElement>('#controls');
  const focused = form.contains(document.activeElement) ? document.activeElement?.getAttribute('name') : null;
  for (const group of form.querySelectorAll('[data-group]')) group.replaceChildren();
  controls(form, settings, (name) => {
    if (name === 'story') drawControls();
    apply();
  });
  form.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
  wasOpened = false;
  showHint('idle');
}
find('#controls').addEventListener('submit', (event) => event.preventDefault());
find('#reset').addEventListener('click', () => {
  settings.reset();
  drawControls();
  apply();
});

// The documentation exists in the built playground only.
find<HTMLElement>('[data-built]').hidden = !import.meta.env.PROD;

const backend = await loadBackend();
find('#backend').textContent = describeBackend(backend);
if (backend.backend !== 'baanx')
  new EventSource('deliveries').addEventListener('message', ({ data }: MessageEvent<string>) => {
    const delivery = JSON.parse(data) as SandboxDelivery;
    if (delivery.onboardingId === settings.get('onboarding-id')) log.webhook(delivery);
  });
if (!settings.has('onboarding-id')) settings.set('onboarding-id', newApplicant());
drawControls();
apply();
