import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Limiter } from './limiter.js';

export type { Limiter } from './limiter.js';

/** How many requests in how long a time: up to 24 days, which is as long as a timer can run. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

const LONGEST = 24 * 24 * 60 * 60;

/** How the limits are set up; all of it has a default. */
export interface LimiterOptions {
  /**
   * Per client address, 600 a minute by default: behind one address of a mobile carrier are many people, and each
   * widget asks 12 times a minute. `false` does not count.
   */
  readonly perAddress?: Limit | false;
  /** Per onboarding, 60 a minute by default. `false` does not count. */
  readonly perOnboarding?: Limit | false;
  /**
   * A client of `ioredis`, to share the count between processes. Its errors are the host's to listen to. Without it each process counts for itself.
   */
  readonly redis?: object;
  /** While Redis is down: `open` (the default) counts in this process, `closed` refuses with 503. */
  readonly redisDown?: 'open' | 'closed';
  /** Ms until a Redis that does not answer is taken for down, 500 by default. */
  readonly redisTimeout?: number;
  /** How many addresses, and how many onboardings, are remembered in memory: 20,000 each by default, 22 MB when full. */
  readonly maxKeys?: number;
  /** What the keys in Redis begin with, `baanx-kyc` by default. */
  readonly keyPrefix?: string;
}

/** The limiter for `createKycProxy`'s option, over rate-limiter-flexible. For Node. Throws where a limit is no number. */
export function createLimiter(options: LimiterOptions = {}): Limiter {
  const { perAddress = { requests: 600, seconds: 60 }, perOnboarding = { requests: 60, seconds: 60 } } =
    options;
  const limiters = {
    address: perAddress && counter('address', perAddress, options),
    onboarding: perOnboarding && counter('onboarding', perOnboarding, options),
  };
  return async ({ by, key }) => {
    const limiter = limiters[by];
    if (!limiter) return undefined;
    try {
      await limiter.consume(key);
      return undefined;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return reason.msBeforeNext / 1000;
      throw reason;
    }
  };
}

function counter(name: string, { requests, seconds }: Limit, options: LimiterOptions): RateLimiterAbstract {
  const {
    redis,
    redisDown = 'open',
    redisTimeout = 500,
    maxKeys = 20_000,
    keyPrefix = 'baanx-kyc',
  } = options;
  for (const number of [requests, seconds, maxKeys, redisTimeout]) {
    if (!(Number.isInteger(number) && number > 0)) {
      throw new TypeError('createLimiter: limits, maxKeys and redisTimeout must be whole numbers above zero');
    }
  }
  if (seconds > LONGEST) throw new TypeError('createLimiter: a limit can not be longer than 24 days');
  const limit = { points: requests, duration: seconds, keyPrefix: `${keyPrefix}:${name}` };
  const memory = new CappedMemory(limit, maxKeys);
  if (!redis) return memory;
  const shared = new RateLimiterRedis({
    ...limit,
    storeClient: redis,
    // Else the requests of a whole outage would queue up in the client.
    rejectIfRedisNotReady: true,
    // Who is over the limit is refused from memory: a flood does not reach Redis.
    inMemoryBlockOnConsumed: requests + 1,
  });
  return new RLWrapperTimeouts({
    limiter: shared,
    timeoutMs: redisTimeout,
    ...(redisDown === 'open' && { insuranceLimiter: memory }),
  });
}

/** Holds so many keys and no more: the one that was counted longest ago is forgotten first. */
class CappedMemory extends RateLimiterMemory {
  readonly #maxKeys: number;
  readonly #keys = new Set<string | number>();

  constructor(limit: ConstructorParameters<typeof RateLimiterMemory>[0], maxKeys: number) {
    super(limit);
    this.#maxKeys = maxKeys;
  }

  override consume(
    key: string | number,
    ...rest: [points?: number, options?: object]
  ): Promise<RateLimiterRes> {
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > this.#maxKeys && oldest !== undefined) {
      this.#keys.delete(oldest);
      void this.delete(oldest);
    }
    return super.consume(key, ...rest);
  }
}
