import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { isLoopback } from './context.js';
import type { Fetch } from './requests.js';

/**
 * `fetch` for the doctor's requests in Node. Unlike the built-in one it accepts the self-signed certificate of a server
 * on this machine; with `isInsecure` it accepts any.
 */
export const nodeFetch =
  (isInsecure: boolean): Fetch =>
  (url, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const options = {
        method,
        headers: Object.fromEntries(new Headers(headers)),
        // Connections are not kept alive, so that the process exits after its last request.
        agent: false,
        ...(signal && { signal }),
      };
      const onResponse = (message: IncomingMessage) => resolve(responseOf(message));
      const outgoing =
        target.protocol === 'https:'
          ? requestHttps(
              target,
              { ...options, rejectUnauthorized: !isInsecure && !isLoopback(target) },
              onResponse,
            )
          : requestHttp(target, options, onResponse);
      outgoing.once('error', (error) => reject(signal?.aborted ? (signal.reason as Error) : error));
      outgoing.end(typeof body === 'string' ? body : undefined);
    });

/** Statuses without a body: with one, `Response` throws. */
const BODILESS = [204, 205, 304];

function responseOf(message: IncomingMessage): Response {
  const { statusCode = 0 } = message;
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2)
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
  const isBodiless = BODILESS.includes(statusCode);
  if (isBodiless) message.resume();
  // A status outside of this range cannot be a `Response`, and no server sends one on purpose.
  const status = statusCode >= 200 && statusCode <= 599 ? statusCode : 502;
  return new Response(isBodiless ? null : (Readable.toWeb(message) as ReadableStream), { status, headers });
}
