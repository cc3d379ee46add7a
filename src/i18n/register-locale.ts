import type { Messages } from './locales/en.js';
import { registry, type Locale } from './registry.js';

/** What there is to a language beside its texts. */
export interface Reading extends Partial<Pick<Locale, 'dir' | 'veriff'>> {
  /** Other tags that it answers to where no other language claims them: `no` for `nb`, `zh-TW` for `zh-Hant`. */
  readonly also?: readonly string[];
}

/**
 * Makes the texts of a language known: every element in the page that wants that language shows them from now on.
 * Register a language again to replace its texts.
 */
export function registerLocale(messages: Messages, { also = [], ...reading }: Reading = {}): void {
  const { locales, shown } = registry;
  const { lang } = messages;
  const locale: Locale = { ...messages, dir: 'ltr', veriff: lang.replace(/-.*/, ''), ...reading };
  locales.set(lang.toLowerCase(), locale);
  for (const tag of also) {
    const other = locales.get(tag.toLowerCase());
    if (!other || other.lang === lang) locales.set(tag.toLowerCase(), locale);
  }
  for (const element of shown) element.requestUpdate();
}
