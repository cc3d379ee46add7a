import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
  type IRateLimiterOptions,
} from 'rate-limiter-flexible';
import { aCount, aNumber, anObjectWith, checkOptions, optional, type OptionRule } from './option-check.js';
import type { Limiter } from './options.js';

export type { Limiter } from './options.js';

/** How many requests are allowed in how many seconds. */
export interface Limit {
  /** A whole number above zero. */
  readonly requests: number;
  /** A whole number above zero, at most 24 days, which is as long as a timer can run. */
  readonly seconds: number;
}

const MAX_SECONDS = 24 * 24 * 60 * 60;

const aLimit: OptionRule = [
  (value) => {
    if (value === false) return true;
    const { requests, seconds } = Object(value) as Partial<Limit>;
    return aCount[0](requests) && aCount[0](seconds) && Number(seconds) <= MAX_SECONDS;
  },
  'must be false, or requests and seconds in whole numbers above zero, at most 24 days',
];

/** How the limits are set up. All options have defaults. */
export interface LimiterOptions {
  /**
   * The limit per client address. Many people share one address of a mobile carrier, and each step sends 12 requests a
   * minute. `false`: no limit.
   * @default { requests: 600, seconds: 60 }
   */
  readonly perAddress?: Limit | false;
  /**
   * The limit per onboarding, and in the account flow per access token. `false`: no limit.
   * @default { requests: 60, seconds: 60 }
   */
  readonly perOnboarding?: Limit | false;
  /**
   * A client of `ioredis`, to share the count between processes. Listen for its errors yourself.
   * @default none: each process counts separately, in memory
   */
  readonly redis?: object;
  /**
   * What happens while Redis is down: `open` counts in this process, `closed` refuses with 503.
   * @default 'open'
   */
  readonly redisDown?: 'open' | 'closed';
  /**
   * Time after which Redis counts as down if it does not answer, in ms.
   * @default 500
   */
  readonly redisTimeout?: number;
  /**
   * How many addresses, and how many onboardings, to remember in memory. 20,000 of each take 22 MB.
   * @default 20000
   */
  readonly maxKeys?: number;
  /**
   * Prefix of the keys in Redis.
   * @default 'baanx-kyc'
   */
  readonly keyPrefix?: string;
}

/**
 * Creates the `limiter` for `createKycProxy`, based on rate-limiter-flexible. For Node.
 * @throws TypeError if an option is wrong
 */
export function createLimiter(options: LimiterOptions = {}): Limiter {
  checkOptions<LimiterOptions>('createLimiter', options, {
    perAddress: optional(aLimit),
    perOnboarding: optional(aLimit),
    redis: optional(anObjectWith()),
    redisDown: optional([(word) => word === 'open' || word === 'closed', 'must be open or closed']),
    redisTimeout: optional(aNumber(0x7fffffff, 'ms')),
    maxKeys: optional(aCount),
    keyPrefix: optional([(prefix) => typeof prefix === 'string', 'must be a string']),
  });
  const { perAddress = { requests: 600, seconds: 60 }, perOnboarding = { requests: 60, seconds: 60 } } =
    options;
  const counters = {
    address: perAddress && createCounter('address', perAddress, options),
    onboarding: perOnboarding && createCounter('onboarding', perOnboarding, options),
  };
  return async ({ by, key }) => {
    try {
      if (counters[by]) await counters[by].consume(key);
      return undefined;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return reason.msBeforeNext / 1000;
      throw reason;
    }
  };
}

function createCounter(name: string, { requests, seconds }: Limit, options: LimiterOptions) {
  const { redis, redisTimeout = 500, maxKeys = 20_000, keyPrefix = 'baanx-kyc' } = options;
  const limit = { points: requests, duration: seconds, keyPrefix: `${keyPrefix}:${name}` };
  const memory = new BoundedMemory(limit, maxKeys);
  if (!redis) return memory;
  // Without the first option, the requests of a whole outage would queue up in the client; with the second, a client
  // over the limit is refused from memory, so that a flood does not reach Redis.
  const flags = { rejectIfRedisNotReady: true, inMemoryBlockOnConsumed: requests + 1 };
  const limiter = new RateLimiterRedis({ ...limit, ...flags, storeClient: redis });
  const insurance = options.redisDown === 'closed' ? {} : { insuranceLimiter: memory };
  return new RLWrapperTimeouts({ limiter, timeoutMs: redisTimeout, ...insurance });
}

/** Holds a bounded number of keys: the one that was counted longest ago is forgotten first. */
class BoundedMemory extends RateLimiterMemory {
  readonly #keys = new Set<string>();
  readonly #maxKeys: number;

  constructor(limit: IRateLimiterOptions, maxKeys: number) {
    super(limit);
    this.#maxKeys = maxKeys;
  }

  override consume(key: string): Promise<RateLimiterRes> {
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > this.#maxKeys && oldest !== undefined) {
      this.#keys.delete(oldest);
      void this.delete(oldest);
    }
    return super.consume(key);
  }
}
