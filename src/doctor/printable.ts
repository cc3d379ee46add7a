import type { Outcome } from './outcome.js';

/** The longest sentence that is printed, in characters. A fix is never cut, because it is pasted. */
const MAX_LENGTH = 2_000;

/** Characters that move the cursor, color, hide or reorder what a terminal shows: control and format characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** An outcome that is safe to print. Its text may repeat what a server sent, such as an error code. */
export function printable(outcome: Outcome): Outcome {
  switch (outcome.status) {
    case 'passed':
      return { ...outcome, seen: sentence(outcome.seen) };
    case 'failed':
      return {
        ...outcome,
        seen: sentence(outcome.seen),
        fix: outcome.fix.split('\n').map(escaped).join('\n'),
      };
    case 'skipped':
      return { ...outcome, reason: sentence(outcome.reason) };
  }
}

const sentence = (text: string): string => {
  const line = escaped(text);
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
};

/** Shows unprintable characters by their number: `\\u{1b}`. */
const escaped = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
