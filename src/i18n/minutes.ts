/**
 * Formats a range of minutes in a language: `5–15 minutes`. Browsers lack the name of the unit in some languages (Chrome in
 * Albanian, Armenian, Azerbaijani, Bosnian, Georgian, Icelandic, Irish, Kazakh, Macedonian and Maltese), and `Intl` would
 * then use another language's. The symbol is used instead: `5–15 min`.
 */
export function minutes(from: number, to: number, language: string): string {
  let isSupported;
  try {
    isSupported = Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    // The language of a host's overrides may be an invalid tag, such as `pt_BR`.
    language = 'en';
  }
  const name = isSupported ? formatRange(from, to, language, 'long') : '';
  // Chrome supports some languages without their units. French has the English word as well, and a symbol will do.
  const isNamed = name !== '' && (/^en\b/.test(language) || name !== formatRange(from, to, 'en', 'long'));
  return isNamed ? name : formatRange(from, to, language, 'short');
}

function formatRange(from: number, to: number, language: string, unitDisplay: 'long' | 'short'): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay });
  // Chrome before 106 and Firefox before 93 cannot format ranges: show the upper limit only.
  return (
    (format as Partial<Pick<Intl.NumberFormat, 'formatRange'>>).formatRange?.(from, to) ?? format.format(to)
  );
}
