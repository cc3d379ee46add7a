import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { OpenIn } from '../flow/snapshot.js';
import {
  MIN_POLL_INTERVAL_MS,
  MIN_POLL_TIMEOUT_MS,
  POLL_INTERVAL_MS,
  POLL_TIMEOUT_MS,
  PROXY_URL,
} from '../headless/defaults.js';
import type { Handoff, MakeLink } from '../headless/handoff.js';
import { warnOnce } from '../headless/hints.js';
import type { Locale } from '../i18n/registry.js';
import { sandboxOrigins } from '../veriff/sandbox-origin.js';
import { DOCUMENT_KINDS, type DocumentKind } from './documents.js';

/** The checked settings of the step. Each invalid value has been replaced by its default, with a warning. */
export interface Config {
  readonly flow: BaanxFlow;
  /** Empty in the account flow. */
  readonly onboardingId: string;
  readonly proxyUrl: string;
  readonly usEnv: boolean;
  readonly fetcher: typeof fetch;
  readonly openIn: OpenIn;
  readonly documents: readonly DocumentKind[];
  readonly proofOfAddress: boolean;
  readonly prefetch: 'none' | 'intent';
  readonly pollInterval: number;
  readonly pollTimeout: number;
  readonly push: boolean;
  readonly trustedOrigins: readonly string[];
  readonly headingLevel: number;
  /** Empty if there is none. */
  readonly supportUrl: string;
  /** undefined if the host does not offer to continue elsewhere. */
  readonly handoff: Handoff | undefined;
  readonly inAppBrowser: 'detect' | 'ignore';
  readonly messages: Partial<Locale>;
}

/** The same settings, unchecked: frameworks and markup may pass anything. */
export type RawSettings = Readonly<
  Record<Exclude<keyof Config, 'trustedOrigins'> | 'veriffOrigins' | 'handoffUrl', unknown>
>;

export const FLOWS = ['registration', 'account'] as const;
export const OPEN_IN = ['modal', 'popup', 'redirect'] as const;
export const PREFETCH = ['none', 'intent'] as const;
export const IN_APP_BROWSER = ['detect', 'ignore'] as const;

/** Checks the settings. */
export function readConfig(raw: RawSettings): Config {
  const flow = oneOf('flow', raw.flow, FLOWS);
  return {
    flow,
    onboardingId: flow === 'account' ? '' : readText('onboarding-id', raw.onboardingId, ''),
    proxyUrl: readText('proxy-url', raw.proxyUrl, PROXY_URL),
    usEnv: readBoolean('us-env', raw.usEnv),
    fetcher: readFetcher(raw.fetcher),
    openIn: oneOf('open-in', raw.openIn, OPEN_IN),
    documents: readDocuments(raw.documents),
    proofOfAddress: readBoolean('proof-of-address', raw.proofOfAddress),
    prefetch: oneOf('prefetch', raw.prefetch, PREFETCH),
    pollInterval: readTime('poll-interval', raw.pollInterval, MIN_POLL_INTERVAL_MS, POLL_INTERVAL_MS),
    pollTimeout: readTime('poll-timeout', raw.pollTimeout, MIN_POLL_TIMEOUT_MS, POLL_TIMEOUT_MS),
    push: readBoolean('push', raw.push),
    trustedOrigins: readOrigins(raw.veriffOrigins),
    headingLevel: readHeadingLevel(raw.headingLevel),
    supportUrl: readUrl('support-url', raw.supportUrl),
    handoff: readHandoff(raw),
    inAppBrowser: oneOf('in-app-browser', raw.inAppBrowser, IN_APP_BROWSER),
    messages: readMessages(raw.messages),
  };
}

/** Whether it is known who the step is for: always in the account flow, otherwise once there is an onboarding ID. */
export const isIdentified = ({ flow, onboardingId }: Config): boolean =>
  flow === 'account' || onboardingId !== '';

const isMissing = (value: unknown): boolean => value === undefined || value === null;

/** Returns `valid`, the checked value. Warns if it is undefined although the setting has a value. */
function accept<T>(attribute: string, value: unknown, valid: T | undefined, expected: string): T | undefined {
  if (valid === undefined && !isMissing(value))
    warnOnce(`${attribute}: ${describe(value)} is not ${expected}. The default is used.`);
  return valid;
}

