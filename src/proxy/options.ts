import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import {
  aBoolean,
  aFunction,
  aNumber,
  anObjectWith,
  checkOptions,
  optional,
  type OptionRule,
  type OptionRules,
} from './option-check.js';
import type { PushSource } from './push.js';
import type { RefusalReason } from './refusal.js';
import type { RouteName } from './routes.js';
import { BAANX_OPTION_RULES, readBaanxOptions, type BaanxOptions, type BaanxSettings } from './upstream.js';

/** How the proxy is set up. `clientKey` and `authorize` are required. */
export interface KycProxyOptions extends BaanxOptions {
  /** Decides whether a request may use an onboarding or an account. If the result is not true, the proxy answers 403. */
  readonly authorize: Authorize;
  /**
   * Sends `x-us-env: true` always (true) or never (false).
   * @default the element's `us-env` decides
   */
  readonly usEnv?: boolean;
  /**
   * Path in front of `/v1/…`. The proxy has no other paths.
   * @default '/api/baanx'
   */
  readonly basePath?: string;
  /**
   * Time limit for the whole request, in ms, including `authorize` and Baanx's response.
   * @default 10000
   */
  readonly timeout?: number;
  /**
   * Other origins whose pages may use the proxy, exactly as browsers write them (`https://app.example`).
   * @default none
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Request headers that pages of `allowedOrigins` may add (`x-csrf-token`). They are not sent to Baanx.
   * @default none
   */
  readonly allowedHeaders?: readonly string[];
  /**
   * Origins that a session URL may be on; `https://*.host` allowed.
   * @default ['https://*.veriff.me', 'https://*.veriff.com']
   */
  readonly veriffOrigins?: readonly string[];
  /**
   * In the account flow, passes on the `Authorization: Bearer …` that the page sends.
   * @default false
   */
  readonly passAuthorization?: boolean;
  /**
   * Returns the person's Baanx access token for the account flow, for example from your session. If it returns
   * undefined, the proxy answers 401.
   * @default none: the account flow answers 401 unless `passAuthorization` is on
   */
  readonly accessToken?: (request: Request) => string | undefined | Promise<string | undefined>;
  /**
   * Adds `submitted: true` to PENDING if Baanx's record has a first name.
   * @default true
   */
  readonly submittedHint?: boolean;
  /**
   * Counts the requests and refuses those that exceed a limit: `createLimiter()`, or a function of your own.
   * @default none
   */
  readonly limiter?: Limiter;
  /**
   * Opens the streams of `GET …/v1/events`, for the element's `push`: `createPushHub()`.
   * @default none: the path answers 404
   */
  readonly push?: PushSource;
  /**
   * The header in which your load balancer sends the client's address (`x-forwarded-for`, `forwarded`,
   * `cf-connecting-ip`, `cloudfront-viewer-address`), for the limit per address. The proxy trusts it, so the balancer
   * must always set it. If it contains a list, the last entry counts.
   * @default the address of the connection, if `toNodeHandler` knows it
   */
  readonly addressHeader?: string;
  /**
   * Receives one record for each request.
   * @default none
   */
  readonly log?: (record: KycProxyRecord) => unknown;
  /**
   * Receives the error behind a refusal: what `authorize`, `accessToken` or the limiter threw, or why Baanx could
   * not be reached. It may contain personal data from your code, so the log never contains it.
   * @default none
   */
  readonly onError?: (error: unknown, context: Pick<KycProxyRecord, 'requestId' | 'reason'>) => unknown;
}

/**
 * Whether this request may read or verify this onboarding or account. If the result is anything but true, the proxy
 * answers 403. The request's body has already been read. `onboardingId` is undefined in the account flow.
 */
export type Authorize = (
  request: Request,
  about: { readonly onboardingId: string | undefined; readonly route: RouteName },
) => boolean | Promise<boolean>;

/**
 * An `authorize` that checks nothing. In the registration flow, anyone who knows an onboarding ID can then open that
 * person's Veriff session and read their status. The account flow still needs an access token.
 */
export const anyoneWithTheOnboardingId: Authorize = () => true;

/**
 * Counts a request. Undefined lets the request pass, and a number refuses requests for that many seconds. If the promise
 * rejects, the proxy refuses the request too. `createLimiter` in `baanx-kyc-step/proxy/limits` creates a limiter. On an
 * edge runtime, one line around the platform's own limiter is enough.
 */
