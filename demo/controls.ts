import { field, labelled, segments, select, type Choose } from './fields.js';
import { LANGUAGES } from './languages.js';
import { ATTRIBUTES } from './manifest.js';
import { SURROUNDINGS, type Settings } from './settings.js';
import { STORIES, storyOf } from './stories.js';
import { themeEditor } from './theme-editor.js';

const TROUBLES: Readonly<Record<(typeof SURROUNDINGS.trouble)[number], string>> = {
  none: 'Nothing',
  slow: 'A slow line: 3 s a request',
  offline: 'No line',
  'no-popups': 'Popups are blocked',
  'no-camera': 'The page does not allow the camera',
  'plain-http': 'The page is plain http',
  'no-proxy': 'Nothing is at proxy-url',
  'wrong-page': 'A page of HTML is at proxy-url',
};
const LOOKS = {
  frame: ['Frame', { phone: 'Phone', desktop: 'Desktop' }],
  scheme: ['Colour scheme', { auto: 'Auto', light: 'Light', dark: 'Dark' }],
  dir: ['Direction', { ltr: 'Left to right', rtl: 'Right to left' }],
} as const;

/** Builds the controls of everything that can be chosen, and tells of each choice. */
export function controls(form: HTMLFormElement, settings: Settings, chosen: (name: string) => void): void {
  const add = (group: string, ...fields: HTMLElement[]) =>
    form.querySelector(`[data-group="${group}"]`)?.append(...fields);
  const choose: Choose = (name, value) => {
    settings.set(name, value);
    chosen(name);
  };

  const story = select(
    'story',
    [new Option('Anybody: goes through', ''), ...groups()],
    settings.get('story'),
  );
  const hint = Object.assign(document.createElement('p'), { id: 'hint' });
  story.setAttribute('aria-describedby', hint.id);
  story.addEventListener('change', () => {
    tellStory(settings, story.value);
    chosen('story');
  });
  const fresh = document.createElement('button');
  Object.assign(fresh, { type: 'button', name: 'fresh', textContent: 'New applicant' });
  fresh.addEventListener('click', () => {
    settings.set('onboarding-id', newApplicant(storyOf(story.value)?.id));
    chosen('story');
  });
  const trouble = select(
    'trouble',
    Object.entries(TROUBLES).map(([value, text]) => new Option(text, value)),
    settings.surroundings.trouble,
  );
  trouble.addEventListener('change', () => choose('trouble', trouble.value));
  add('applicant', labelled('Scenario', story), hint);
  for (const attribute of ATTRIBUTES)
    if (attribute.name === 'onboarding-id') add('applicant', field(attribute, settings, choose));
    else add('attributes', field(attribute, settings, choose));
  add('applicant', fresh, labelled('What goes wrong', trouble));

  for (const name of ['frame', 'scheme', 'dir'] as const)
    add('page', segments(name, LOOKS[name][0], Object.entries(LOOKS[name][1]), settings, choose));
  const languages = LANGUAGES.map(([tag, name]) => new Option(name, tag));
  const lang = select('lang', [new Option('as the page', ''), ...languages], settings.get('lang'));
  lang.addEventListener('change', () => choose('lang', lang.value || undefined));
  add('page', labelled('Language', lang));

  add('tokens', ...themeEditor(settings, choose));
}

/** An id that asks the sandbox for a scenario, or for nothing. */
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

/** Chooses all that a story is made of, and takes back what the one before it had chosen. */
function tellStory(settings: Settings, title: string): void {
  for (const name of Object.keys(storyOf(settings.get('story'))?.attributes ?? {}))
    settings.set(name, undefined);
  const story = storyOf(title);
  settings.set('story', title || undefined);
  settings.set('onboarding-id', newApplicant(story?.id));
  settings.set('trouble', story?.trouble);
  for (const [name, value] of Object.entries(story?.attributes ?? {})) settings.set(name, value);
}
