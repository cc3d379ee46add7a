/**
 * A stretch of time in the words of a language: `5–15 minutes`. A browser that does not know the language (Chrome has
 * no Irish, Icelandic, Maltese or Albanian) would say it in English: then by the symbol, `5–15 min`.
 */
export function minutes(from: number, to: number, language: string): string {
  let isKnown;
  try {
    isKnown = Intl.NumberFormat.supportedLocalesOf(language).length;
  } catch {
    // A host's own texts may name what is no language tag: `pt_BR`.
    language = 'en';
  }
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: isKnown ? 'long' : 'short',
  });
  // Chrome before 106 and Firefox before 93 know no ranges: then the longest that it may take.
  return (
    (format as Partial<Pick<Intl.NumberFormat, 'formatRange'>>).formatRange?.(from, to) ?? format.format(to)
  );
}