export type Limiter = (request: {
  /**
   * Each request counts for its address first, and for its onboarding once `authorize` has allowed it. In the account flow
   * the access token takes the place of the onboarding.
   */
  readonly by: 'address' | 'onboarding';
  /** An IPv4 address or an IPv6 /64 network; for an onboarding or a token, hex digits that do not reveal it. */
  readonly key: string;
  readonly route: RouteName;
}) => Promise<number | undefined>;

/** One record for each request. Nothing in it names a person, opens a session or grants access. */
export interface KycProxyRecord {
  /** The response's `x-request-id`, which the person sees as a reference. */
  readonly requestId: string;
  /** Undefined if the path is not one of the proxy's. */
  readonly route: RouteName | undefined;
  /** `OTHER` stands for every method that the proxy does not use. */
  readonly method: 'GET' | 'POST' | 'OPTIONS' | 'OTHER';
  /** The status that the browser received. */
  readonly status: number;
  /** Why the request did not succeed; undefined if it did. */
  readonly reason: RefusalReason | undefined;
  /** From the request's arrival to its answer, in whole ms. */
  readonly durationMs: number;
  /** 12 hex digits that stand for the onboarding ID; undefined if the request had none. */
  readonly onboarding: string | undefined;
  /** The request's `traceparent`, which Baanx received as well. */
  readonly traceparent: string | undefined;
  /** A mistake in the setup, in the record of the first request that shows it. */
  readonly warning: SetupWarning | undefined;
}

/** Why the limit per address does not count a request, or may count it together with those of other people. */
export type SetupWarning = 'address-unknown' | 'address-header-unreadable' | 'address-header-unset';

const DEFAULTS = {
  basePath: '/api/baanx',
  timeout: 10_000,
  allowedOrigins: [],
  allowedHeaders: [],
  veriffOrigins: VERIFF_ORIGINS,
  passAuthorization: false,
  submittedHint: true,
} as const satisfies Partial<KycProxyOptions>;

/** The options with their defaults, checked. */
export type ProxySettings = Omit<KycProxyOptions, keyof typeof DEFAULTS | keyof BaanxOptions> &
  Required<Pick<KycProxyOptions, keyof typeof DEFAULTS>> &
  BaanxSettings;

/** Applies the defaults and checks the options: a proxy that is set up wrong must not start. Throws a `TypeError`. */
export function readOptions(options: KycProxyOptions): ProxySettings {
  checkOptions('createKycProxy', options, RULES);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings = { ...DEFAULTS, ...(given as unknown as KycProxyOptions) };
  const basePath = settings.basePath.replace(/\/+$/, '');
  return { ...settings, ...readBaanxOptions(settings), basePath };
}

const aListOf = (format: RegExp, example: string): OptionRule => [
  (list) => Array.isArray(list) && list.every((entry) => typeof entry === 'string' && format.test(entry)),
  `must be a list such as ${example}`,
];

const HEADER_NAME = /^[\w-]+$/;

/** As a browser writes it, or it would never match. Apps in a native shell have schemes of their own. */
const ORIGIN = /^(?!https:.*:443$|http:.*:80$)[a-z][a-z\d+.-]*:\/\/[a-z\d.:[\]-]+$/;
const ORIGIN_PATTERN = /^(https:\/\/\*\.|https?:\/\/)[a-z\d.:[\]-]+$/;

const RULES: OptionRules<KycProxyOptions> = {
  ...BAANX_OPTION_RULES,
  authorize: [
    aFunction[0],
    'is missing: pass a function that decides whether a request may use an onboarding. ' +
      'To allow anyone who knows the ID, pass anyoneWithTheOnboardingId',
  ],
  usEnv: optional(aBoolean),
  basePath: optional([
    (path) =>
      path === '' ||
      (typeof path === 'string' && path.startsWith('/') && new URL(`http://host${path}`).pathname === path),
    'must be empty, or start with a slash and be written as browsers send it',
  ]),
  timeout: optional(aNumber(0x7fffffff, 'ms')),
  allowedOrigins: optional(aListOf(ORIGIN, 'https://app.example')),
  allowedHeaders: optional(aListOf(HEADER_NAME, 'x-csrf-token')),
  veriffOrigins: optional(aListOf(ORIGIN_PATTERN, 'https://*.veriff.me')),
  passAuthorization: optional(aBoolean),
  accessToken: optional(aFunction),
  submittedHint: optional(aBoolean),
  limiter: optional(aFunction),
  push: optional(anObjectWith('open')),
  addressHeader: optional([
    (name) => typeof name === 'string' && HEADER_NAME.test(name),
    'must be a header name',
  ]),
  log: optional(aFunction),
  onError: optional(aFunction),
};
