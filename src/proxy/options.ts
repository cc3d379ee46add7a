import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { Authorize } from './authorize.js';
import type { Limiter } from './limiter.js';
import type { KycProxyRecord } from './log.js';
import { fetchTransport, type Transport } from './transport.js';

/** How the proxy is set up. `clientKey` and `authorize` are required. */
export interface KycProxyOptions {
  /** The key that Baanx gave the company, sent as `x-client-key`. It never reaches the browser. */
  readonly clientKey: string;
  /**
   * Whether a request may read or verify an onboarding; false is answered with 403. The request's body has already
   * been read. `anyoneWithTheOnboardingId` checks nothing.
   */
  readonly authorize: Authorize;
  /** Baanx's host: `https://dev.api.baanx.com` by default, `https://api.baanx.com` in production, or a partner's. */
  readonly baseUrl?: string;
  /** Sends `x-us-env: true` always (true) or never (false). By default the element's `us-env` decides. */
  readonly usEnv?: boolean;
  /** Path in front of `/v1/…`, `/api/baanx` by default. Nothing outside it is answered. */
  readonly basePath?: string;
  /** Ms for the whole request, including `authorize` and Baanx's response. 10,000 by default. */
  readonly timeout?: number;
  /** Other origins whose pages may use the proxy, exactly (`https://app.example`). None by default. */
  readonly allowedOrigins?: readonly string[];
  /** Request headers that pages of `allowedOrigins` may add (`x-csrf-token`). They are not sent to Baanx. */
  readonly allowedHeaders?: readonly string[];
  /** Where a session URL may lead, `https://*.veriff.me` and `https://*.veriff.com` by default. */
  readonly veriffOrigins?: readonly string[];
  /** Passes the browser's own `Authorization: Bearer …` on in the account flow. Off by default. */
  readonly passAuthorization?: boolean;
  /** The person's Baanx access token for the account flow, e.g. from the host's session; none: 401. */
  readonly accessToken?: (request: Request) => string | undefined | Promise<string | undefined>;
  /** Says `submitted: true` while PENDING if Baanx's record has a first name. On by default. */
  readonly submittedHint?: boolean;
  /** Counts the requests and refuses those that exceed a limit. None by default. */
  readonly limiter?: Limiter;
  /**
   * The header in which the host's load balancer names the client, for the limit per address (`x-forwarded-for`,
   * `forwarded`, `cf-connecting-ip`, `cloudfront-viewer-address`). It is trusted, so the balancer must always set
   * it; the last entry of a list counts. By default the connection's address counts, if `toNodeHandler` knows it.
   */
  readonly addressHeader?: string;
  /** Replaces `fetch` for requests to Baanx. */
  readonly fetch?: typeof fetch;
  /** Replaces `fetch` and how it is used: `undiciTransport()` in `baanx-kyc-step/proxy/node`. */
  readonly transport?: Transport;
  /** Receives one record for each request. */
  readonly log?: (record: KycProxyRecord) => unknown;
  /**
   * Receives the error behind a refusal: what `authorize`, `accessToken` or the limiter threw, or why Baanx could
   * not be reached. It may hold personal data of the host's, which is why the log never does.
   */
  readonly onError?: (error: unknown, context: Pick<KycProxyRecord, 'requestId' | 'reason'>) => unknown;
}

const DEFAULTS = {
  baseUrl: 'https://dev.api.baanx.com',
  basePath: '/api/baanx',
  timeout: 10_000,
  allowedOrigins: [],
  allowedHeaders: [],
  veriffOrigins: VERIFF_ORIGINS,
  passAuthorization: false,
  submittedHint: true,
} as const satisfies Partial<KycProxyOptions>;

const OPTIONAL: readonly (keyof KycProxyOptions)[] = [
  'usEnv',
  'accessToken',
  'limiter',
  'addressHeader',
  'fetch',
  'transport',
  'log',
  'onError',
];

/** The options with their defaults, checked. */
export type ProxySettings = Omit<KycProxyOptions, keyof typeof DEFAULTS | 'transport' | 'fetch'> &
  Required<Pick<KycProxyOptions, keyof typeof DEFAULTS | 'transport'>>;

/** Applies the defaults and checks the options: a proxy that is set up wrong must not start. Throws a `TypeError`. */
export function readOptions(options: KycProxyOptions): ProxySettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings = { ...DEFAULTS, ...(given as unknown as KycProxyOptions) };
  const known: readonly string[] = ['clientKey', 'authorize', ...Object.keys(DEFAULTS), ...OPTIONAL];
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  check(unknown === undefined, `there is no option ${unknown ?? ''}`);
  const { clientKey, authorize, baseUrl, basePath, timeout, addressHeader } = settings;
  // Untyped callers pass undefined if an environment variable is missing.
  check(
    typeof clientKey === 'string' && /^[\x21-\x7e]+$/.test(clientKey),
    'clientKey is missing, or has spaces or characters that a header cannot carry',
  );
  check(
    typeof authorize === 'function',
    'authorize is missing: a function that says whether a request may use an onboarding. ' +
      'To let in everybody who knows the ID, pass anyoneWithTheOnboardingId',
  );
  check(isBaseUrl(baseUrl), 'baseUrl must be an http(s) URL without credentials, query or hash');
  check(basePath === '' || basePath.startsWith('/'), 'basePath must be empty or start with a slash');
  check(
    isListOf(isOrigin, settings.allowedOrigins),
    'allowedOrigins must be a list of origins such as https://app.example, without a path',
  );
  check(isListOf(isHeaderName, settings.allowedHeaders), 'allowedHeaders must be a list of header names');
  check(
    isListOf((pattern) => isOrigin(pattern.replace('https://*.', 'https://')), settings.veriffOrigins),
    'veriffOrigins must be a list of origins such as https://veriff.example or https://*.veriff.me',
  );
  check(addressHeader === undefined || isHeaderName(addressHeader), 'addressHeader must be a header name');
  check(timeout > 0 && timeout <= 0x7fffffff, 'timeout must be a positive number of ms');
  return {
    ...settings,
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ''),
    basePath: basePath.replace(/\/+$/, ''),
    // The global is read on each request: tracing and test tools replace it later.
    transport: settings.transport ?? fetchTransport(settings.fetch ?? ((...request) => fetch(...request))),
  };
}

function check(isRight: boolean, message: string): void {
  if (!isRight) throw new TypeError(`createKycProxy: ${message}`);
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash;
}

const isListOf = (isEntry: (text: string) => boolean, list: unknown): boolean =>
  Array.isArray(list) && list.every((entry) => typeof entry === 'string' && isEntry(entry));

const isHeaderName = (text: string): boolean => /^[\w-]+$/.test(text);

/** Written as a browser writes it, or it would never match. Apps in a native shell have their own schemes. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text)
    ? URL.canParse(text) && new URL(text).origin === text
    : /^[a-z][a-z\d+.-]*:\/\/[\w.:-]+$/.test(text);