/** A value for a warning. Objects and symbols are named by their type. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'number' ? String(value) : `a value of type ${typeof value}`;
}

function oneOf<T extends string>(attribute: string, value: unknown, allowed: readonly [T, ...T[]]): T {
  const found = allowed.find((word) => word === value);
  return accept(attribute, value, found, `one of ${allowed.join(', ')}`) ?? allowed[0];
}

function readText(attribute: string, value: unknown, initial: string): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return accept(attribute, value, text, 'a string') ?? initial;
}

const readBoolean = (attribute: string, value: unknown): boolean =>
  accept(attribute, value, typeof value === 'boolean' ? value : undefined, 'true or false') ?? false;

function readTime(attribute: string, value: unknown, minMs: number, initialMs: number): number {
  const time = Number.isFinite(value) && Number(value) >= minMs ? Number(value) : undefined;
  return accept(attribute, value, time, `a time of at least ${minMs} ms`) ?? initialMs;
}

function readHeadingLevel(value: unknown): number {
  const level = [1, 2, 3, 4, 5, 6].find((allowed) => allowed === value);
  return accept('heading-level', value, level, 'a number from 1 to 6') ?? 2;
}

/** An http or https URL, relative to the page or absolute. Other schemes could run script. */
function readUrl(attribute: string, value: unknown): string {
  const text = readText(attribute, value, '').trim();
  return accept(attribute, text, isHttpUrl(text) ? text : undefined, 'an http or https URL') ?? '';
}

function isHttpUrl(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, 'https://host.page').protocol);
  } catch {
    return false;
  }
}

/** The words of a list. Frameworks may pass an array. */
function readWords(attribute: string, value: unknown): readonly string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const words = list.every((entry) => typeof entry === 'string')
    ? (list.join(' ').match(/[^\s,]+/g) ?? [])
    : undefined;
  return accept(attribute, value, words, 'a list of words');
}

/** The accepted documents, always in the same order. If no known document is listed, all are accepted. */
function readDocuments(value: unknown): readonly DocumentKind[] {
  const words = readWords('documents', value) ?? [];
  for (const word of words)
    if (!DOCUMENT_KINDS.some((kind) => kind === word))
      warnOnce(`documents: "${word}" is not one of ${DOCUMENT_KINDS.join(', ')}. It is ignored.`);
  const listed = DOCUMENT_KINDS.filter((kind) => words.includes(kind));
  return listed.length > 0 ? listed : DOCUMENT_KINDS;
}

const readOrigins = (value: unknown): readonly string[] => [
  ...(readWords('veriff-origins', value) ?? VERIFF_ORIGINS),
  ...sandboxOrigins(),
];

/** Uses the function, or else the plain URL. Links may be on the page's origin or on the URL's. */
function readHandoff({ handoff, handoffUrl }: RawSettings): Handoff | undefined {
  const url = readUrl('handoff-url', handoffUrl);
  const isFunction = typeof handoff === 'function';
  const makeLink = isFunction ? (handoff as MakeLink) : undefined;
  // The value is not in the warning, because it may be a link.
  if (!makeLink && !isMissing(handoff)) warnOnce('handoff must be a function. It is ignored.');
  if (!makeLink && !url) return undefined;
  return {
    makeLink: makeLink ?? (() => ({ url })),
    origins: () => [location.origin, new URL(url, document.baseURI).origin],
  };
}

function readFetcher(value: unknown): typeof fetch {
  const fetcher = typeof value === 'function' ? (value as typeof fetch) : undefined;
  return accept('fetcher', value, fetcher, 'a function') ?? fetch.bind(globalThis);
}

/** The overrides that are strings. For a missing or empty one, the step's own message is used. */
function readMessages(value: unknown): Partial<Locale> {
  let messages: Partial<Locale> | undefined;
  try {
    if (typeof value === 'object' && value)
      messages = Object.fromEntries(Object.entries(value).filter(isMessage));
  } catch {
    // A getter threw.
  }
  return accept('messages', value, messages, 'an object of strings') ?? {};
}

function isMessage([name, value]: [string, unknown]): boolean {
  const text = typeof value === 'string' ? value : undefined;
  return Boolean(accept(`messages.${name}`, value, text, 'a string'));
}
