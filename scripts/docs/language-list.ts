import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { code } from './markdown.js';

/** The list of all languages, each by its own name. */
export function languageList(): string {
  const tags = readdirSync(join(root, 'src/i18n/locales')).map((file) => file.replace(/\.ts$/, ''));
  const names = tags.map((tag) => {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return `${name} ${code(tag)}`;
  });
  return `${tags.length} of them: ${names.join(' · ')}`;
}
