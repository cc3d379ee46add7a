import type { Attribute } from './manifest.js';
import type { Settings } from './settings.js';

/** Hears a choice; undefined is the default. */
export type Choose = (name: string, value: string | undefined) => void;

/** The control for an attribute or a token. */
export function field(
  { name, kind, values, description }: Attribute,
  settings: Settings,
  choose: Choose,
): HTMLElement {
  if (kind === 'list') {
    const wanted = settings.get(name).split(' ');
    const boxes = values.map((value) => input('checkbox', name, value, wanted.includes(value)));
    const group = grouped(
      name,
      boxes.map((box) => labelled(box.value, box)),
    );
    group.addEventListener('change', () =>
      choose(
        name,
        boxes
          .filter(({ checked }) => checked)
          .map(({ value }) => value)
          .join(' '),
      ),
    );
    return group;
  }
  if (kind === 'choice')
    return segments(
      name,
      name,
      values.map((value) => [value, value]),
      settings,
      choose,
    );
  if (kind === 'boolean') {
    const box = input('checkbox', name, '', settings.has(name));
    box.addEventListener('change', () => choose(name, box.checked ? '' : undefined));
    return labelled(name, box, description);
  }
  const type = kind === 'color' || kind === 'number' ? kind : 'text';
  const text = input(type, name, settings.get(name), false);
  text.addEventListener(type === 'color' ? 'input' : 'change', () => choose(name, text.value.trim()));
  return labelled(name, text, description);
}

/** A choice of a few, all of them in sight. */
export function segments(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, text: string])[],
  settings: Settings,
  choose: Choose,
): HTMLElement {
  const group = grouped(
    legend,
    options.map(([value, text]) => labelled(text, input('radio', name, value, value === settings.get(name)))),
  );
  group.className = 'segments';
  group.addEventListener('change', ({ target }) => choose(name, (target as HTMLInputElement).value));
  return group;
}

export function select(
  name: string,
  options: readonly (HTMLOptionElement | HTMLOptGroupElement)[],
  value: string,
): HTMLSelectElement {
  const made = document.createElement('select');
  made.name = name;
  made.append(...options);
  made.value = value;
  return made;
}

export function labelled(text: string, control: HTMLElement, title = ''): HTMLLabelElement {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = text;
  label.title = title;
  label.append(words, control);
  return label;
}

function grouped(text: string, controls: readonly HTMLElement[]): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const row = document.createElement('div');
  legend.textContent = text;
  row.append(...controls);
  group.append(legend, row);
  return group;
}

function input(type: string, name: string, value: string, checked: boolean): HTMLInputElement {
  const made = document.createElement('input');
  Object.assign(made, { type, name, value, checked, autocomplete: 'off', spellcheck: false });
  return made;
}
