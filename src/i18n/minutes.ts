/**
 * Formats a range of minutes in a language: `5–15 minutes`. For a language that the browser does not support (Chrome
 * lacks Albanian, Armenian, Azerbaijani, Bosnian, Georgian, Icelandic, Irish, Kazakh, Macedonian and Maltese) `Intl`
 * would spell the unit in English, so the symbol is used instead: `5–15 min`.
 */
export function minutes(from: number, to: number, language: string): string {
  let isSupported;
  try {
    isSupported = Intl.NumberFormat.supportedLocalesOf(language).length;
  } catch {
    // The language of a host's overrides may be an invalid tag, such as `pt_BR`.
    language = 'en';
  }
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: isSupported ? 'long' : 'short',
  });
  // Chrome before 106 and Firefox before 93 cannot format ranges: show the upper limit only.
  return (
    (format as Partial<Pick<Intl.NumberFormat, 'formatRange'>>).formatRange?.(from, to) ?? format.format(to)
  );
}
