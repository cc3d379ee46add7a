import { orAborted, readCappedBytes } from '../proxy/bounds.js';
import type { Connection, FetchHandler } from '../proxy/handler.js';
import { observe } from '../proxy/observe.js';
import { aFunction, aNumber, anObjectWith, checkOptions, optional } from '../proxy/option-check.js';
import { createMemoryStore, createRedisStore, type WebhookStore } from './event-store.js';
import type { RedisClient } from '../proxy/redis-client.js';
import { createVerifier, SIGNATURE_HEADER, TIMESTAMP_HEADER, type VerifySignature } from './signature.js';
import { parseEvent, type WebhookEvent } from './webhook-event.js';
import {
  responseFor,
  statusOf,
  type WebhookOutcome,
  type WebhookReason,
  type WebhookRecord,
} from './webhook-outcome.js';

/** How the handler receives webhooks. `keys` and `onEvent` are required. */
export interface WebhookOptions {
  /** The endpoint's signing key (`whk_…`), not the client key. While you rotate it, pass both the old and the new one. */
  readonly keys: string | readonly string[];
  /**
   * Receives each event once, in any order. If it throws or rejects, Baanx sends the event again. If your process crashes
   * in between, it may be called twice, so handling an event twice must do no harm. `signal` aborts at `timeout`.
   */
  readonly onEvent: (event: WebhookEvent, context: { readonly signal: AbortSignal }) => unknown;
  /**
   * A client of `ioredis`, which remembers handled events for several processes.
   * @default none
   */
  readonly redis?: RedisClient;
  /**
   * Remembers handled events elsewhere. Cannot be used with `redis`.
   * @default `createMemoryStore()`, in this process
   */
  readonly store?: WebhookStore;
  /**
   * How far `X-Timestamp` may be from this machine's clock, in seconds, in both directions; at most 3,600.
   * @default 300
   */
  readonly tolerance?: number;
  /**
   * Time limit for `onEvent` and the store, in ms, at most 20,000. Baanx waits 30 s.
   * @default 15000
   */
  readonly timeout?: number;
  /**
   * Receives one record for each request.
   * @default prints a wrong key, a wrong clock and a parsed body to the console, once each
   */
  readonly log?: (record: WebhookRecord) => unknown;
  /**
   * Receives what `onEvent` or the store threw.
   * @default prints it to the console
   */
  readonly onError?: (error: unknown, record: WebhookRecord) => unknown;
}

interface Settings {
  readonly verify: VerifySignature;
  readonly store: WebhookStore;
  readonly onEvent: WebhookOptions['onEvent'];
  readonly tolerance: number;
  readonly timeout: number;
}

/** Real events have about 1 KB. */
const MAX_BODY_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 5_000;
/** How long the store may take to release an event after `onEvent` failed, in ms. */
const RELEASE_TIMEOUT_MS = 2_000;
/** How long a claim lasts after the time limit of `onEvent`, in ms. */
const LEASE_MARGIN_MS = 10_000;
const MAX_TIMEOUT_MS = 20_000;
const MAX_TOLERANCE_S = 3_600;

/** What to do about setup errors. Each text is printed once, and contains no secret. */
const ADVICE: Partial<Record<WebhookReason, string>> = {
  'body-not-raw':
    'createWebhookHandler: the signature covers the body exactly as Baanx sent it, but something in front of this ' +
    'handler has already parsed it. Mount the handler before express.json(), or use ' +
    'express.raw({ type: "application/json" }) for its path, or keep the raw bytes: ' +
    'express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }). Until then no webhook is accepted.',
  'signature-wrong':
    'createWebhookHandler: refused a webhook that was not signed with any of the keys. If Baanx sent it, check keys: ' +
    'pass the key of this endpoint (whk_…), not the client key. While you rotate it, pass both the old and the new one.',
  'timestamp-too-far-off':
    'createWebhookHandler: refused a webhook whose X-Timestamp is too far from this machine’s clock. If Baanx sent it, ' +
    'synchronize the clock (NTP). X-Timestamp is in seconds, not in milliseconds.',
};

/**
 * Creates a handler for Baanx's webhooks. It accepts only what Baanx has signed, and calls `onEvent` once for each event.
 * It never rejects, and always answers well within Baanx's limit of 30 s.
 * @throws TypeError if an option is wrong
 */
export function createWebhookHandler(options: WebhookOptions): FetchHandler {
  const settings = readOptions(options);
  const { log, onError = printError } = options;
  const advised = new Set<WebhookReason>();
  /** If the host has a log, it shows refusals. It cannot explain a parsed body, so that advice is printed anyway. */
  const advise = (reason: WebhookReason) => {
    const advice = ADVICE[reason];
    if (advice === undefined || advised.has(reason) || (log && reason !== 'body-not-raw')) return;
    advised.add(reason);
    console.error(advice);
  };
  return async (request, connection = {}) => {
    const started = performance.now();
    const outcome = await receive(request, connection, settings);
    const { reason, event } = outcome;
    const record: WebhookRecord = {
      reason,
      status: statusOf(reason),
      eventId: event?.event_id,
      eventType: event?.event_type,
      durationMs: Math.round(performance.now() - started),
    };
    advise(reason);
    if ('error' in outcome) observe('createWebhookHandler: onError', () => onError(outcome.error, record));
    if (log) observe('createWebhookHandler: log', () => log(record));
    return responseFor(reason);
  };
}

