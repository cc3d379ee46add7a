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
export function registerLocale(messages: Messages, options?: LocaleOptions): void {
  register(messages, options);
}

/** Registers a variety of English by the messages that differ. Every element contains English, and takes the others from it. */
export function registerEnglish(messages: SomeMessages): void {
  register(messages);
}

type SomeMessages = Partial<Messages> & Pick<Messages, 'lang'>;

function register(messages: SomeMessages, { aliases = [], ...options }: LocaleOptions = {}): void {
  const { locales, elements } = registry;
  const { lang } = messages;
  const locale: Partial<Locale> & SomeMessages = {
    ...messages,
    dir: 'ltr',
    veriff: lang.replace(/-.*/, ''),
    ...options,
  };
  locales.set(lang.toLowerCase(), locale);
  for (const alias of aliases) {
    const current = locales.get(alias.toLowerCase());
    if (!current || current.lang === lang) locales.set(alias.toLowerCase(), locale);
  }
  for (const element of elements) element.requestUpdate();
}
