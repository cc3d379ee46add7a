import { aBoolean, anObjectWith, checkOptions, optional, type OptionRules } from '../proxy/option-check.js';
import type { RedisClient } from '../proxy/redis-client.js';
import { createMemoryLinks, createRedisLinks, type HandoffStore } from './handoff-store.js';

/** How links are made and accepted. Only `secret` is required. */
export interface HandoffOptions {
  /**
   * At least 32 random bytes that only your server knows, as text: `openssl rand -base64 32`. While you rotate the secret,
   * pass a list. New links use the first secret, and links with any of them are accepted.
   */
  readonly secret: string | readonly string[];
  /**
   * How long a link is valid, in ms, from 10,000 (10 s) to 2,592,000,000 (30 days).
   * @default 600000
   */
  readonly lifetime?: number;
  /**
   * What the links are for, in one word of at most 32 characters. A link for one purpose is `invalid` for every other.
   * @default 'device'
   */
  readonly purpose?: string;
  /**
   * Whether a link can be used any number of times until it expires, instead of once.
   * @default false
   */
  readonly reusable?: boolean;
  /**
   * A client of `ioredis`, which remembers used links for several processes.
   * @default none
   */
  readonly redis?: RedisClient;
  /**
   * Remembers used links elsewhere. Cannot be used with `redis`. A store for webhooks is not accepted.
   * @default in this process
   */
  readonly store?: HandoffStore;
}

export interface HandoffSettings {
  readonly secrets: readonly string[];
  readonly lifetime: number;
  readonly purpose: string;
  /** Undefined if links are reusable. */
  readonly store: HandoffStore | undefined;
}

const MIN_SECRET_BYTES = 32;
const MIN_LIFETIME_MS = 10_000;
const MAX_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

const isSecret = (secret: unknown): boolean =>
  typeof secret === 'string' && new TextEncoder().encode(secret).length >= MIN_SECRET_BYTES;

const [hasMethods] = anObjectWith('claim', 'release');
/** A store for webhooks has `complete` as well. `createMemoryStore` forgets its oldest events. */
const isLinkStore = (store: unknown): boolean => hasMethods(store) && !('complete' in Object(store));

const RULES: OptionRules<HandoffOptions> = {
  secret: [
    (value) => [value].flat().length > 0 && [value].flat().every(isSecret),
    `is missing, or shorter than ${MIN_SECRET_BYTES} bytes. Make one with: openssl rand -base64 32`,
  ],
  lifetime: optional([
    (value) => typeof value === 'number' && value >= MIN_LIFETIME_MS && value <= MAX_LIFETIME_MS,
    `must be ${MIN_LIFETIME_MS} to ${MAX_LIFETIME_MS} ms`,
  ]),
  purpose: optional([
    (value) => typeof value === 'string' && /^[\w-]{1,32}$/.test(value),
    'must be one word',
  ]),
  reusable: optional(aBoolean),
  redis: optional(anObjectWith('call')),
  store: optional([
    isLinkStore,
    'must be an object with claim and release. A webhook store does not fit, because it may forget a link',
  ]),
};

/** Throws a `TypeError` if the options are wrong. Its message does not contain the secret. */
export function readHandoffOptions(options: HandoffOptions): HandoffSettings {
  checkOptions('createHandoff', options, RULES);
  const { lifetime = 600_000, purpose = 'device', reusable = false, redis, store } = options;
  if (redis && store) throw new TypeError('createHandoff: redis and store cannot be used together');
  if (reusable && (redis || store))
    throw new TypeError('createHandoff: reusable links are not stored, so remove redis and store');
  return {
    secrets: [options.secret].flat(),
    lifetime: Math.round(lifetime),
    purpose,
    store: reusable ? undefined : (store ?? (redis ? createRedisLinks(redis) : createMemoryLinks())),
  };
}
