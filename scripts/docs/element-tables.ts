import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';
import { DOCUMENT_KINDS } from '../../src/element/documents.js';
import { root } from '../root.mjs';
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
/** The part of the element's declaration in custom-elements.json that the tables need. */
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

/** Reads the element's declaration from custom-elements.json. */
export function readManifest(): ElementManifest {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations: ElementManifest[] }[];
  };
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  if (!element) throw new Error('custom-elements.json has no element');
  return element;
}

/** Defaults that the source computes, so that the manifest does not have them. */
const COMPUTED: Readonly<Record<string, string>> = {
  documents: DOCUMENT_KINDS.join(' '),
  'veriff-origins': VERIFF_ORIGINS.join(' '),
};

/** Unions with more members than this are shown by the name of their type. */
const MAX_LISTED_MEMBERS = 5;

/** A table of names and descriptions. */
const nameTable = (list: readonly Named[], head: string): string =>
  table(
    [head, 'What it is'],
    list.map(({ name, description = '' }) => [code(name), description]),
  );

/** The tables of the element's public API, by the names in the pages' markers. */
export function elementTables(element: ElementManifest, types: TypeTexts): [string, () => string][] {
  const values = ({ type }: Named): string => {
    const text = type?.text.replace(' | undefined', '') ?? '';
    const members = types.members(text);
    return (members.length > 0 && members.length <= MAX_LISTED_MEMBERS ? members.join(' | ') : text).replace(
      /['"]/g,
      '',
    );
  };
  const attributeFields = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const members = element.members.filter(
    (member) => member.static !== true && (member.privacy ?? 'public') === 'public',
  );
  const fields = members.filter(({ kind, name }) => kind === 'field' && !attributeFields.has(name));
  const detailFields = ({ type }: Named): string => {
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
          element.attributes.map((attribute) => [
            code(attribute.name),
            code(attribute.fieldName),
            code(values(attribute)),
            code(
              attribute.type?.text === 'boolean'
                ? ''
                : (COMPUTED[attribute.name] ?? attribute.default ?? '').replace(/['_]/g, ''),
            ),
            attribute.description ?? '',
          ]),
        ),
    ],
    [
      'properties',
      () =>
        table(
          ['Property', 'Values', 'What it does'],
          fields.map((field) => [
            `${code(field.name)}${field.readonly ? ' (read only)' : ''}`,
            code(values(field)),
            field.description ?? '',
          ]),
        ),
    ],
    [
      'methods',
      () =>
        table(
          ['Method', 'What it does'],
          members
            .filter(({ kind }) => kind === 'method')
            .map(({ name, description = '' }) => [code(`${name}()`), description]),
        ),
    ],
    [
      'events',
      () =>
        table(
          ['Event', 'When', '`event.detail`'],
          element.events.map((event) => [code(event.name), event.description ?? '', detailFields(event)]),
        ),
    ],
    ['slots', () => nameTable(element.slots, 'Slot')],
    ['parts', () => nameTable(element.cssParts, 'Part')],
    ['states', () => nameTable(element.cssStates, 'State')],
    [
      'tokens',
      () =>
        table(
          ['Token', 'Default', 'What it is'],
          element.cssProperties.map((token) => [
            code(token.name),
            code(token.default ?? ''),
            token.description ?? '',
          ]),
        ),
    ],
  ];
}