async function receive(
  request: Request,
  { isBodyRebuilt }: Connection,
  settings: Settings,
): Promise<WebhookOutcome> {
  if (request.method !== 'POST') return { reason: 'method-not-allowed' };
  if (request.bodyUsed || isBodyRebuilt) return { reason: 'body-not-raw' };
  const timestamp = request.headers.get(TIMESTAMP_HEADER);
  const signature = request.headers.get(SIGNATURE_HEADER);
  // Checked before the body is read, to refuse most requests that Baanx did not send.
  if (timestamp === null || signature === null) return { reason: 'not-signed' };
  if (!isRecent(timestamp, settings.tolerance)) return { reason: 'timestamp-too-far-off' };
  let body: Uint8Array | undefined = new Uint8Array();
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(BODY_TIMEOUT_MS)]);
    const stream = request.body;
    if (stream) body = await orAborted(signal, () => readCappedBytes(stream, MAX_BODY_BYTES, signal));
  } catch {
    return { reason: 'body-not-received' };
  }
  if (!body) return { reason: 'body-too-large' };
  if (!(await settings.verify(timestamp, signature, body))) return { reason: 'signature-wrong' };
  const event = parseEvent(body);
  return event ? handle(event, settings) : { reason: 'event-malformed' };
}

const isRecent = (timestamp: string, tolerance: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() / 1000 - Number(timestamp)) <= tolerance;

/** Calls `onEvent` unless the event was handled before. Baanx closing the connection does not stop it. */
async function handle(event: WebhookEvent, settings: Settings): Promise<WebhookOutcome> {
  const { store, onEvent, timeout } = settings;
  const { event_id: eventId } = event;
  const signal = AbortSignal.timeout(timeout);
  let claim;
  try {
    claim = await orAborted(signal, () => store.claim(eventId, timeout + LEASE_MARGIN_MS));
  } catch (error) {
    return { reason: 'store-failed', event, error };
  }
  if (claim === 'done') return { reason: 'duplicate', event };
  if (claim === 'busy') return { reason: 'event-busy', event };
  try {
    await orAborted(signal, () => onEvent(event, { signal }));
  } catch (error) {
    await release(store, eventId);
    return {
      reason: signal.aborted && error === signal.reason ? 'event-timeout' : 'event-failed',
      event,
      error,
    };
  }
  try {
    await orAborted(AbortSignal.timeout(RELEASE_TIMEOUT_MS), () => store.complete(eventId));
  } catch (error) {
    return { reason: 'store-failed', event, error };
  }
  return { reason: 'handled', event };
}

/** Lets the next delivery claim the event. If the store fails as well, the claim expires. */
async function release(store: WebhookStore, eventId: string): Promise<void> {
  try {
    await orAborted(AbortSignal.timeout(RELEASE_TIMEOUT_MS), () => store.release(eventId));
  } catch (error) {
    console.error('createWebhookHandler: the store failed', error);
  }
}

const printError = (error: unknown, { reason }: WebhookRecord): void =>
  console.error(`createWebhookHandler: ${reason}`, error);

function readOptions(options: WebhookOptions): Settings {
  checkOptions('createWebhookHandler', options, {
    keys: [
      areKeys,
      'is missing, or contains an empty key: pass the key that Baanx showed for the endpoint (whk_…)',
    ],
    onEvent: [aFunction[0], 'is missing: pass a function that receives each event'],
    redis: optional(anObjectWith('call')),
    store: optional(anObjectWith('claim', 'complete', 'release')),
    tolerance: optional(aNumber(MAX_TOLERANCE_S, 'seconds')),
    timeout: optional(aNumber(MAX_TIMEOUT_MS, 'ms')),
    log: optional(aFunction),
    onError: optional(aFunction),
  });
  const { keys, onEvent, redis, store, tolerance = 300, timeout = 15_000 } = options;
  if (redis && store) throw new TypeError('createWebhookHandler: redis and store cannot be used together');
  return {
    verify: createVerifier([keys].flat()),
    store: store ?? (redis ? createRedisStore(redis) : createMemoryStore()),
    onEvent,
    tolerance,
    timeout,
  };
}

const areKeys = (keys: unknown): boolean => {
  const list: readonly unknown[] = [keys].flat();
  return list.length > 0 && list.every((key) => typeof key === 'string' && /^[\x21-\x7e]+$/.test(key));
};
