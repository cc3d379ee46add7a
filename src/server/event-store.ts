import { anObjectWith, checkOptions } from '../proxy/option-check.js';
import type { RedisClient } from '../proxy/redis-client.js';

/**
 * Remembers which events were handled, so that `onEvent` is called once for each. If a method rejects, the handler
 * answers 503, and Baanx sends the event again.
 */
export interface WebhookStore {
  /**
   * Claims an event for handling. Must be atomic: of two simultaneous deliveries, only one gets the claim.
   * @param leaseMs the claim expires after this time, in case the process crashes while it handles the event
   * @returns `claimed`; `done` if it was handled before; `busy` if another delivery is being handled now
   */
  claim(eventId: string, leaseMs: number): Promise<'claimed' | 'done' | 'busy'>;
  /** Marks a claimed event as handled. */
  complete(eventId: string): Promise<void>;
  /** Releases a claimed event, because handling it failed. The next delivery may claim it. */
  release(eventId: string): Promise<void>;
}

/** How long Redis remembers an event, in ms. Baanx does not say how long it retries; a week is generous. */
const RETENTION_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Remembers up to `maxEvents` events in this process, and forgets the oldest first. 10,000 take about 2 MB.
 * @throws TypeError if `maxEvents` is not a whole number above zero
 */
export function createMemoryStore(maxEvents = 10_000): WebhookStore {
  if (!(Number.isSafeInteger(maxEvents) && maxEvents > 0))
    throw new TypeError('createMemoryStore: maxEvents must be a whole number above zero');
  /** When each claim ends, in ms on the monotonic clock; Infinity for events that were handled. Oldest first. */
  const claims = new Map<string, number>();
  const remember = (eventId: string, until: number) => {
    claims.delete(eventId);
    claims.set(eventId, until);
    const [oldest] = claims.keys();
    if (claims.size > maxEvents && oldest !== undefined) claims.delete(oldest);
  };
  return {
    async claim(eventId, leaseMs) {
      const until = claims.get(eventId) ?? 0;
      if (until === Infinity) return 'done';
      if (until > performance.now()) return 'busy';
      remember(eventId, performance.now() + leaseMs);
      return 'claimed';
    },
    async complete(eventId) {
      remember(eventId, Infinity);
    },
    async release(eventId) {
      claims.delete(eventId);
    },
  };
}

/**
 * Remembers events in Redis for a week, for all processes that share it.
 * @throws TypeError if `redis` is not a client of `ioredis`
 */
export function createRedisStore(redis: RedisClient, keyPrefix = 'baanx-kyc'): WebhookStore {
  checkOptions('createRedisStore', { redis }, { redis: anObjectWith('call') });
  const keyOf = (eventId: string) => `${keyPrefix}:webhook:${eventId}`;
  return {
    async claim(eventId, leaseMs) {
      const key = keyOf(eventId);
      const claimed = await redis.call('SET', key, 'busy', 'PX', String(leaseMs), 'NX');
      if (claimed === 'OK') return 'claimed';
      return (await redis.call('GET', key)) === 'done' ? 'done' : 'busy';
    },
    async complete(eventId) {
      await redis.call('SET', keyOf(eventId), 'done', 'PX', String(RETENTION_MS));
    },
    async release(eventId) {
      await redis.call('DEL', keyOf(eventId));
    },
  };
}
