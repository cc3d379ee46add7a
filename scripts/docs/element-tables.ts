import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';
import { DOCUMENT_KINDS } from '../../src/element/documents.js';
import { root } from '../bundle.mjs';
import { code, table } from './markdown.js';
import type { TypeTexts } from './type-text.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  readonly privacy?: string;
  readonly readonly?: boolean;
}
/** The element's declaration in custom-elements.json, as far as it is read here. */
export interface ElementManifest {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

/** What custom-elements.json says of the element. */
export function readManifest(): ElementManifest {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations: ElementManifest[] }[];
  };
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  if (!element) throw new Error('custom-elements.json has no element');
  return element;
}

/** Defaults that are not written as a word in the constructor, so that the manifest can't know them. */
const COMPUTED: Readonly<Record<string, string>> = {
  documents: DOCUMENT_KINDS.join(' '),
  'veriff-origins': VERIFF_ORIGINS.join(' '),
};

/** More members than this are a list of their own, further down the page. */
const SHORT = 5;

const plain = (list: readonly Named[], head: string): string =>
  table(
    [head, 'What it is'],
    list.map(({ name, description = '' }) => [code(name), description]),
  );

/** The tables of the element's public face, by the name that a page asks for. */
export function elementTables(element: ElementManifest, types: TypeTexts): [string, () => string][] {
  const values = ({ type }: Named): string => {
    const text = type?.text.replace(' | undefined', '') ?? '';
    const members = types.members(text);
    return (members.length > 0 && members.length <= SHORT ? members.join(' | ') : text).replace(/['"]/g, '');
  };
  const isSet = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const own = element.members.filter((one) => one.static !== true && (one.privacy ?? 'public') === 'public');
  const fields = own.filter(({ kind, name }) => kind === 'field' && !isSet.has(name));
  const detail = ({ type }: Named): string => {
    const name = /<(\w+)>/.exec(type?.text ?? '')?.[1] ?? '';
    return code(
      types
        .fields(name)
        .map((field) => field.name)
        .join(', '),
    );
  };
  return [
    [
      'attributes',
      () =>
        table(
          ['Attribute', 'Property', 'Values', 'Default', 'What it does'],
          element.attributes.map((one) => [
            code(one.name),
            code(one.fieldName),
            code(values(one)),
            code(
              one.type?.text === 'boolean'
                ? ''
                : (COMPUTED[one.name] ?? one.default ?? '').replace(/['_]/g, ''),
            ),
            one.description ?? '',
          ]),
        ),
    ],
    [
      'properties',
      () =>
        table(
          ['Property', 'Values', 'What it does'],
          fields.map((one) => [
            `${code(one.name)}${one.readonly ? ' (read only)' : ''}`,
            code(values(one)),
            one.description ?? '',
          ]),
        ),
    ],
    [
      'methods',
      () =>
        table(
          ['Method', 'What it does'],
          own
            .filter(({ kind }) => kind === 'method')
            .map(({ name, description = '' }) => [code(`${name}()`), description]),
        ),
    ],
    [
      'events',
      () =>
        table(
          ['Event', 'When', '`event.detail`'],
          element.events.map((one) => [code(one.name), one.description ?? '', detail(one)]),
        ),
    ],
    ['slots', () => plain(element.slots, 'Slot')],
    ['parts', () => plain(element.cssParts, 'Part')],
    ['states', () => plain(element.cssStates, 'State')],
    [
      'tokens',
      () =>
        table(
          ['Token', 'Default', 'What it is'],
          element.cssProperties.map((one) => [
            code(one.name),
            code(one.default ?? ''),
            one.description ?? '',
          ]),
        ),
    ],
  ];
}
