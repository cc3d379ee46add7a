import { LATIN_AMERICAN_TAGS } from './i18n/latin-american-tags.js';
import { lookup } from './i18n/lookup.js';
import { registry } from './i18n/registry.js';

export type { Messages } from './i18n/locales/en.js';
export { registerLocale, type LocaleOptions } from './i18n/register-locale.js';
export type { Locale } from './i18n/registry.js';

const LOADERS = {
  af: () => import('./i18n/locales/af.js'),
  ar: () => import('./i18n/locales/ar.js'),
  az: () => import('./i18n/locales/az.js'),
  bg: () => import('./i18n/locales/bg.js'),
  bn: () => import('./i18n/locales/bn.js'),
  bs: () => import('./i18n/locales/bs.js'),
  ca: () => import('./i18n/locales/ca.js'),
  cs: () => import('./i18n/locales/cs.js'),
  da: () => import('./i18n/locales/da.js'),
  de: () => import('./i18n/locales/de.js'),
  el: () => import('./i18n/locales/el.js'),
  'en-GB': () => import('./i18n/locales/en-GB.js'),
  'en-US': () => import('./i18n/locales/en-US.js'),
  es: () => import('./i18n/locales/es.js'),
  'es-419': () => import('./i18n/locales/es-419.js'),
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
  hy: () => import('./i18n/locales/hy.js'),
  id: () => import('./i18n/locales/id.js'),
  is: () => import('./i18n/locales/is.js'),
  it: () => import('./i18n/locales/it.js'),
  ja: () => import('./i18n/locales/ja.js'),
  ka: () => import('./i18n/locales/ka.js'),
  kk: () => import('./i18n/locales/kk.js'),
  ko: () => import('./i18n/locales/ko.js'),
  lt: () => import('./i18n/locales/lt.js'),
  lv: () => import('./i18n/locales/lv.js'),
  mk: () => import('./i18n/locales/mk.js'),
  mr: () => import('./i18n/locales/mr.js'),
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
  'sr-Latn': () => import('./i18n/locales/sr-Latn.js'),
  sv: () => import('./i18n/locales/sv.js'),
  sw: () => import('./i18n/locales/sw.js'),
  ta: () => import('./i18n/locales/ta.js'),
  te: () => import('./i18n/locales/te.js'),
  th: () => import('./i18n/locales/th.js'),
  tr: () => import('./i18n/locales/tr.js'),
  uk: () => import('./i18n/locales/uk.js'),
  ur: () => import('./i18n/locales/ur.js'),
  vi: () => import('./i18n/locales/vi.js'),
  'zh-Hans': () => import('./i18n/locales/zh-Hans.js'),
  'zh-Hant': () => import('./i18n/locales/zh-Hant.js'),
} satisfies Record<string, () => Promise<unknown>>;

type Code = keyof typeof LOADERS;

/** The aliases that each locale registers when it loads. */
const ALIASES: Partial<Record<Code, readonly string[]>> = {
  'es-419': LATIN_AMERICAN_TAGS,
  nb: ['no', 'nn'],
  'zh-Hans': ['zh', 'yue-Hans', 'nan-Hans', 'hak-Hans', 'wuu-Hans', 'gan-Hans', 'hsn-Hans'],
  'zh-Hant': ['yue', 'nan-Hant', 'hak-Hant', 'lzh-Hant'],
};

const codes = Object.keys(LOADERS) as Code[];

/** The tags of all locales (BCP 47), English included: the choices for a language picker. */
export const LOCALES: readonly ('en' | Code)[] = ['en', ...codes];

const loaders = new Map(
  codes.flatMap((code) =>
    [code, ...(ALIASES[code] ?? [])].map((tag) => [tag.toLowerCase(), LOADERS[code]] as const),
  ),
);

/**
 * Loads the locale for a tag, or for the nearest more general one. Does nothing if there is none, or for
 * international English, which every element contains.
 * Elements load their locale by themselves: await this only to have it before the element renders.
 * @throws the error of the failed import: the connection failed, or a Content-Security-Policy blocked it.
 */
export async function loadLocale(tag: string): Promise<void> {
  await lookup(tag, loaders)?.();
}

type Loader = (typeof LOADERS)[Code];

/** Loading or loaded. */
const requested = new Set<Loader>();
const failed = new Set<Loader>();

function updateElements(): void {
  for (const element of registry.elements) element.requestUpdate();
}

/**
 * Called by each element when it renders. After a failure the element stays in English, and the next render of any
 * element in that language retries, at the latest when the browser is back online.
 */
registry.load = (tag) => {
  const load = lookup(tag, loaders);
  if (!load || requested.has(load)) return;
  requested.add(load);
  load().catch((error: unknown) => {
    requested.delete(load);
    addEventListener('online', updateElements, { once: true });
    if (failed.has(load)) return;
    failed.add(load);
    console.warn(`<baanx-kyc-step> The locale for "${tag}" failed to load; it will be retried.`, error);
  });
};

// Elements that rendered before this module loaded could not request their locale.
updateElements();
