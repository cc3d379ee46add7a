import type { RequestContext } from './admission.js';
import { observe } from './observe.js';
import type { KycProxyRecord, ProxySettings, SetupWarning } from './options.js';
import type { Refusal } from './refusal.js';

/** Crockford's base 32: no I, L, O or U, so an ID can be read out over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short random ID such as `7F3K-92QM`: 40 bits, enough to find one log line among a day's. It is no secret. */
export function createRequestId(): string {
  const letters = () => Array.from({ length: 4 }, () => ALPHABET[Math.floor(Math.random() * 32)]).join('');
  return `${letters()}-${letters()}`;
}

/** The request's `traceparent`, if it is version 00 of the W3C's Trace Context. Anything else is dropped. */
export function traceparentOf({ headers }: Request): string | undefined {
  const value = headers.get('traceparent');
  return value !== null && /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(value) ? value : undefined;
}

/** Everything that the log and `onError` learn about a request. */
export interface Outcome extends Pick<KycProxyRecord, 'requestId' | 'traceparent' | 'status'> {
  readonly refusal: Refusal | undefined;
  /** Of `performance.now()`. */
  readonly started: number;
}

/** Returns a function that calls `onError` and `log` for one request. */
export function createReporter({ log, onError }: Pick<ProxySettings, 'log' | 'onError'>) {
  const warned = new Set<SetupWarning>();
  return (context: RequestContext, { requestId, traceparent, status, refusal, started }: Outcome): void => {
    const reason = refusal?.reason;
    if (refusal?.hasCause && onError)
      observe('createKycProxy: onError', () => onError(refusal.cause, { requestId, reason }));
    const warning = context.warning && !warned.has(context.warning) ? context.warning : undefined;
    if (warning) warned.add(warning);
    if (warning && !log) console.warn(`createKycProxy: ${WARNINGS[warning]}`);
    if (!log) return;
    const record: KycProxyRecord = {
      requestId,
      route: context.route?.name,
      // Whatever else the client wrote does not get into the log.
      method: METHODS.find((method) => method === context.request.method) ?? 'OTHER',
      status,
      reason,
      durationMs: Math.round(performance.now() - started),
      onboarding: context.pseudonym?.slice(0, 12),
      traceparent,
      warning,
    };
    observe('createKycProxy: log', () => log(record));
  };
}

/** What the host should do about a fault of the setup. */
const WARNINGS: Readonly<Record<SetupWarning, string>> = {
  'address-unknown':
    'the limit per address has no effect, because client addresses are unknown here: set addressHeader, or use toNodeHandler',
  'address-header-unreadable':
    'the limit per address does not apply to a request whose addressHeader is missing or unreadable',
  'address-header-unset':
    'requests have X-Forwarded-For, but addressHeader is not set: behind a load balancer, everyone counts as one address',
};

const METHODS = ['GET', 'POST', 'OPTIONS'] as const;
