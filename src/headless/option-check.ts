import { isSecureOrigin } from '../baanx/trusted-origin.js';
import { MIN_POLL_INTERVAL_MS, MIN_POLL_TIMEOUT_MS } from './defaults.js';
import type { KycFlowOptions } from './options.js';
import { missingMethods } from './missing-methods.js';
import type { WindowPort } from './window-port.js';

/** Returns what is wrong with a value, to follow the option's name in a message; undefined if the value is valid. */
type Check = (value: unknown) => string | undefined;

const must =
  (isRight: (value: unknown) => boolean, complaint: string): Check =>
  (value) =>
    isRight(value) ? undefined : complaint;

const isFunction = (value: unknown): boolean => typeof value === 'function';

const aFunction = must(isFunction, 'not a function');
const aBoolean = must((value) => typeof value === 'boolean', 'not true or false');
const aTime = (least: number): Check =>
  must((value) => Number.isFinite(value) && Number(value) >= least, `not a time of at least ${least} ms`);

const anObjectWith =
  (...names: readonly string[]): Check =>
  (value) => {
    const [missing] = missingMethods(value, names);
    return missing && `without a function \`${missing}\``;
  };

/** A list of serialized origins, which may begin with `https://*.` if wildcards are allowed. */
const origins = (hasWildcards: boolean): Check => {
  const example = hasWildcards ? 'https://*.veriff.me' : 'https://app.example';
  const isOrigin = (entry: unknown) => {
    const origin = hasWildcards ? String(entry).replace(/^https:\/\/\*\./, 'https://') : entry;
    if (typeof origin !== 'string' || origin.includes('*')) return false;
    return isSecureOrigin(origin) && parseUrl(origin)?.origin === origin;
  };
  return (value) => {
    if (!Array.isArray(value)) return 'not a list';
    return value.every(isOrigin) ? undefined : `not a list of origins such as ${example}`;
  };
};

function parseUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/** Whether requests can be sent to this URL. A server that only renders has no page that the URL is relative to. */
function isProxyUrl(value: string): boolean {
  const { protocol, username, password } = parseUrl(value, 'https://page.example') ?? {};
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
}

const OPEN_IN: readonly unknown[] = ['modal', 'popup', 'redirect'] satisfies WindowPort['openIn'][];

const windows: Check = (value) => {
  const ports: unknown[] = [value ?? []].flat();
  if (ports.length === 0) return 'missing';
  for (const [index, port] of ports.entries()) {
    const { openIn, isAvailable } = (port ?? {}) as Partial<WindowPort>;
    const name = openIn === undefined ? `window ${index + 1}` : `the window "${openIn}"`;
    if (missingMethods(port, ['open']).length > 0) return `${name} has no function \`open\``;
    if (!OPEN_IN.includes(openIn)) return `\`openIn\` of ${name} is not modal, popup or redirect`;
    if (isAvailable !== undefined && !isFunction(isAvailable))
      return `\`isAvailable\` of ${name} is not a function`;
  }
  return undefined;
};

/** The check of each option. Only `openWindow` is checked if it is undefined. */
const CHECKS: { readonly [Name in keyof Required<KycFlowOptions>]: Check } = {
  flow: must((value) => value === 'registration' || value === 'account', 'not registration or account'),
  onboardingId: must((value) => typeof value === 'string', 'not a string'),
  proxyUrl: (value) => {
    if (typeof value !== 'string') return 'not a string';
    return isProxyUrl(value) ? undefined : 'not a path or an http(s) URL without credentials';
  },
  usEnv: aBoolean,
  fetcher: aFunction,
  openWindow: windows,
  veriffOrigins: origins(true),
  language: must(
    (value) => typeof value === 'string' && /^([a-z]{2,3}(-[a-z\d]{2,8})*)?$/i.test(value),
    'not a language code such as de',
  ),
  pollInterval: aTime(MIN_POLL_INTERVAL_MS),
  pollTimeout: aTime(MIN_POLL_TIMEOUT_MS),
  handoff: aFunction,
  handoffOrigins: origins(false),
  push: aBoolean,
  attention: anObjectWith('waitForReturn', 'onLeave'),
  memory: anObjectWith('getItem', 'setItem', 'removeItem'),
  reloadPage: aFunction,
  reportError: aFunction,
};

/**
 * Checks the options.
 * @throws TypeError which names the option that is missing, invalid or unknown
 */
export function checkOptions(options: KycFlowOptions): void {
  const values: Readonly<Record<string, unknown>> = { ...options };
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && !Object.hasOwn(CHECKS, name))
      throw new TypeError(`${name}: there is no such option`);
  for (const [name, check] of Object.entries(CHECKS)) {
    const value = values[name];
    const complaint = value === undefined && check !== windows ? undefined : check(value);
    if (complaint) throw new TypeError(`${name}: ${complaint}`);
  }
}
