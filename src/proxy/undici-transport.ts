import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Agent, Dispatcher } from 'undici';
import { loadPackage } from './optional-package.js';
import { MAX_RESPONSE_BYTES, type Transport } from './transport.js';

/** No longer than most servers keep an idle connection open. */
const IDLE_CONNECTION_MS = 4_000;

/** A transport over undici's connection pool. */
export interface UndiciTransport extends Transport {
  /** The pool's connections and requests now; zeros before the first request. */
  stats(): Readonly<Record<'connected' | 'free' | 'queued' | 'running', number>>;
  /** Closes the connections once their requests have finished. */
  close(): Promise<void>;
}

/**
 * The transport for Node: it keeps connections to Baanx open and takes a fraction of the processor time of the
 * built-in `fetch`. Needs `undici`.
 */
export function undiciTransport(): UndiciTransport {
  let agent: Agent | undefined;
  const loading = loadPackage('undiciTransport', 'undici', async () => {
    const { Agent, request } = await import('undici');
    // The request's signal is the only time limit.
    agent = new Agent({
      keepAliveTimeout: IDLE_CONNECTION_MS,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: MAX_RESPONSE_BYTES,
    });
    return request;
  });
  const transport: Transport = async ({ url, method, headers, body, signal }) => {
    const request = await loading;
    const response = await request(url, {
      ...(agent && { dispatcher: agent }),
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      body: body ?? null,
      signal,
    });
    const { statusCode: status } = response;
    const retryAfter = [response.headers['retry-after']].flat()[0] ?? null;
    if (status >= 200 && status <= 299) return { status, retryAfter, text: await readText(response) };
    // Reading a short body to its end keeps the connection. One that fails meanwhile changes nothing.
    void response.body.dump({ limit: MAX_RESPONSE_BYTES, signal }).catch(() => undefined);
    return { status, retryAfter, text: undefined };
  };
  return Object.assign(transport, {
    stats() {
      const total = { connected: 0, free: 0, queued: 0, running: 0 };
      for (const pool of Object.values(agent?.stats ?? {})) {
        for (const state of Object.keys(total) as (keyof typeof total)[]) {
          total[state] += Number(Reflect.get(pool, state) ?? 0);
        }
      }
      return total;
    },
    async close() {
      await loading;
      await agent?.close();
    },
  });
}

async function readText({ body, headers }: Dispatcher.ResponseData): Promise<string | undefined> {
  try {
    const bytes = Buffer.from(await body.arrayBuffer());
    return new TextDecoder().decode(decompress(bytes, headers['content-encoding']));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

const DECODERS: ReadonlyMap<unknown, (bytes: Buffer, limit: { maxOutputLength: number }) => Buffer> = new Map(
  [
    ['gzip', gunzipSync],
    ['deflate', inflateSync],
    ['br', brotliDecompressSync],
  ],
);

/** Servers and gateways may compress although the request asks for `identity`. Throws if the data is broken. */
const decompress = (bytes: Buffer, encoding: string | string[] | undefined): Buffer =>
  DECODERS.get(encoding)?.(bytes, { maxOutputLength: MAX_RESPONSE_BYTES }) ?? bytes;
