import type { RedisClient } from '../proxy/redis-client.js';

/**
 * Remembers which links were used. It receives a random ID of the link, never the link. A store for webhooks is not
 * accepted. It may forget an event early, and a forgotten link would be accepted again.
 */
export interface HandoffStore {
  /**
   * Remembers a link as used. Must be atomic: of two simultaneous attempts, only one gets `claimed`. It must remember
   * the link for `rememberMs`. If it cannot, it must reject. The link is then refused with `store-failed`.
   * @returns `claimed`, or `used` if the link was claimed before
   */
  claim(linkId: string, rememberMs: number): Promise<'claimed' | 'used'>;
  /**
   * Forgets a link. Called only if `claim` resolves with `claimed` after `redeem` has timed out. The link was not
   * accepted, so the next attempt may use it.
   */
  release(linkId: string): Promise<void>;
}

/**
 * Remembers links in this process. If `maxLinks` used links have not expired yet, it refuses further ones, because a
 * forgotten link could be used again. 100,000 take about 20 MB.
 */
export function createMemoryLinks(maxLinks = 100_000): HandoffStore {
  /** When each used link may be forgotten, in ms on the monotonic clock. */
  const used = new Map<string, number>();
  return {
    async claim(id, rememberMs) {
      const now = performance.now();
      if ((used.get(id) ?? 0) > now) return 'used';
      if (used.size >= maxLinks) for (const [old, until] of used) if (until <= now) used.delete(old);
      if (used.size >= maxLinks)
        throw new Error(
          `createHandoff: ${maxLinks} used links are remembered, which is the limit. Use redis to remember more`,
        );
      used.set(id, now + rememberMs);
      return 'claimed';
    },
    async release(id) {
      used.delete(id);
    },
  };
}

/** How many failed attempts a process remembers whose response from Redis was lost. */
const MAX_LOST = 10_000;

/** Remembers links in Redis, for all processes that share it. */
export function createRedisLinks(redis: RedisClient, keyPrefix = 'baanx-kyc'): HandoffStore {
  const keyOf = (id: string) => `${keyPrefix}:handoff:${id}`;
  /** Attempts of this process that failed, although Redis may have received them. */
  const lost = new Set<string>();
  const rememberLost = (attempt: string) => {
    lost.add(attempt);
    const [oldest] = lost;
    if (lost.size > MAX_LOST && oldest !== undefined) lost.delete(oldest);
  };
  return {
    async claim(id, rememberMs) {
      const key = keyOf(id);
      const attempt = crypto.randomUUID();
      try {
        if ((await redis.call('SET', key, attempt, 'PX', String(rememberMs), 'NX')) === 'OK')
          return 'claimed';
        const claimedBy = await redis.call('GET', key);
        // A client repeats a command if the connection broke before the response: then this attempt itself had claimed
        // the link.
        return claimedBy === attempt || lost.delete(String(claimedBy)) ? 'claimed' : 'used';
      } catch (error) {
        rememberLost(attempt);
        throw error;
      }
    },
    async release(id) {
      await redis.call('DEL', keyOf(id));
    },
  };
}
