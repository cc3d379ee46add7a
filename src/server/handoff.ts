import { success, type Result } from '../baanx/result.js';
import { orAborted } from '../proxy/bounds.js';
import { readHandoffOptions, type HandoffOptions } from './handoff-options.js';
import type { HandoffStore } from './handoff-store.js';
import { readSubject, type HandoffSubject } from './handoff-subject.js';
import { createTokenSealer } from './sealed-token.js';

/** A token for a link, and how long it is valid. */
export interface HandoffLink {
  /** Letters, digits, `-` and `_`. Anyone who has it can continue the verification, so never log it. */
  readonly token: string;
  /** When it expires (ISO 8601). */
  readonly expiresAt: string;
}

/** Why a token was refused. */
export interface HandoffFailure {
  /**
   * - `invalid`: this server did not make the token, or made it for another purpose
   * - `expired`: its lifetime is over
   * - `used`: it was redeemed before
   * - `store-failed`: whether it was used is unknown, because the store failed or took longer than 2 s
   */
  readonly code: 'invalid' | 'expired' | 'used' | 'store-failed';
  /** What the store threw, for your log. */
  readonly error?: unknown;
}

/** Creates and redeems your links, which continue a verification on another device or later. */
export interface Handoff {
  /** Makes a token. Rejects with a `TypeError` if the subject contains no ID. */
  issue(subject: HandoffSubject): Promise<HandoffLink>;
  /**
   * Returns whose verification a token continues, and makes sure that the token is accepted only once. Never rejects
   * because of the token, whatever it is.
   */
  redeem(token: unknown): Promise<Result<HandoffSubject, HandoffFailure>>;
}

/** What a token contains. */
interface Content {
  readonly id: string;
  /** Unix time in ms. */
  readonly expiresAt: number;
  readonly subject: HandoffSubject;
}

const STORE_TIMEOUT_MS = 2_000;
/**
 * How long a used link is remembered after it has expired, in ms, because servers' clocks differ or may be set back.
 */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

const refuse = (code: HandoffFailure['code']): Result<never, HandoffFailure> => ({
  ok: false,
  failure: { code },
});

/** Also turns an error that a store throws into a rejection. */
const claim = async (store: HandoffStore, id: string, rememberMs: number) => store.claim(id, rememberMs);

/**
 * Releases a link that was claimed too late. A client of Redis, for example, sends commands from an outage when the
 * connection is back. If the release fails too, the link stays used.
 */
const releaseIfLate = (store: HandoffStore, id: string, claiming: ReturnType<typeof claim>) =>
  claiming.then((answer) => (answer === 'claimed' ? store.release(id) : undefined)).catch(() => undefined);

/**
 * Creates links that continue a verification on another device or later. A token is encrypted, so it reveals nothing, and
 * it is accepted only once.
 * @throws TypeError if an option is wrong
 */
export function createHandoff(options: HandoffOptions): Handoff {
  const { secrets, lifetime, purpose, store } = readHandoffOptions(options);
  const kind = store ? 'once' : 'reusable';
  const sealer = createTokenSealer(secrets, `baanx-kyc-step/handoff/1/${kind}/${purpose}`);
  return {
    async issue(subject) {
      const content: Content = {
        id: crypto.randomUUID(),
        expiresAt: Date.now() + lifetime,
        subject: readSubject(subject),
      };
      const token = await sealer.seal(JSON.stringify(content));
      return { token, expiresAt: new Date(content.expiresAt).toISOString() };
    },
    async redeem(token) {
      const text = await sealer.open(token);
      if (text === undefined) return refuse('invalid');
      const { id, expiresAt, subject } = JSON.parse(text) as Content;
      const remaining = expiresAt - Date.now();
      if (remaining <= 0) return refuse('expired');
      if (!store) return success(subject);
      const claiming = claim(store, id, remaining + CLOCK_TOLERANCE_MS);
      try {
        const answer = await orAborted(AbortSignal.timeout(STORE_TIMEOUT_MS), () => claiming);
        return answer === 'claimed' ? success(subject) : refuse('used');
      } catch (error) {
        void releaseIfLate(store, id, claiming);
        return { ok: false, failure: { code: 'store-failed', error } };
      }
    },
  };
}
