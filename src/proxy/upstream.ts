import type { Route } from '../baanx/wire.js';
import { isTimeout, orAborted } from './deadline.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** How Baanx is reached. */
export interface UpstreamSettings {
  readonly clientKey: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly transport: Transport;
}

/** One request to Baanx, already checked. */
export interface UpstreamRequest {
  readonly route: Route;
  /** Whether it may be sent a second time after a connection failure: a session is never created twice. */
  readonly isRepeatable: boolean;
  /** For the registration routes. */
  readonly onboardingId: string | undefined;
  /** The whole `Authorization` header, for the account routes. */
  readonly authorization: string | undefined;
  readonly usEnv: boolean;
  readonly traceparent: string | undefined;
  /** Aborts when the client goes, or with a `TimeoutError`. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request to Baanx and returns the JSON object that it answers with. Throws a {@link Refusal}: Baanx's own
 * error status with a message of ours, 502 if there is no usable response, 504 if it is late.
 */
export async function requestBaanx(settings: UpstreamSettings, request: UpstreamRequest): Promise<object> {
  const response = await send(settings, request);
  if (response.status < 200 || response.status > 299) throw refusalFor(response);
  return recordOf(response.text);
}

async function send({ transport, ...settings }: UpstreamSettings, request: UpstreamRequest) {
  const { signal, isRepeatable } = request;
  const message = messageFor(settings, request);
  try {
    return await orAborted(signal, async () => {
      try {
        return await transport(message);
      } catch (error) {
        if (signal.aborted || !isRepeatable) throw error;
        await pause();
        return transport(message);
      }
    });
  } catch (error) {
    if (!signal.aborted) throw Refusal.because('baanx-unreachable', {}, error);
    throw Refusal.because(isTimeout(signal) ? 'baanx-timeout' : 'client-gone');
  }
}

/** 50 to 250 ms before the second try, so that requests that failed together do not return together. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));

/** Made from the route and the checked values only: nothing else of the browser's request goes any further. */
function messageFor(
  { clientKey, baseUrl }: Omit<UpstreamSettings, 'transport'>,
  { route, onboardingId, authorization, usEnv, traceparent, signal }: UpstreamRequest,
): TransportRequest {
  const { method } = route;
  const headers: Record<string, string> = { accept: 'application/json', 'x-client-key': clientKey };
  if (usEnv) headers['x-us-env'] = 'true';
  if (authorization !== undefined) headers['authorization'] = authorization;
  if (traceparent !== undefined) headers['traceparent'] = traceparent;
  if (method === 'POST') headers['content-type'] = 'application/json';
  const query =
    method === 'GET' && onboardingId !== undefined ? `?onboardingId=${encodeURIComponent(onboardingId)}` : '';
  const body = method === 'POST' ? JSON.stringify({ onboardingId }) : undefined;
  return { url: baseUrl + route.path + query, method, headers, body, signal };
}

function refusalFor({ status, retryAfter }: TransportResponse): Refusal {
  // In browsers' `fetch` a redirect has the status 0.
  if (status < 400) return Refusal.because('baanx-redirect');
  // `fetch` lets these through, but a `Response` cannot have them.
  if (status > 599) return Refusal.because('baanx-unknown-status');
  return Refusal.fromBaanx(status, status === 429 || status === 503 ? retryAfterHeader(retryAfter) : {});
}

/** Seconds, or a date as HTTP writes it. `Date` would accept almost anything: `soon 7` is July 2001. */
const RETRY_AFTER = /^(\d{1,6}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;

const retryAfterHeader = (value: string | null): HeaderRecord =>
  value !== null && RETRY_AFTER.test(value) ? { 'retry-after': value } : {};

function recordOf(text: string | undefined): object {
  if (text === undefined) throw Refusal.because('baanx-response-too-large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw Refusal.because('baanx-response-not-json');
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw Refusal.because('baanx-response-not-json');
}
