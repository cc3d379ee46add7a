/** An extended language (RFC 5646): the `zh-` of `zh-yue-HK`, which modern tags omit. */
const EXTENDED_LANGUAGE_PREFIX = /^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i;

/** Scripts that are a manner of writing another one, or a part of it: their readers read that one (CLDR, ISO 15924). */
const READ_AS: Readonly<Record<string, string>> = {
  Aran: 'Arab',
  Hanb: 'Hant',
  Hang: 'Kore',
  Latf: 'Latn',
  Latg: 'Latn',
};

/**
 * Finds the best match for a BCP 47 tag: the tag itself, or the nearest more general one (`de` for `de-AT`). Never
 * returns another script than the one that Unicode's likely subtags give the tag, because its readers may not know
 * that script: `zh-HK` finds `zh-Hant` and not `zh`; `sr-Latn` and `sr-ME` never find the Cyrillic `sr`.
 */
export function lookup<T>(tag: string, locales: ReadonlyMap<string, T>): T | undefined {
  // `pt_BR` is not a valid tag, but common.
  const requested = tag.replaceAll('_', '-');
  const specific = requested.replace(EXTENDED_LANGUAGE_PREFIX, '');
  const likely = maximize(specific);
  for (const candidate of [specific, String(likely ?? ''), requested].flatMap(withParents)) {
    const found = locales.get(candidate.toLowerCase());
    if (found && isSameScript(maximize(candidate), likely)) return found;
  }
  return undefined;
}

/** `zh-Hant-HK`, `zh-Hant`, `zh`. */
function withParents(tag: string): string[] {
  const subtags = tag.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** Adds the likely script and region: `zh-HK` becomes `zh-Hant-HK`. Undefined for an invalid tag, such as `x-custom`. */
function maximize(tag: string): Intl.Locale | undefined {
  try {
    const locale = new Intl.Locale(tag).maximize();
    const script = READ_AS[locale.script ?? ''];
    return script ? new Intl.Locale(locale, { script }) : locale;
  } catch {
    return undefined;
  }
}

/** Whether two tags share their script, as far as both scripts are known. */
const isSameScript = (a?: Intl.Locale, b?: Intl.Locale): boolean =>
  !a?.script || !b?.script || a.script === b.script;
