import type { Messages } from './locales/en.js';
import { registry, type Locale } from './registry.js';

/** What a locale defines besides its messages. */
export interface LocaleOptions extends Partial<Pick<Locale, 'dir' | 'veriff'>> {
  /** Other tags that use this locale unless a locale of that tag is registered: `no` for `nb`. */
  readonly aliases?: readonly string[];
}

/**
 * Registers the messages of a language. Elements in that language show them at once. Registering a language again
 * replaces its messages.
 */
export function registerLocale(messages: Messages, { aliases = [], ...options }: LocaleOptions = {}): void {
  const { locales, elements } = registry;
  const { lang } = messages;
  const locale: Locale = { ...messages, dir: 'ltr', veriff: lang.replace(/-.*/, ''), ...options };
  locales.set(lang.toLowerCase(), locale);
  for (const alias of aliases) {
    const current = locales.get(alias.toLowerCase());
    if (!current || current.lang === lang) locales.set(alias.toLowerCase(), locale);
  }
  for (const element of elements) element.requestUpdate();
}
