import type { Attribute } from './manifest.js';
import type { Settings } from './settings.js';

/** Receives a new value; undefined means the default. */
export type OnChange = (name: string, value: string | undefined) => void;

/** Creates the control for an attribute or a token. */
export function field(
  { name, kind, values, description }: Attribute,
  settings: Settings,
  onChange: OnChange,
): HTMLElement {
  if (kind === 'list') {
    const selected = settings.get(name).split(' ');
    const boxes = values.map((value) => input('checkbox', name, value, selected.includes(value)));
    const group = grouped(
      name,
      boxes.map((box) => labeled(box.value, box)),
    );
    group.addEventListener('change', () =>
      onChange(
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
      onChange,
    );
  if (kind === 'boolean') {
    const box = input('checkbox', name, '', settings.has(name));
    box.addEventListener('change', () => onChange(name, box.checked ? '' : undefined));
    return labeled(name, box, description);
  }
  const type = kind === 'color' || kind === 'number' ? kind : 'text';
  const text = input(type, name, settings.get(name), false);
  text.addEventListener(type === 'color' ? 'input' : 'change', () => onChange(name, text.value.trim()));
  return labeled(name, text, description);
}

/** Creates a segmented control: radio buttons in one row. */
export function segments(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, text: string])[],
  settings: Settings,
  onChange: OnChange,
): HTMLElement {
  const group = grouped(
    legend,
    options.map(([value, text]) => labeled(text, input('radio', name, value, value === settings.get(name)))),
  );
  group.className = 'segments';
  group.addEventListener('change', ({ target }) => onChange(name, (target as HTMLInputElement).value));
  return group;
}

export function select(
  name: string,
  options: readonly (HTMLOptionElement | HTMLOptGroupElement)[],
  value: string,
): HTMLSelectElement {
  const element = document.createElement('select');
  element.name = name;
  element.append(...options);
  element.value = value;
  return element;
}

export function labeled(text: string, control: HTMLElement, title = ''): HTMLLabelElement {
  const label = document.createElement('label');
  const caption = document.createElement('span');
  caption.textContent = text;
  label.title = title;
  label.append(caption, control);
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
  const element = document.createElement('input');
  Object.assign(element, { type, name, value, checked, autocomplete: 'off', spellcheck: false });
  return element;
}
