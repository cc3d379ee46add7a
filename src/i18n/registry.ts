import type { Messages } from './locales/en.js';

/** A language: its texts, and how they are read. */
export interface Locale extends Messages {
  readonly dir: 'ltr' | 'rtl';
  /** The same language as Veriff knows it (ISO 639-1). */
  readonly veriff: string;
}

/** What can be drawn anew. */
export interface Shown {
  requestUpdate(): void;
}

/** What is known of languages in this page, by every copy of the element and by locales from elsewhere. */
export interface Registry {
  /** By lower-case BCP 47 tag. A locale of another version may lack a text. */
  readonly locales: Map<string, Partial<Locale>>;
  /** What is drawn anew when a locale comes. */
  readonly shown: Set<Shown>;
  /** Brings the locale for a tag that is wanted. Only where `baanx-kyc-step/locales` is loaded. */
  load?: (tag: string) => void;
}

const KEY = Symbol.for('baanx-kyc-step');

/**
 * One a page and not one a module: the element may come from a script tag and a locale from a package or a CDN, in
 * any order.
 */
export const registry: Registry = ((globalThis as { [KEY]?: Registry })[KEY] ??= {
  locales: new Map(),
  shown: new Set(),
});
