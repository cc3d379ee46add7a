import { brotliDecompressSync, unzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import type { Agent } from 'undici';
import { loadPackage } from './optional-package.js';
import { MAX_RESPONSE_BYTES, type Transport, type TransportRequest } from './upstream.js';

/** A transport over undici's connection pool. */
export interface UndiciTransport extends Transport {
  /** The pool's connections and requests now; zeros before the first request. */
  stats(): Readonly<Record<'connected' | 'free' | 'queued' | 'running', number>>;
  /** Closes the connections once their requests have finished. */
  close(): Promise<void>;
}

/**
 * The transport for Node: it keeps connections to Baanx open and takes a fraction of the CPU time of the built-in
 * `fetch`. Needs `undici`.
 */
export function undiciTransport(): UndiciTransport {
  let agent: Agent | undefined;
  const loading = loadPackage('undiciTransport', 'undici', async () => {
    const undici = await import('undici');
    // Most servers keep an idle connection open for longer than this. The request's signal is the only time limit.
    const limits = { keepAliveTimeout: 4_000, headersTimeout: 0, bodyTimeout: 0 };
    return (agent = new undici.Agent({ ...limits, maxResponseSize: MAX_RESPONSE_BYTES }));
  });
  const transport: Transport = async (request) => {
    const { status, headers, body } = await exchange(await loading, request);
    const retryAfter = [headers['retry-after']].flat()[0] ?? null;
    return { status, retryAfter, text: body && decode(body, headers['content-encoding']) };
  };
  return Object.assign(transport, {
    stats() {
      const pools = Object.values(agent?.stats ?? {});
      const sum = (state: 'connected' | 'free' | 'queued' | 'running') =>
        pools.reduce((total, pool) => total + Number(Reflect.get(pool, state) ?? 0), 0);
      return {
        connected: sum('connected'),
        free: sum('free'),
        queued: sum('queued'),
        running: sum('running'),
      };
    },
    async close() {
      await loading;
      await agent?.close();
    },
  });
}

/** Baanx's response. `body` is undefined if the status is not 2xx, or the body is too large. */
interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Buffer | undefined;
}

/** How long the body of an error may take, which is read only to keep the connection. */
const DISCARD_TIMEOUT_MS = 1_000;

/**
 * Sends one request and collects the response, without the stream that undici's `request` makes of each one. Rejects
 * if the connection fails, or with the signal's reason.
 */
function exchange(agent: Agent, request: TransportRequest): Promise<RawResponse> {
  const { url, method, headers, body = null, signal } = request;
  const { origin, pathname, search } = new URL(url);
  const message = {
    ...{ origin, path: pathname + search, method, body },
    headers: { ...headers, 'accept-encoding': 'identity' },
  };
  return new Promise((resolve, reject) => {
    let response: RawResponse | undefined;
    const chunks: Buffer[] = [];
    let abort: () => void = () => undefined;
    let discarding: NodeJS.Timeout | undefined;
    const release = () => {
      signal.removeEventListener('abort', abort);
      clearTimeout(discarding);
    };
    agent.dispatch(message, {
      onRequestStart(controller) {
        abort = () => controller.abort(signal.reason as Error);
        signal.addEventListener('abort', abort);
        if (signal.aborted) abort();
      },
      onResponseStart(controller, status, headers) {
        if (status < 200) return; // Early Hints: the response is still to come.
        response = { status, headers };
        if (status >= 200 && status <= 299) return;
        resolve(response);
        discarding = setTimeout(() => controller.abort(new Error('The body is late')), DISCARD_TIMEOUT_MS);
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        release();
        if (response) resolve({ ...response, body: Buffer.concat(chunks) });
      },
      onResponseError(_, error) {
        release();
        if (response && isTooLarge(error)) resolve(response);
        else reject(error);
      },
    });
  });
}

/** The body as text, decompressed: servers and gateways may compress although the request asks for `identity`. */
function decode(body: Buffer, encoding = 'identity'): string | undefined {
  try {
    const limit = { maxOutputLength: MAX_RESPONSE_BYTES };
    if (encoding !== 'identity') body = (encoding === 'br' ? brotliDecompressSync : unzipSync)(body, limit);
    return new TextDecoder().decode(body);
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
}

/** Whether undici or zlib stopped because of {@link MAX_RESPONSE_BYTES}. */
function isTooLarge(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'ERR_BUFFER_TOO_LARGE';
}
