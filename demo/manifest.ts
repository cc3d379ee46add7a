import manifest from '../custom-elements.json' with { type: 'json' };
import type { ElementManifest } from '../scripts/docs/element-tables.js';
import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';
import { DOCUMENT_KINDS } from '../src/element/documents.js';

const found = (manifest.modules as unknown as { declarations: ElementManifest[] }[])
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName);
if (!found) throw new Error('custom-elements.json has no element');
const element = found;

/** The allowed values of attributes that contain a list. */
const LISTS: Readonly<Record<string, readonly string[]>> = { documents: DOCUMENT_KINDS };

const withoutQuotes = (text = ''): string => text.replace(/['_]/g, '');

/** The values of a type such as `'modal' | 'popup'`; undefined for other types. */
const choicesOf = (type = ''): string[] | undefined =>
  type.startsWith("'") ? type.split(' | ').map((value) => withoutQuotes(value)) : undefined;

/** What a control needs to know about an attribute. */
export interface Attribute {
  readonly name: string;
  readonly description: string;
  readonly kind: 'boolean' | 'number' | 'choice' | 'list' | 'color' | 'text';
  readonly values: readonly string[];
  readonly default: string;
}

/** All attributes in the element's manifest except the alias `applicant-id`, so that a new one gets its control automatically. */
export const ATTRIBUTES: readonly Attribute[] = element.attributes
  .filter(({ name }) => name !== 'applicant-id')
  .map(({ name, description = '', type, default: fallback }) => {
    const choice = choicesOf(type?.text);
    const list = LISTS[name];
    const computed = list?.join(' ') ?? (name === 'veriff-origins' ? VERIFF_ORIGINS.join(' ') : undefined);
    return {
      name,
      description,
      kind: choice
        ? 'choice'
        : list
          ? 'list'
          : type?.text === 'boolean' || type?.text === 'number'
            ? type.text
            : 'text',
      values: choice ?? list ?? [],
      default: type?.text === 'boolean' ? '' : (computed ?? withoutQuotes(fallback)),
    };
  });

/** All theme tokens with their defaults. */
export const TOKENS = element.cssProperties.map(({ name, description = '', default: fallback = '' }) => ({
  name,
  description,
  default: fallback,
}));
