import { SCENARIOS } from '../src/sandbox/index.js';
import { LANGUAGES } from './languages.js';
import { ATTRIBUTES, TOKENS, type Attribute } from './manifest.js';
import { SURROUNDINGS, type Settings } from './settings.js';

const TROUBLES: Readonly<Record<(typeof SURROUNDINGS.trouble)[number], string>> = {
  none: 'Nothing',
  slow: 'A slow line: 3 s a request',
  offline: 'No line',
  'no-popups': 'Popups are blocked',
  'no-camera': 'The page does not allow the camera',
};

/** Builds the controls of everything that can be chosen, and tells of each choice. */
export function controls(form: HTMLFormElement, settings: Settings, chosen: (name: string) => void): void {
  const add = (group: string, ...fields: HTMLElement[]) =>
    form.querySelector(`[data-group="${group}"]`)?.append(...fields);
  const choose = (name: string, value: string | undefined) => {
    settings.set(name, value);
    chosen(name);
  };

  const scenarios = SCENARIOS.map(({ id, description }) => [id, `${id}: ${description}`] as const);
  const scenario = select('scenario', [['', 'Anybody: goes through'], ...scenarios], scenarioIn(settings));
  scenario.addEventListener('change', () => choose('onboarding-id', newApplicant(scenario.value)));
  add('applicant', labelled('Scenario', scenario));
  add('applicant', field(attributeOf('onboarding-id'), settings, choose));
  const fresh = document.createElement('button');
  fresh.type = 'button';
  fresh.textContent = 'New applicant';
  fresh.addEventListener('click', () => choose('onboarding-id', newApplicant(scenario.value)));
  const trouble = select('trouble', Object.entries(TROUBLES), settings.surroundings.trouble);
  trouble.addEventListener('change', () => choose('trouble', trouble.value));
  add('applicant', fresh, labelled('What goes wrong', trouble));

  for (const name of ['frame', 'scheme', 'dir'] as const) {
    const control = select(
      name,
      SURROUNDINGS[name].map((value) => [value, value] as const),
      settings.surroundings[name],
    );
    control.addEventListener('change', () => choose(name, control.value));
    add('page', labelled({ frame: 'Frame', scheme: 'Colour scheme', dir: 'Direction' }[name], control));
  }
  const lang = select('lang', [['', 'as the page'], ...LANGUAGES], settings.get('lang'));
  lang.addEventListener('change', () => choose('lang', lang.value || undefined));
  add('page', labelled('Language', lang));

  for (const attribute of ATTRIBUTES)
    if (attribute.name !== 'onboarding-id') add('attributes', field(attribute, settings, choose));
  for (const token of TOKENS)
    add(
      'tokens',
      field({ ...token, kind: 'text', values: [] }, settings, choose, token.default.startsWith('#')),
    );
}

/** An id that asks the sandbox for a scenario, or for nothing. */
export const newApplicant = (scenario: string): string =>
  scenario ? `${scenario}-${crypto.randomUUID().slice(0, 8)}` : crypto.randomUUID();

const scenarioIn = (settings: Settings): string => {
  const id = `${settings.get('onboarding-id').replace(/^US_/, '')}-`;
  return SCENARIOS.find((one) => id.startsWith(`${one.id}-`))?.id ?? '';
};

function attributeOf(name: string): Attribute {
  const attribute = ATTRIBUTES.find((one) => one.name === name);
  if (!attribute) throw new Error(`No attribute ${name}`);
  return attribute;
}

function field(
  { name, kind, values, description }: Attribute,
  settings: Settings,
  choose: (name: string, value: string | undefined) => void,
  isColor = false,
): HTMLElement {
  if (kind === 'list') {
    const group = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = name;
    const wanted = settings.get(name).split(' ');
    const boxes = values.map((value) => input('checkbox', name, value, wanted.includes(value)));
    group.append(legend, ...boxes.map((box, index) => labelled(values[index] ?? '', box)));
    group.addEventListener('change', () =>
      choose(name, values.filter((_, index) => boxes[index]?.checked).join(' ')),
    );
    return group;
  }
  if (kind === 'choice') {
    const choice = select(
      name,
      values.map((value) => [value, value] as const),
      settings.get(name),
    );
    choice.addEventListener('change', () => choose(name, choice.value));
    return labelled(name, choice, description);
  }
  if (kind === 'boolean') {
    const box = input('checkbox', name, '', settings.has(name));
    box.addEventListener('change', () => choose(name, box.checked ? '' : undefined));
    return labelled(name, box, description);
  }
  const type = isColor ? 'color' : kind === 'number' ? 'number' : 'text';
  const text = input(type, name, settings.get(name), false);
  text.addEventListener(isColor ? 'input' : 'change', () => choose(name, text.value.trim()));
  return labelled(name, text, description);
}

function input(type: string, name: string, value: string, checked: boolean): HTMLInputElement {
  const made = document.createElement('input');
  Object.assign(made, { type, name, value, checked, autocomplete: 'off', spellcheck: false });
  return made;
}

function select(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
): HTMLSelectElement {
  const made = document.createElement('select');
  made.name = name;
  made.append(...options.map(([one, text]) => new Option(text, one, false, one === value)));
  return made;
}

function labelled(text: string, control: HTMLElement, title = ''): HTMLLabelElement {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = text;
  label.title = title;
  label.append(words, control);
  return label;
}
