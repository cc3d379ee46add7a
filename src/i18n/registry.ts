import type { Messages } from './locales/en.js';

/** A language: its messages, its writing direction, and its name at Veriff. */
export interface Locale extends Messages {
  readonly dir: 'ltr' | 'rtl';
  /** The language code that Veriff uses for this language (ISO 639-1). */
  readonly veriff: string;
}

/** An element that shows messages. */
export interface LocalizedElement {
  requestUpdate(): void;
}

/** The locales of a page and the elements that show them. */
export interface Registry {
  /** By lower-case BCP 47 tag. A variety of English, or a locale of another version of the package, may lack messages. */
  readonly locales: Map<string, Partial<Locale>>;
  /** The elements in the page: they update when a locale is registered. */
  readonly elements: Set<LocalizedElement>;
  /** Starts to load the locale for a tag. Set by `baanx-kyc-step/locales` only. */
  load?: (tag: string) => void;
}

const KEY = Symbol.for('baanx-kyc-step');

/**
 * Shared by all copies of this module in a page: the element may come from a script tag and a locale from a package
 * or a CDN, and either may load first.
 */
export const registry: Registry = ((globalThis as { [KEY]?: Registry })[KEY] ??= {
  locales: new Map(),
  elements: new Set(),
});
