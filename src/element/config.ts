import { VERIFF_ORIGINS } from '../baanx/trusted-origin.js';
import type { BaanxFlow } from '../baanx/wire.js';
import type { OpenIn } from '../flow/snapshot.js';
import type { Locale } from '../i18n/registry.js';
import { DOCUMENT_KINDS, type DocumentKind } from './documents.js';
import { warnOnce } from './hints.js';

/** The step's settings, checked: what is wrong has been replaced by its default, with a warning. */
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
  readonly trustedOrigins: readonly string[];
  readonly headingLevel: number;
  /** Empty if there is none. */
  readonly supportUrl: string;
  readonly messages: Partial<Locale>;
}

/** The same settings as the host gave them: frameworks and markup pass anything. */
export type RawSettings = Readonly<
  Record<Exclude<keyof Config, 'trustedOrigins'> | 'veriffOrigins', unknown>
>;

export const FLOWS = ['registration', 'account'] as const;
export const OPEN_IN = ['modal', 'popup', 'redirect'] as const;
export const PREFETCH = ['none', 'intent'] as const;
export const POLL_INTERVAL_MS = 5_000;
export const POLL_TIMEOUT_MS = 300_000;

/** A shorter interval was meant in seconds, and would flood the proxy. */
const MIN_POLL_INTERVAL_MS = 100;

/** Checks the settings. */
export function readConfig(raw: RawSettings): Config {
  const flow = oneOf('flow', raw.flow, FLOWS);
  return {
    flow,
    onboardingId: flow === 'account' ? '' : readText('onboarding-id', raw.onboardingId, ''),
    proxyUrl: readText('proxy-url', raw.proxyUrl, '/api/baanx'),
    usEnv: raw.usEnv === true,
    fetcher: readFetcher(raw.fetcher),
    openIn: oneOf('open-in', raw.openIn, OPEN_IN),
    documents: readDocuments(raw.documents),
    proofOfAddress: raw.proofOfAddress === true,
    prefetch: oneOf('prefetch', raw.prefetch, PREFETCH),
    pollInterval: readNumber('poll-interval', raw.pollInterval, {
      min: MIN_POLL_INTERVAL_MS,
      initial: POLL_INTERVAL_MS,
    }),
    pollTimeout: readNumber('poll-timeout', raw.pollTimeout, { min: 0, initial: POLL_TIMEOUT_MS }),
    trustedOrigins: readOrigins(raw.veriffOrigins),
    headingLevel: readNumber('heading-level', raw.headingLevel, { min: 1, max: 6, initial: 2 }),
    supportUrl: readUrl('support-url', raw.supportUrl),
    messages: readMessages(raw.messages),
  };
}

/** Whether it is known who the step is for. */
export const isIdentified = ({ flow, onboardingId }: Config): boolean =>
  flow === 'account' || onboardingId !== '';

const isMissing = (value: unknown): boolean => value === undefined || value === null;

function warnInvalid(attribute: string, value: unknown, expected: string): void {
  warnOnce(`${attribute}: ${describe(value)} is not ${expected}. The default is used.`);
}

/** A value for a warning. Objects and symbols are named by their type. */
const describe = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? JSON.stringify(value)
    : `a value of type ${typeof value}`;

function oneOf<T extends string>(attribute: string, value: unknown, allowed: readonly [T, ...T[]]): T {
  const found = allowed.find((word) => word === value);
  if (!found && !isMissing(value)) warnInvalid(attribute, value, `one of ${allowed.join(', ')}`);
  return found ?? allowed[0];
}

function readText(attribute: string, value: unknown, initial: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!isMissing(value)) warnInvalid(attribute, value, 'a string');
  return initial;
}

/** An http or https URL, relative to the page or absolute. Other schemes could run script. */
function readUrl(attribute: string, value: unknown): string {
  const text = readText(attribute, value, '').trim();
  if (!text || /^https?:$/.test(protocolOf(text))) return text;
  warnInvalid(attribute, text, 'an http or https URL');
  return '';
}

function protocolOf(url: string): string {
  try {
    return new URL(url, 'https://host.page').protocol;
  } catch {
    return '';
  }
}

function readNumber(
  attribute: string,
  value: unknown,
  { min, max = Infinity, initial }: { min: number; max?: number; initial: number },
): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  if (!isMissing(value))
    warnInvalid(
      attribute,
      value,
      max < Infinity ? `a number from ${min} to ${max}` : `a number of at least ${min}`,
    );
  return initial;
}

/** The words of a list. Frameworks may pass an array. */
function readWords(attribute: string, value: unknown): string[] | undefined {
  const list: unknown = Array.isArray(value) ? value.join(' ') : value;
  if (typeof list === 'string') return list.match(/[^\s,]+/g) ?? [];
  if (!isMissing(value)) warnInvalid(attribute, value, 'a list of words');
  return undefined;
}

/** In our order. A list that names no document was meant to name some, so it means all. */
function readDocuments(value: unknown): readonly DocumentKind[] {
  const words = readWords('documents', value) ?? [];
  for (const word of words)
    if (!DOCUMENT_KINDS.some((kind) => kind === word))
      warnOnce(`documents: "${word}" is not one of ${DOCUMENT_KINDS.join(', ')}. It is ignored.`);
  const listed = DOCUMENT_KINDS.filter((kind) => words.includes(kind));
  return listed.length > 0 ? listed : DOCUMENT_KINDS;
}

const readOrigins = (value: unknown): readonly string[] =>
  readWords('veriff-origins', value) ?? VERIFF_ORIGINS;

function readFetcher(value: unknown): typeof fetch {
  if (typeof value === 'function') return value as typeof fetch;
  if (!isMissing(value)) warnInvalid('fetcher', value, 'a function');
  return fetch.bind(globalThis);
}

/** Those that are strings. An empty one leaves ours in place. */
function readMessages(value: unknown): Partial<Locale> {
  if (typeof value === 'object' && value !== null) {
    try {
      return Object.fromEntries(Object.entries(value).filter(([, text]) => text && typeof text === 'string'));
    } catch {
      // A getter threw.
    }
  }
  if (!isMissing(value)) warnInvalid('messages', value, 'an object of strings');
  return {};
}
