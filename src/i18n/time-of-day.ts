/** A time further away than this, in ms, is shown with its date. */
const NEAR_MS = 12 * 60 * 60 * 1_000;

/** A time in a language and on the device's clock: `14:05`, or `2:05 PM`. If it is not near, with the date. */
export function timeOfDay(time: number, language: string): string {
  const isNear = Math.abs(time - Date.now()) < NEAR_MS;
  const options: Intl.DateTimeFormatOptions = isNear
    ? { timeStyle: 'short' }
    : { timeStyle: 'short', dateStyle: 'medium' };
  try {
    return new Intl.DateTimeFormat(language, options).format(time);
  } catch {
    // The language of a host's overrides may be an invalid tag, such as `pt_BR`.
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}
