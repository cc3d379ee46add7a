import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { Limiter } from './limiter.js';
import type { KycProxyRecord } from './log.js';
import type { RouteName } from './routes.js';
import { overFetch, type Transport } from './transport.js';
import type { UpstreamSettings } from './upstream.js';

/** How the proxy is set up. Only `clientKey` is required. */
export interface KycProxyOptions {
  /** The key that Baanx gave the company, sent as `x-client-key`. It never reaches the browser. */
  readonly clientKey: string;
  /** Baanx's host: `https://dev.api.baanx.com` by default, `https://api.baanx.com` for real, or a partner's own. */
  readonly baseUrl?: string;
  /** Sends `x-us-env: true` always (true) or never (false). Left out, the widget's own `us-env` decides. */
  readonly usEnv?: boolean;
  /** Path in front of `/v1/…`, `/api/baanx` by default. Nothing outside it is answered. */
  readonly basePath?: string;
  /** Ms that Baanx may take for its whole answer, 10,000 by default. */
  readonly timeout?: number;
  /** Other origins whose pages may ask, to the letter (`https://app.example`). None by default. */
  readonly allowedOrigins?: readonly string[];
  /** Where a session URL may lead, `https://*.veriff.me` and `https://*.veriff.com` by default. */
  readonly veriffOrigins?: readonly string[];
  /** Passes the browser's own `Authorization: Bearer …` on in the account flow. Off by default. */
  readonly passAuthorization?: boolean;
  /** The person's Baanx access token for the account flow, e.g. out of the host's session; none: 401. */
  readonly accessToken?: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Whether this request may ask about this onboarding; false is answered 403. Without it, whoever knows an
   * onboarding id may ask for it. The request's body has been read already.
   */
  readonly authorize?: (
    request: Request,
    about: { readonly onboardingId: string | undefined; readonly route: RouteName },
  ) => boolean | Promise<boolean>;
  /** Counts the requests and refuses those that are too many. None by default. */
  readonly limiter?: Limiter;
  /**
   * The header in which the host's own balancer names the client, for the limit per address (`x-forwarded-for`,
   * `cf-connecting-ip`). It is believed, so it must be one that the balancer always writes; of a list the last
   * address counts. Left out, the connection tells (with `toNodeHandler`), or there is no limit per address.
   */
  readonly addressHeader?: string;
  /** Replaces `fetch` towards Baanx. It must keep to the signal and to `redirect: 'manual'`. */
  readonly fetch?: typeof fetch;
  /** Replaces `fetch` and all around it: `keepAlive()` of `baanx-kyc-step/proxy/node`. */
  readonly transport?: Transport;
  /** Gets one record a request. What it throws is ignored. */
  readonly log?: (record: KycProxyRecord) => unknown;
}

/** Typed by the options: a new one needs its line. */
const OPTION_NAMES: { readonly [N in keyof Required<KycProxyOptions>]: true } = {
  clientKey: true,
  baseUrl: true,
  usEnv: true,
  basePath: true,
  timeout: true,
  allowedOrigins: true,
  veriffOrigins: true,
  passAuthorization: true,
  accessToken: true,
  authorize: true,
  limiter: true,
  addressHeader: true,
  fetch: true,
  transport: true,
  log: true,
};

/** The options with their defaults, checked: a proxy that is set up wrong must not start. Throws a `TypeError`. */
export function readOptions(options: KycProxyOptions): UpstreamSettings & { readonly basePath: string } {
  const {
    clientKey,
    baseUrl = 'https://dev.api.baanx.com',
    basePath = '/api/baanx',
    timeout = 10_000,
    allowedOrigins = [],
    veriffOrigins = VERIFF_ORIGINS,
    addressHeader,
  } = options;
  // A misspelled `authorize` would let everybody in.
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTION_NAMES, name));
  if (unknown !== undefined) throw new TypeError(`createKycProxy: there is no option ${unknown}`);
  // Untyped callers hand in undefined where an environment variable is missing.
  if (typeof clientKey !== 'string' || !/^[\x21-\x7e]+$/.test(clientKey)) {
    throw new TypeError(
      'createKycProxy: clientKey is missing, or has spaces or characters a header cannot carry',
    );
  }
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (
    !base ||
    !/^https?:$/.test(base.protocol) ||
    base.username ||
    base.password ||
    base.search ||
    base.hash
  ) {
    throw new TypeError('createKycProxy: baseUrl must be an http(s) URL without credentials, query or hash');
  }
  if (basePath !== '' && !basePath.startsWith('/')) {
    throw new TypeError('createKycProxy: basePath must be empty or start with a slash');
  }
  if (!isListOf(isOrigin, allowedOrigins)) {
    throw new TypeError(
      'createKycProxy: allowedOrigins must be a list of such as https://app.example, and nothing behind',
    );
  }
  if (!isListOf((pattern) => isOrigin(pattern.replace('https://*.', 'https://')), veriffOrigins)) {
    throw new TypeError(
      'createKycProxy: veriffOrigins must be a list of such as https://veriff.example or https://*.veriff.me',
    );
  }
  if (addressHeader !== undefined && !/^[\w-]+$/.test(addressHeader)) {
    throw new TypeError('createKycProxy: addressHeader must be the name of a header');
  }
  if (!(timeout > 0 && timeout <= 0x7fffffff)) {
    throw new TypeError('createKycProxy: timeout must be a positive number of ms');
  }
  return {
    clientKey,
    baseUrl: base.href.replace(/\/+$/, ''),
    basePath: basePath.replace(/\/+$/, ''),
    timeout,
    veriffOrigins,
    // Looked up at each call: tracing and test tools replace the global after this has run.
    transport:
      options.transport ?? overFetch(options.fetch ?? ((input, init) => globalThis.fetch(input, init))),
  };
}

const isListOf = (is: (text: string) => boolean, list: unknown): boolean =>
  Array.isArray(list) && list.every((entry) => typeof entry === 'string' && is(entry));

/** Whether it is written as a browser would write it: what is not would never match. Apps in a shell have schemes of their own. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text)
    ? URL.canParse(text) && new URL(text).origin === text
    : /^[a-z][a-z\d+.-]*:\/\/[\w.:-]+$/.test(text);
