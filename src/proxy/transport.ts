import { readCapped } from './capped-body.js';

/** A whole onboarding record is about 2 KB; anything near this is not a response of Baanx's. */
export const MAX_RESPONSE_BYTES = 64 * 1024;

/** One HTTP request to Baanx. */
export interface TransportRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

/** The part of Baanx's response that the proxy reads. */
export interface TransportResponse {
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | null;
  /**
   * The decoded body of a 2xx response; undefined if it is longer than 64 KB, and of every other response: nothing
   * of an error's body is passed on.
   */
  readonly text: string | undefined;
}

/**
 * Sends one request to Baanx, once. It does not follow redirects, which could carry the key to another host.
 * Rejects if the connection fails or the signal aborts.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/** The transport for every runtime, over the web's `fetch`. */
export function fetchTransport(fetcher: typeof fetch): Transport {
  return async ({ url, method, headers, body, signal }) => {
    const init: RequestInit = { method, headers, redirect: 'manual', signal };
    const response = await fetcher(url, body === undefined ? init : { ...init, body });
    const { status, ok } = response;
    const retryAfter = response.headers.get('retry-after');
    // A body that fails while it is being discarded changes nothing.
    if (!ok) void response.body?.cancel().catch(() => undefined);
    if (!ok || !response.body) return { status, retryAfter, text: ok ? '' : undefined };
    return { status, retryAfter, text: await readCapped(response.body, MAX_RESPONSE_BYTES, signal) };
  };
}
