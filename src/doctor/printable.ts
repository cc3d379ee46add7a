import type { Outcome } from './outcome.js';

/** The longest sentence that is printed, in characters. */
const MAX_LENGTH = 2_000;

/** The longest fix that is printed, in characters. It is pasted, so only one that nobody would paste is cut. */
const MAX_FIX_LENGTH = 10_000;

/** Characters that move the cursor, color, hide or reorder what a terminal shows: control and format characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * An outcome that is safe to print. Its text may repeat what a server sent, such as an error code.
 * @param secrets what is never printed
 */
export function printable(outcome: Outcome, secrets: readonly string[] = []): Outcome {
  const escaped = (text: string): string => escapedText(withoutSecrets(text, secrets));
  const sentence = (text: string): string => cut(escaped(text), MAX_LENGTH);
  switch (outcome.status) {
    case 'passed':
      return { ...outcome, seen: sentence(outcome.seen) };
    case 'failed':
      return {
        ...outcome,
        seen: sentence(outcome.seen),
        fix: cut(outcome.fix.split('\n').map(escaped).join('\n'), MAX_FIX_LENGTH),
      };
    case 'skipped':
      return { ...outcome, reason: sentence(outcome.reason) };
  }
}

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** Shows unprintable characters by their number: `\\u{1b}`. */
const escapedText = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
