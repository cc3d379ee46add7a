import { field, labeled, segments, select, type OnChange } from './fields.js';
import { LANGUAGES } from './languages.js';
import { ATTRIBUTES } from './manifest.js';
import { PAGE_SETTINGS, type Settings } from './settings.js';
import { STORIES, storyOf } from './stories.js';
import { themeEditor } from './theme-editor.js';

const PROBLEMS: Readonly<Record<(typeof PAGE_SETTINGS.problem)[number], string>> = {
  none: 'None',
  slow: 'Slow connection: 3 s per request',
  offline: 'Offline',
  'no-popups': 'Popups are blocked',
  'no-camera': 'The page does not allow the camera',
  'plain-http': 'The page is not secure (http)',
  'no-proxy': 'There is no proxy at proxy-url',
  'wrong-page': 'There is an HTML page at proxy-url',
};
const APPEARANCE = {
  frame: ['Frame', { phone: 'Phone', desktop: 'Desktop' }],
  scheme: ['Color scheme', { auto: 'Auto', light: 'Light', dark: 'Dark' }],
  dir: ['Direction', { ltr: 'Left to right', rtl: 'Right to left' }],
  handoff: ['Continue on a phone', { off: 'Off', on: 'On' }],
} as const;

/** Builds the controls for all settings. Calls `onChange` with the name of each setting that changes. */
export function controls(form: HTMLFormElement, settings: Settings, onChange: (name: string) => void): void {
  const add = (group: string, ...fields: HTMLElement[]) =>
    form.querySelector(`[data-group="${group}"]`)?.append(...fields);
  const change: OnChange = (name, value) => {
    settings.set(name, value);
    onChange(name);
    if (name === 'scheme') theme.update();
  };
  const theme = themeEditor(settings, change);

  const story = select('story', [new Option('New applicant', ''), ...groups()], settings.get('story'));
  const hint = Object.assign(document.createElement('p'), { id: 'hint' });
  story.setAttribute('aria-describedby', hint.id);
  story.addEventListener('change', () => {
    applyStory(settings, story.value);
    onChange('story');
  });
  const newButton = document.createElement('button');
  Object.assign(newButton, { type: 'button', name: 'new-applicant', textContent: 'New applicant' });
  newButton.addEventListener('click', () => {
    settings.set('onboarding-id', newApplicant(storyOf(story.value)?.id));
    onChange('story');
  });
  const problem = select(
    'problem',
    Object.entries(PROBLEMS).map(([value, text]) => new Option(text, value)),
    settings.page.problem,
  );
  problem.addEventListener('change', () => change('problem', problem.value));
  add('applicant', labeled('Scenario', story), hint);
  for (const attribute of ATTRIBUTES)
    if (attribute.name === 'onboarding-id') add('applicant', field(attribute, settings, change));
    else add('attributes', field(attribute, settings, change));
  add('applicant', newButton, labeled('Simulate a problem', problem));

  for (const name of ['frame', 'scheme', 'dir', 'handoff'] as const)
    add('page', segments(name, APPEARANCE[name][0], Object.entries(APPEARANCE[name][1]), settings, change));
  const languages = LANGUAGES.map(([tag, name]) => new Option(name, tag));
  const lang = select('lang', [new Option('Same as the page', ''), ...languages], settings.get('lang'));
  lang.addEventListener('change', () => change('lang', lang.value || undefined));
  add('page', labeled('Language', lang));

  add('tokens', ...theme.fields);
}

/** Creates an onboarding ID, or an access token, that requests a scenario of the sandbox. */
export const newApplicant = (scenario?: string): string =>
  scenario ? `${scenario}-${crypto.randomUUID().slice(0, 8)}` : crypto.randomUUID();

const groups = (): HTMLOptGroupElement[] =>
  Object.entries(STORIES).map(([label, list]) => {
    const group = Object.assign(document.createElement('optgroup'), { label });
    group.append(
      ...list.map(({ title, id, hint }) => new Option(title === id ? `${title}: ${hint}` : title, title)),
    );
    return group;
  });

/** Applies the settings of a story, and resets those of the previous one. */
function applyStory(settings: Settings, title: string): void {
  for (const name of Object.keys(storyOf(settings.get('story'))?.attributes ?? {}))
    settings.set(name, undefined);
  const story = storyOf(title);
  settings.set('story', title || undefined);
  settings.set('onboarding-id', newApplicant(story?.id));
  settings.set('problem', story?.problem);
  for (const [name, value] of Object.entries(story?.attributes ?? {})) settings.set(name, value);
}
