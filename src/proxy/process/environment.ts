import type { LimiterOptions } from '../limits.js';
import type { KycProxyOptions } from '../options.js';

/** The process's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that the environment sets up. */
export interface ProcessSetup {
  readonly host: string;
  readonly port: number;
  readonly metricsHost: string;
  /** Undefined: no metrics. */
  readonly metricsPort: number | undefined;
  /** Ms from SIGTERM until new connections are refused. */
  readonly stopDelay: number;
  /** Ms that requests get to finish after that. */
  readonly stopTimeout: number;
  readonly isLogging: boolean;
  /** The forward-auth URL; undefined with `AUTHORIZE=off`. */
  readonly authorizeUrl: string | undefined;
  readonly proxy: Omit<KycProxyOptions, 'authorize'>;
  /** Undefined: no limits. */
  readonly limits: Omit<LimiterOptions, 'redis'> | undefined;
  readonly redisUrl: string | undefined;
  /** Whether the process serves event streams. */
  readonly isPushing: boolean;
}

/** One line for each variable, for `--help`. */
export const VARIABLES = `\
  BAANX_CLIENT_KEY          your client key from Baanx (required)
  BAANX_CLIENT_KEY_FILE     instead of BAANX_CLIENT_KEY, a file that contains the key
  AUTHORIZE_URL             URL on your server that returns 2xx if a request may use an onboarding (required);
                            it receives the browser's cookies, x-onboarding-id, and x-kyc-route
  AUTHORIZE                 off: instead of using AUTHORIZE_URL, allow anyone who knows an onboarding ID
  BAANX_BASE_URL            Baanx's host [https://dev.api.baanx.com]
  BAANX_US_ENV              true: always send x-us-env; false: never send it [what the element sends]
  HOST, PORT                address and port that the proxy listens on [127.0.0.1, 8787]
  BASE_PATH                 path in front of /v1/… [/api/baanx]
  ALLOWED_ORIGINS           other origins whose pages may use the proxy, space-separated [none]
  ALLOWED_HEADERS           request headers that those pages may add, space-separated [none]
  VERIFF_ORIGINS            allowed origins of session URLs, space-separated [https://*.veriff.me https://*.veriff.com]
  PASS_AUTHORIZATION        true: pass on the browser's own bearer token in the account flow [false]
  SUBMITTED_HINT            off: do not derive "submitted" from Baanx's record [on]
  TIMEOUT_MS                time limit for a whole request, in ms [10000]
  STOP_DELAY_MS             time from SIGTERM until the proxy refuses new connections, in ms [5000]
  STOP_TIMEOUT_MS           time after that for open requests to finish, in ms [15000]
  LOG                       off: do not log a line for each request [on]
  METRICS_PORT              port that serves Prometheus metrics at /metrics without a password [none]
  METRICS_HOST              address that the metrics server listens on [127.0.0.1]
  LIMIT                     off: no limits [on]
  LIMIT_PER_ADDRESS         requests/seconds, for each client address [600/60]
  LIMIT_PER_ONBOARDING      requests/seconds, for each onboarding or access token [60/60]
  CLIENT_ADDRESS_HEADER     header in which your load balancer sends the client's address [the connection's address]
  PUSH                      on: serve event streams for the element's push; your server publishes through REDIS_URL [off]
  REDIS_URL                 Redis that processes share for limits and push [none: each process counts by itself]
  REDIS_DOWN                while Redis is down: open lets each process count by itself, closed refuses requests [open]`;

/**
 * Reads the setup, or returns a list of sentences, one for each problem. No sentence contains a value, because it may
 * be the key.
 */
