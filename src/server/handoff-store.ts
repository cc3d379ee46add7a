import type { RedisClient } from '../proxy/redis-client.js';
import type { WebhookStore } from './event-store.js';

/**
 * Remembers which links were used. `claim` receives a random ID, not the link, and how long to remember it in ms; every
 * answer but `claimed` means that the link was used before. If it rejects, the link is refused with `store-failed`. A store
 * for webhooks will do.
 */
export type HandoffStore = Pick<WebhookStore, 'claim'>;

/**
 * Remembers in this process. If `maxLinks` used links have not expired yet, it refuses further ones rather than forget one,
 * which could then be used again. 100,000 take about 20 MB.
 */
export function createMemoryLinks(maxLinks = 100_000): HandoffStore {
  /** When each used link may be forgotten, in ms on the monotonic clock. */
  const used = new Map<string, number>();
  return {
    async claim(id, leaseMs) {
      const now = performance.now();
      if ((used.get(id) ?? 0) > now) return 'done';
      if (used.size >= maxLinks) for (const [old, until] of used) if (until <= now) used.delete(old);
      if (used.size >= maxLinks)
        throw new Error(`createHandoff: ${maxLinks} links were used. Use redis to remember more`);
      used.set(id, now + leaseMs);
      return 'claimed';
    },
  };
}

/** Remembers in Redis, for all processes that share it. */
export const createRedisLinks = (redis: RedisClient, keyPrefix = 'baanx-kyc'): HandoffStore => ({
  async claim(id, leaseMs) {
    const key = `${keyPrefix}:handoff:${id}`;
    return (await redis.call('SET', key, 'used', 'PX', String(leaseMs), 'NX')) === 'OK' ? 'claimed' : 'done';
  },
});
