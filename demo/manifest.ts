import manifest from '../custom-elements.json' with { type: 'json' };
import type { ElementManifest } from '../scripts/docs/element-tables.js';
import { VERIFF_ORIGINS } from '../src/baanx/trusted-origin.js';

const found = (manifest.modules as unknown as { declarations: ElementManifest[] }[])
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName);
if (!found) throw new Error('custom-elements.json has no element');
const element = found;

/** The allowed values of attributes that take one of them. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  flow: ['registration', 'account'],
  'open-in': ['modal', 'popup', 'redirect'],
  prefetch: ['none', 'intent'],
};

/** The allowed values of attributes that contain a list. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  documents: ['passport', 'driving-licence', 'national-id', 'residence-permit'],
};

/** What a control needs to know about an attribute. */
export interface Attribute {
  readonly name: string;
  readonly description: string;
  readonly kind: 'boolean' | 'number' | 'choice' | 'list' | 'color' | 'text';
  readonly values: readonly string[];
  readonly default: string;
}

const withoutQuotes = (text = ''): string => text.replace(/['_]/g, '');

/** All attributes in the element's manifest except the alias `applicant-id`, so that a new one gets its control automatically. */
export const ATTRIBUTES: readonly Attribute[] = element.attributes
  .filter(({ name }) => name !== 'applicant-id')
  .map(({ name, description = '', type, default: fallback }) => {
    const choice = CHOICES[name];
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