export function readEnvironment(
  env: Environment,
  readFile: (path: string) => string,
): ProcessSetup | readonly string[] {
  const read = new VariableReader(env);
  const clientKey = readKey(read, readFile);
  const authorizeUrl = readAuthorizeUrl(read);
  const redisUrl = read.text('REDIS_URL');
  if (redisUrl !== undefined && !/^rediss?:\/\//.test(redisUrl)) {
    read.problems.push('REDIS_URL must start with redis:// or rediss://.');
  }
  const isPushing = read.oneOf('PUSH', 'on', 'off') === 'on';
  if (isPushing && redisUrl === undefined) {
    read.problems.push('PUSH=on needs REDIS_URL: your server publishes status changes through it.');
  }
  const usEnv = read.oneOf('BAANX_US_ENV', 'true', 'false');
  const limits = {
    perAddress: read.limit('LIMIT_PER_ADDRESS'),
    perOnboarding: read.limit('LIMIT_PER_ONBOARDING'),
    redisDown: read.oneOf('REDIS_DOWN', 'open', 'closed'),
  };
  const setup: ProcessSetup = {
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.number('PORT', 8787, 65_535),
    metricsHost: read.text('METRICS_HOST') ?? '127.0.0.1',
    metricsPort: read.text('METRICS_PORT') === undefined ? undefined : read.number('METRICS_PORT', 0, 65_535),
    stopDelay: read.number('STOP_DELAY_MS', 5_000, 600_000),
    stopTimeout: read.number('STOP_TIMEOUT_MS', 15_000, 600_000),
    isLogging: read.oneOf('LOG', 'on', 'off') !== 'off',
    authorizeUrl,
    limits: read.oneOf('LIMIT', 'on', 'off') === 'off' ? undefined : withoutUndefined(limits),
    redisUrl,
    isPushing,
    proxy: {
      clientKey,
      timeout: read.number('TIMEOUT_MS', 10_000, 600_000),
      passAuthorization: read.oneOf('PASS_AUTHORIZATION', 'true', 'false') === 'true',
      submittedHint: read.oneOf('SUBMITTED_HINT', 'on', 'off') !== 'off',
      ...withoutUndefined({
        baseUrl: read.text('BAANX_BASE_URL'),
        usEnv: usEnv && usEnv === 'true',
        basePath: read.text('BASE_PATH'),
        allowedOrigins: read.list('ALLOWED_ORIGINS'),
        allowedHeaders: read.list('ALLOWED_HEADERS'),
        veriffOrigins: read.list('VERIFF_ORIGINS'),
        addressHeader: read.text('CLIENT_ADDRESS_HEADER'),
      }),
    },
  };
  return read.problems.length > 0 ? read.problems : setup;
}

/** The client key; a placeholder if there is a problem with it. */
function readKey(read: VariableReader, readFile: (path: string) => string): string {
  const file = read.text('BAANX_CLIENT_KEY_FILE');
  let key = read.text('BAANX_CLIENT_KEY');
  try {
    if (file !== undefined) key = readFile(file).trim() || undefined;
  } catch {
    read.problems.push('BAANX_CLIENT_KEY_FILE cannot be read.');
    return '';
  }
  if (key === undefined) {
    read.problems.push('BAANX_CLIENT_KEY is missing. Set it to the client key that Baanx gave you.');
  }
  return key ?? '';
}

function readAuthorizeUrl(read: VariableReader): string | undefined {
  const url = read.text('AUTHORIZE_URL');
  const isOff = read.oneOf('AUTHORIZE', 'off') === 'off';
  if (url === undefined && !isOff) {
    read.problems.push(
      'AUTHORIZE_URL is missing. Set it to the URL on your server that decides who may use an onboarding. ' +
        'To let in anyone who knows the onboarding ID, set AUTHORIZE=off.',
    );
  } else if (url !== undefined && isOff) {
    read.problems.push('AUTHORIZE_URL and AUTHORIZE=off cannot be used together.');
  } else if (url !== undefined && !/^https?:\/\/[^@]*$/.test(url)) {
    read.problems.push('AUTHORIZE_URL must be an http(s) URL without credentials.');
  }
  return url;
}

/** Reads single variables, and collects the problems. */
class VariableReader {
  readonly problems: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  list(name: string): string[] | undefined {
    return this.text(name)?.split(/[\s,]+/);
  }

  number(name: string, fallback: number, max: number): number {
    const value = this.text(name) ?? String(fallback);
    if (!/^\d+$/.test(value) || Number(value) > max) {
      this.problems.push(`${name} must be a whole number up to ${max}.`);
    }
    return Number(value);
  }

  oneOf<T extends string>(name: string, ...words: readonly T[]): T | undefined {
    const value = this.text(name)?.toLowerCase();
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) {
      this.problems.push(`${name} must be ${words.join(' or ')}.`);
    }
    return word;
  }

  limit(name: string): { requests: number; seconds: number } | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const [, requests, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,5})$/.exec(value) ?? [];
    if (requests === undefined) this.problems.push(`${name} must be requests/seconds, such as 60/60.`);
    return { requests: Number(requests), seconds: Number(seconds) };
  }
}

type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const withoutUndefined = <T extends object>(record: T): WithoutUndefined<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<T>;
