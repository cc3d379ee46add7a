import type { Route } from '../baanx/wire.js';
import { bounded, readCapped } from './bounds.js';
import { aFunction, optional, type OptionRules } from './option-check.js';
import { Refusal, type HeaderRecord } from './refusal.js';

/** How Baanx is reached. */
export interface BaanxOptions {
  /** The key that Baanx gave the company, sent as `x-client-key`. It never reaches the browser. */
  readonly clientKey: string;
  /**
   * Baanx's host: `https://api.baanx.com` in production, or a partner's. Only a host on this machine may be http.
   * @default 'https://dev.api.baanx.com'
   */
  readonly baseUrl?: string;
  /**
   * Replaces `fetch` for requests to Baanx.
   * @default the global `fetch`
   */
  readonly fetch?: typeof fetch;
  /**
   * Sends the requests to Baanx instead of `fetch`, for example `undiciTransport()` from `baanx-kyc-step/proxy/node`.
   * @default a transport over `fetch`
   */
  readonly transport?: Transport;
}

/**
 * Sends one request to Baanx, once. It does not follow redirects, which could carry the key to another host.
 * Rejects if the connection fails or the signal aborts.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** One HTTP request to Baanx. */
export interface TransportRequest {
  /** Absolute, on Baanx's host. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** By their names in lower case. They hold the client key. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, for `POST`. */
  readonly body: string | undefined;
  /** Aborts when the client closes the connection, or at the time limit. */
  readonly signal: AbortSignal;
}

/** The part of Baanx's response that the proxy reads. */
export interface TransportResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
  /**
   * The decoded body of a 2xx response; undefined if it is longer than 64 KB, and of every other response: nothing
   * of an error's body is passed on.
   */
  readonly text: string | undefined;
}

/** A whole onboarding record is about 2 KB; anything near this is not a response of Baanx's. */
export const MAX_RESPONSE_BYTES = 64 * 1024;

/** The transport for every runtime, over the web's `fetch`. */
const fetchTransport =
  (fetcher: typeof fetch): Transport =>
  async ({ url, method, headers, body = null, signal }) => {
    const response = await fetcher(url, { method, headers, body, redirect: 'manual', signal });
    const { status, ok } = response;
    const retryAfter = response.headers.get('retry-after');
    // A body that fails while it is being discarded changes nothing.
    if (!ok) void response.body?.cancel().catch(() => undefined);
    if (!ok || !response.body) return { status, retryAfter, text: ok ? '' : undefined };
    return { status, retryAfter, text: await readCapped(response.body, MAX_RESPONSE_BYTES, signal) };
  };

/** {@link BaanxOptions}, checked and with their defaults. `baseUrl` has no trailing slash. */
export type BaanxSettings = Required<Omit<BaanxOptions, 'fetch'>>;

const LOOPBACK = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/;

/** Over plain http the key could be read on its way, unless it stays on this machine. */
function isBaseUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, href } = new URL(value);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  return isPrivate && !/[@?#]/.test(href);
}

export const BAANX_OPTION_RULES: OptionRules<BaanxOptions> = {
  // Untyped callers pass undefined if an environment variable is missing.
  clientKey: [
    (key) => typeof key === 'string' && /^[\x21-\x7e]+$/.test(key),
    'is missing, or has spaces or other characters that a header cannot carry',
  ],
  baseUrl: optional([
    isBaseUrl,
    'must be an https URL without credentials, query or hash (http on this machine only)',
  ]),
  fetch: optional(aFunction),
  transport: optional(aFunction),
};

/** Applies the defaults to options that were checked. */
export function readBaanxOptions({
  clientKey,
  baseUrl = 'https://dev.api.baanx.com',
  fetch: fetcher,
  transport,
}: BaanxOptions): BaanxSettings {
  return {
    clientKey,
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ''),
    // The global is read on each request: tracing and test tools replace it later.
    transport: transport ?? fetchTransport(fetcher ?? ((...request) => fetch(...request))),
  };
}

/** One request to Baanx, already checked. */
export interface BaanxRequest {
  readonly route: Route;
  /** Whether it may be sent a second time after a connection failure: a session is never created twice. */
  readonly isRepeatable: boolean;
  /** For the registration routes. */
  readonly onboardingId?: string | undefined;
  /** The person's access token, for the account routes. */
  readonly accessToken?: string | undefined;
  readonly usEnv: boolean;
  readonly traceparent?: string | undefined;
  /** Aborts when the client goes, or with a `TimeoutError`. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request to Baanx and returns the JSON object that it answers with. Throws a {@link Refusal}: Baanx's own
 * error status with a message of ours, 502 if there is no usable response, 504 if it is late.
 */
export async function requestBaanx(settings: BaanxSettings, request: BaanxRequest): Promise<object> {
  const { transport } = settings;
  const message = messageFor(settings, request);
  const send = async () => {
    try {
      return await transport(message);
    } catch (error) {
      if (request.signal.aborted || !request.isRepeatable) throw error;
      // 50 to 250 ms, so that requests that failed together do not return together.
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
      request.signal.throwIfAborted();
      return transport(message);
    }
  };
  const { status, retryAfter, text } = await bounded(
    request.signal,
    send,
    'baanx-unreachable',
    'baanx-timeout',
  );
  // In browsers' `fetch` a redirect has the status 0.
  if (status < 200 || (status > 299 && status < 400)) throw new Refusal('baanx-redirect');
  // `fetch` lets these through, but a `Response` cannot have them.
  if (status > 599) throw new Refusal('baanx-unknown-status');
  if (status > 299)
    throw new Refusal('baanx-error', { status, headers: retryAfterHeader(status, retryAfter) });
  if (text === undefined) throw new Refusal('baanx-response-too-large');
  return parsedObject(text);
}

/** Made from the route and the checked values only: nothing else of the browser's request goes any further. */
function messageFor(
  { clientKey, baseUrl }: BaanxSettings,
  { route: { method, path }, onboardingId, accessToken, usEnv, traceparent, signal }: BaanxRequest,
): TransportRequest {
  const isPost = method === 'POST';
  const headers: Record<string, string> = { accept: 'application/json', 'x-client-key': clientKey };
  if (usEnv) headers['x-us-env'] = 'true';
  if (accessToken !== undefined) headers['authorization'] = `Bearer ${accessToken}`;
  if (traceparent !== undefined) headers['traceparent'] = traceparent;
  if (isPost) headers['content-type'] = 'application/json';
  const hasQuery = !isPost && onboardingId !== undefined;
  const url = baseUrl + path + (hasQuery ? `?onboardingId=${encodeURIComponent(onboardingId)}` : '');
  return { url, method, headers, body: isPost ? JSON.stringify({ onboardingId }) : undefined, signal };
}

/** Seconds, or a date as HTTP writes it. `Date` would accept almost anything: `soon 7` is July 2001. */
const RETRY_AFTER = /^(\d{1,6}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;

const retryAfterHeader = (status: number, value: string | null): HeaderRecord =>
  (status === 429 || status === 503) && value !== null && RETRY_AFTER.test(value)
    ? { 'retry-after': value }
    : {};

function parsedObject(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // HTML, or nothing at all.
  }
  throw new Refusal('baanx-response-not-json');
}
