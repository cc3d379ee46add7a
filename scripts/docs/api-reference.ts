import { DESCRIBED_ENTRIES } from './entries.js';
import { code, table } from './markdown.js';
import type { ExportText, FieldText, TypeTexts } from './type-text.js';

/** The generated parts of the reference: every function and type of the package's entries, by their names. */
export const apiParts = (types: TypeTexts): [string, () => string][] =>
  Object.entries(DESCRIBED_ENTRIES).map(([part, entries]): [string, () => string] => [
    part,
    () => pageOf(entries, types),
  ]);

/** A section for each entry. What several entries export is described once. */
function pageOf(entries: readonly string[], types: TypeTexts): string {
  const described = new Set<string>();
  return entries
    .map((entry) => {
      const fresh = types.exports(entry).filter(({ name }) => !described.has(name));
      for (const { name } of fresh) described.add(name);
      return [`## ${code(entry)}`, ...inReadingOrder(fresh).map(section)].join('\n\n');
    })
    .join('\n\n');
}

/** Each function, followed by the types that only it needs; then what is left. */
function inReadingOrder(exports: readonly ExportText[]): readonly ExportText[] {
  const functions = exports.filter(({ kind }) => kind === 'function');
  const ordered = new Set<ExportText>();
  for (const one of functions) {
    ordered.add(one);
    for (const name of one.uses) {
      const used = exports.find((other) => other.name === name && other.kind === 'interface');
      if (used) ordered.add(used);
    }
  }
  return [...ordered, ...exports.filter((one) => !ordered.has(one))];
}

const section = (one: ExportText): string =>
  [`### ${code(one.name + (one.kind === 'function' ? '()' : ''))}`, ...BODIES[one.kind](one)]
    .filter((text) => text !== '')
    .join('\n\n');

/** Not `ts`: the snippets in that language are programs that the tests compile and run. */
const block = (text: string): string => `\`\`\`typescript\n${text}\n\`\`\``;

const BODIES: Readonly<Record<ExportText['kind'], (one: ExportText) => string[]>> = {
  function: ({ code: signature, description, params, returns, throws }) => [
    block(signature),
    description,
    params.map(([name, about]) => `- ${code(name)}: ${about}`).join('\n'),
    returns === undefined ? '' : `Returns ${returns}.`,
    ...throws.map((text) => `Throws ${text.replace(/^TypeError\b/, 'a `TypeError`')}.`.replace(/\.\.$/, '.')),
  ],
  value: ({ code: type, description }) => [description, `Type: ${code(type)}`],
  alias: ({ code: definition, description }) => [description, block(definition)],
  interface: ({ name, description, fields }) => [
    description,
    DESCRIBED_ELSEWHERE.includes(name) ? '' : fieldTable(fields),
  ],
};

/** Default values are code; everything else that a `@default` says is text. */
const defaultText = (text: string): string => (/^(?:['"[{\d]|true$|false$)/.test(text) ? code(text) : text);

/** What has a table of its own elsewhere: docs/appearance.md lists every message. */
const DESCRIBED_ELSEWHERE: readonly string[] = ['Messages', 'Locale'];

/** The fields of an interface. If any is optional, its default is shown too. */
function fieldTable(fields: readonly FieldText[]): string {
  const hasDefaults = fields.some((field) => field.default !== undefined);
  return table(
    ['Name', 'Type', ...(hasDefaults ? ['Default'] : []), 'What it is'],
    fields.map(({ name, type, optional, description, default: value }) => [
      code(optional && !hasDefaults ? `${name}?` : name),
      code(type),
      ...(hasDefaults ? [optional ? defaultText(value ?? '–') : 'required'] : []),
      description,
    ]),
  );
}
