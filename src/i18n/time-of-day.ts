/** The time of day in a language and on the device's clock: `14:05`, or `2:05 PM`. */
export function timeOfDay(time: number, language: string): string {
  const options = { timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat(language, options).format(time);
  } catch {
    // The language of a host's overrides may be an invalid tag, such as `pt_BR`.
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}
