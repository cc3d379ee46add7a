import { lookup } from './i18n/lookup.js';
import { registry } from './i18n/registry.js';

export type { Messages } from './i18n/locales/en.js';
export { registerLocale, type Reading } from './i18n/register-locale.js';
export type { Locale } from './i18n/registry.js';

const LOADERS = {
  ar: () => import('./i18n/locales/ar.js'),
  bg: () => import('./i18n/locales/bg.js'),
  bn: () => import('./i18n/locales/bn.js'),
  ca: () => import('./i18n/locales/ca.js'),
  cs: () => import('./i18n/locales/cs.js'),
  da: () => import('./i18n/locales/da.js'),
  de: () => import('./i18n/locales/de.js'),
  el: () => import('./i18n/locales/el.js'),
  es: () => import('./i18n/locales/es.js'),
  et: () => import('./i18n/locales/et.js'),
  fa: () => import('./i18n/locales/fa.js'),
  fi: () => import('./i18n/locales/fi.js'),
  fil: () => import('./i18n/locales/fil.js'),
  fr: () => import('./i18n/locales/fr.js'),
  ga: () => import('./i18n/locales/ga.js'),
  he: () => import('./i18n/locales/he.js'),
  hi: () => import('./i18n/locales/hi.js'),
  hr: () => import('./i18n/locales/hr.js'),
  hu: () => import('./i18n/locales/hu.js'),
  id: () => import('./i18n/locales/id.js'),
  is: () => import('./i18n/locales/is.js'),
  it: () => import('./i18n/locales/it.js'),
  ja: () => import('./i18n/locales/ja.js'),
  ko: () => import('./i18n/locales/ko.js'),
  lt: () => import('./i18n/locales/lt.js'),
  lv: () => import('./i18n/locales/lv.js'),
  ms: () => import('./i18n/locales/ms.js'),
  mt: () => import('./i18n/locales/mt.js'),
  nb: () => import('./i18n/locales/nb.js'),
  nl: () => import('./i18n/locales/nl.js'),
  pl: () => import('./i18n/locales/pl.js'),
  pt: () => import('./i18n/locales/pt.js'),
  'pt-BR': () => import('./i18n/locales/pt-BR.js'),
  ro: () => import('./i18n/locales/ro.js'),
  ru: () => import('./i18n/locales/ru.js'),
  sk: () => import('./i18n/locales/sk.js'),
  sl: () => import('./i18n/locales/sl.js'),
  sq: () => import('./i18n/locales/sq.js'),
  sr: () => import('./i18n/locales/sr.js'),
  sv: () => import('./i18n/locales/sv.js'),
  th: () => import('./i18n/locales/th.js'),
  tr: () => import('./i18n/locales/tr.js'),
  uk: () => import('./i18n/locales/uk.js'),
  ur: () => import('./i18n/locales/ur.js'),
  vi: () => import('./i18n/locales/vi.js'),
  'zh-Hans': () => import('./i18n/locales/zh-Hans.js'),
  'zh-Hant': () => import('./i18n/locales/zh-Hant.js'),
} satisfies Record<string, () => Promise<unknown>>;

type Code = keyof typeof LOADERS;

/** Other tags for the same languages, which each locale answers to once it is here. */
const ALSO: Partial<Record<Code, readonly string[]>> = {
  fil: ['tl'],
  he: ['iw'],
  id: ['in'],
  nb: ['no', 'nn'],
  ro: ['mo'],
  'zh-Hans': ['zh', 'zh-CN', 'zh-SG', 'zh-MY', 'cmn'],
  'zh-Hant': ['zh-TW', 'zh-HK', 'zh-MO', 'yue'],
};

const codes = Object.keys(LOADERS) as Code[];

/** Every language there is (BCP 47), English included: what a language picker may offer. */
export const LOCALES: readonly ('en' | Code)[] = ['en', ...codes];

const loaders = new Map(
  codes.flatMap((code) => [code, ...(ALSO[code] ?? [])].map((tag) => [tag.toLowerCase(), LOADERS[code]])),
);

/**
 * Loads the texts for a tag, or for the nearest more general one; nothing where there are none. Elements in the page do
 * so by themselves: await this to have the texts there before the step is.
 * @throws what the import throws: no line, or a Content-Security-Policy that does not allow it.
 */
export async function loadLocale(tag: string): Promise<void> {
  await lookup(tag, loaders)?.();
}

const asked = new Set<unknown>();

/** From now on every element asks for the language that it is to show. Asked in vain once, it stays in English. */
registry.load = (tag) => {
  const load = lookup(tag, loaders);
  if (!load || asked.has(load)) return;
  asked.add(load);
  load().catch((reason: unknown) => console.warn(`<baanx-kyc-step> No texts for ${tag}:`, reason));
};

// Those that were there before us have not asked.
for (const element of registry.shown) element.requestUpdate();
