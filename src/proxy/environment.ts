import type { KycProxyOptions } from './options.js';
import type { Limit, LimiterOptions } from './limits.js';

/** The process's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All that the process is told from outside. */
export interface ProxySetup {
  readonly host: string;
  readonly port: number;
  /** Ms that requests get to finish once the process is asked to stop. */
  readonly stopTimeout: number;
  readonly log: boolean;
  readonly proxy: KycProxyOptions;
  /** Undefined: no limits. */
  readonly limits: Omit<LimiterOptions, 'redis'> | undefined;
  readonly redisUrl: string | undefined;
}

/** One line a variable, for `--help`. */
export const VARIABLES = `\
  BAANX_CLIENT_KEY          the key that Baanx gave you (required)
  BAANX_CLIENT_KEY_FILE     or a file that holds it
  BAANX_BASE_URL            Baanx's host [https://dev.api.baanx.com]
  BAANX_US_ENV              true: always send x-us-env, false: never [as the widget says]
  HOST, PORT                where to listen [127.0.0.1, 8787]
  BASE_PATH                 path in front of /v1/… [/api/baanx]
  ALLOWED_ORIGINS           other origins whose pages may ask, space-separated [none]
  VERIFF_ORIGINS            where session URLs may lead [https://*.veriff.me https://*.veriff.com]
  PASS_AUTHORIZATION        true: pass the browser's own bearer on in the account flow [false]
  TIMEOUT_MS                ms that Baanx may take for an answer [10000]
  STOP_TIMEOUT_MS           ms that requests get to finish on SIGTERM [15000]
  LOG                       off: no line a request [on]
  LIMIT                     off: count nothing [on]
  LIMIT_PER_ADDRESS         requests/seconds for a client address [600/60]
  LIMIT_PER_ONBOARDING      requests/seconds for an onboarding [60/60]
  CLIENT_ADDRESS_HEADER     header in which your balancer names the client [the connection's address]
  REDIS_URL                 where the count is shared by several processes [each for itself]
  REDIS_DOWN                open: count in the process meanwhile, closed: refuse [open]`;

/**
 * Reads the setup. A list of sentences, one a mistake, comes back in its place where something is wrong: all
 * mistakes at once, none repeating a value, for one of them may be the key.
 */
export function readEnvironment(
  env: Environment,
  readFile: (path: string) => string,
): ProxySetup | readonly string[] {
  const mistakes: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  const list = (name: string) => text(name)?.split(/[\s,]+/);
  const number = (name: string, otherwise: number, max: number) => {
    const value = text(name) ?? String(otherwise);
    if (!/^\d+$/.test(value) || Number(value) > max) {
      mistakes.push(`${name} must be a whole number up to ${max}.`);
    }
    return Number(value);
  };
  const oneOf = <T extends string>(name: string, ...words: readonly T[]): T | undefined => {
    const value = text(name)?.toLowerCase();
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) mistakes.push(`${name} must be ${words.join(' or ')}.`);
    return word;
  };
  const limit = (name: string): Limit | undefined => {
    const [, requests, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,5})$/.exec(text(name) ?? '1/1') ?? [];
    if (requests === undefined) mistakes.push(`${name} must be requests/seconds, like 60/60.`);
    return text(name) === undefined ? undefined : { requests: Number(requests), seconds: Number(seconds) };
  };
  const key = () => {
    const file = text('BAANX_CLIENT_KEY_FILE');
    if (file === undefined) return text('BAANX_CLIENT_KEY');
    try {
      return readFile(file).trim() || undefined;
    } catch {
      mistakes.push('BAANX_CLIENT_KEY_FILE can not be read.');
      return 'unread';
    }
  };

  const clientKey = key();
  if (clientKey === undefined) {
    mistakes.push('BAANX_CLIENT_KEY is missing. Set it to the client key that Baanx gave you.');
  }
  const usEnv = oneOf('BAANX_US_ENV', 'true', 'false');
  const redisUrl = text('REDIS_URL');
  if (redisUrl !== undefined && !/^rediss?:\/\//.test(redisUrl)) {
    mistakes.push('REDIS_URL must start with redis:// or rediss://.');
  }
  const limits = {
    perAddress: limit('LIMIT_PER_ADDRESS'),
    perOnboarding: limit('LIMIT_PER_ONBOARDING'),
    redisDown: oneOf('REDIS_DOWN', 'open', 'closed'),
  };
  const setup: ProxySetup = {
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 8787, 65535),
    stopTimeout: number('STOP_TIMEOUT_MS', 15_000, 600_000),
    log: oneOf('LOG', 'on', 'off') !== 'off',
    limits: oneOf('LIMIT', 'on', 'off') === 'off' ? undefined : defined(limits),
    redisUrl,
    proxy: {
      clientKey: clientKey ?? '',
      timeout: number('TIMEOUT_MS', 10_000, 600_000),
      passAuthorization: oneOf('PASS_AUTHORIZATION', 'true', 'false') === 'true',
      ...defined({
        baseUrl: text('BAANX_BASE_URL'),
        usEnv: usEnv && usEnv === 'true',
        basePath: text('BASE_PATH'),
        allowedOrigins: list('ALLOWED_ORIGINS'),
        veriffOrigins: list('VERIFF_ORIGINS'),
        addressHeader: text('CLIENT_ADDRESS_HEADER'),
      }),
    },
  };
  return mistakes.length > 0 ? mistakes : setup;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without what is undefined. */
const defined = <T extends object>(record: T): Defined<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
