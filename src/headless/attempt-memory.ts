import type { AttemptMemory } from '../flow/ports.js';
import type { Attempt, Submission } from '../flow/snapshot.js';

const SUBMISSIONS: readonly Submission[] = ['unknown', 'none', 'claimed', 'submitted'];

/** An attempt, with `submittedAt` on the wall clock, in ms since 1970: the monotonic clock restarts with the page. */
type Remembered = Attempt;

/**
 * Remembers nothing, for the account flow: it is not known who is logged in, and another user of the tab must not
 * inherit an attempt.
 */
export const noMemory: AttemptMemory = { load: () => undefined, save: () => undefined };

/** Where attempts are remembered: `sessionStorage`, or anything synchronous with the same methods. */
export type MemoryStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Remembers whether documents were submitted, so that a person who reloads the page is not asked again. The key is a
 * hash of the person's identity, and the entry contains no secret. Without storage, nothing is remembered.
 * @param storage returns the storage. Called for each access, because a page without permission throws on access
 */
export function attemptMemory(
  identity: string,
  storage: () => MemoryStorage = () => sessionStorage,
): AttemptMemory {
  const key = `baanx-kyc-step:${hash(identity)}`;
  return {
    load() {
      const remembered = read(storage, key);
      if (!remembered || !SUBMISSIONS.includes(remembered.submission)) return undefined;
      const { opened, submission, submittedAt, ignoresRecord } = remembered;
      const age = Math.max(0, Date.now() - (submittedAt ?? Date.now()));
      return { opened, submission, submittedAt: performance.now() - age, ignoresRecord };
    },
    save: (attempt) => write(storage, key, attempt && toRemember(attempt)),
  };
}

const toRemember = ({ submittedAt, ...attempt }: Attempt): Remembered => ({
  ...attempt,
  submittedAt: submittedAt === undefined ? undefined : Date.now() - (performance.now() - submittedAt),
});

function read(storage: () => MemoryStorage, key: string): Remembered | undefined {
  try {
    return (JSON.parse(storage().getItem(key) ?? 'null') as Remembered | null) ?? undefined;
  } catch {
    // No storage in this browser or frame, or the entry is another script's.
    return undefined;
  }
}

function write(storage: () => MemoryStorage, key: string, value: Remembered | undefined): void {
  try {
    if (value) storage().setItem(key, JSON.stringify(value));
    else storage().removeItem(key);
  } catch {
    // No storage, or it is full: the person may be asked again after a reload.
  }
}

/** FNV-1a with 32 bits, in hexadecimal: storage should not show onboarding IDs. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(16);
}
