import type { Context } from './context.js';

/** Shorter texts are not redacted, because they are also parts of ordinary words. */
const MIN_LENGTH = 6;

/**
 * What the report never contains, even if a server repeats it: the person's own headers and the values in them, the
 * webhook's key, and the onboarding's ID.
 */
export function secretsOf({ options, step }: Context): string[] {
  const headers = Object.values(options.headers ?? {});
  // `sid=…; theme=…` of a cookie, `Bearer …` of an authorization.
  const parts = headers.flatMap((value) => value.split(/[\s;,]+/).map((part) => part.replace(/^[^=]*=/, '')));
  const known = [...headers, ...parts, options.webhookKey, step.onboardingId, options.onboardingId];
  return known
    .filter((text) => text !== undefined)
    .filter((text) => text.length >= MIN_LENGTH && !SCHEMES.includes(text.toLowerCase()))
    .sort((one, other) => other.length - one.length);
}

/** The public first word of an `authorization`. */
const SCHEMES: readonly string[] = ['bearer', 'digest'];
