import type { State, StateDetail } from '../src/index.js';
import { describe, findBackend } from './backend.js';
import type { News } from './between.js';
import { chart } from './chart.js';
import { controls, newApplicant } from './controls.js';
import { EXPORTS } from './exports.js';
import { Frame } from './frame.js';
import { Log } from './log.js';
import { Settings } from './settings.js';
import { hint, storyOf } from './stories.js';
import { tabs } from './tabs.js';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Missing in the page: ${selector}`);
  return found;
};
const settings = new Settings(new URL(location.href).searchParams);
const log = new Log(find('#log'));
const light = chart(find('#chart'));
const away = (isAway: boolean) => {
  document.body.toggleAttribute('data-away', isAway);
  find('#again').textContent = isAway ? 'Back to the page' : 'Load the page again';
};
const frame = new Frame(find('#sign-up'), heard, away);
light('idle');
/** Whether the applicant has had Veriff before them. */
let opened = false;

function showHint(state: State): void {
  find('#hint').textContent = hint(storyOf(settings.get('story')) ?? {}, state, opened);
}

function heard(news: News): void {
  if (news.news === 'request') log.request(news.exchange);
  else if (news.news === 'here') light('idle');
  else {
    log.event(news.name, news.detail);
    if (news.name !== 'statechange') return;
    const { state, previous } = news.detail as StateDetail;
    light(state, previous);
    opened ||= state === 'verifying';
    showHint(state);
  }
}

/** Shows what is chosen, and puts it into the address. */
function apply(): void {
  document.body.dataset['frame'] = settings.surroundings.frame;
  const query = settings.toString();
  frame.show(query);
  history.replaceState(history.state, '', `?${query}`);
  find<HTMLAnchorElement>('#alone').href = `sign-up.html?${query}`;
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
find('#again').addEventListener('click', () => frame.reload());

/** The controls, made anew where something else than they has chosen. */
function drawControls(): void {
  const form = find<HTMLFormElement>('#controls');
  const focused = form.contains(document.activeElement) ? document.activeElement?.getAttribute('name') : null;
  for (const group of form.querySelectorAll('[data-group]')) group.replaceChildren();
  controls(form, settings, (name) => {
    if (name === 'story') drawControls();
    apply();
  });
  form.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
  opened = false;
  showHint('idle');
}
find('#controls').addEventListener('submit', (event) => event.preventDefault());
find('#reset').addEventListener('click', () => {
  settings.reset();
  drawControls();
  apply();
});

// The documentation lies beside the page where it is built.
find<HTMLElement>('[data-built]').hidden = !import.meta.env.PROD;

const backend = await findBackend();
find('#backend').textContent = describe(backend);
if (!settings.has('onboarding-id')) settings.set('onboarding-id', newApplicant());
drawControls();
apply();
