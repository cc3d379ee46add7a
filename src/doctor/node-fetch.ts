import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isLoopback } from './context.js';
import { ResponseError } from './request-failure.js';
import type { Fetch } from './requests.js';

/** As much as Chromium accepts. */
const MAX_HEADER_BYTES = 256 * 1024;

/**
 * `fetch` for the doctor's requests in Node. Unlike the built-in one it accepts the self-signed certificate of a server
 * on this machine; with `isInsecure` it accepts any.
 * @param userAgent sent where the request has no `User-Agent` of its own
 */
export const nodeFetch =
  (isInsecure: boolean, userAgent = 'baanx-kyc-doctor'): Fetch =>
  (url, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const options = {
        method,
        headers: { 'user-agent': userAgent, ...Object.fromEntries(new Headers(headers)) },
        maxHeaderSize: MAX_HEADER_BYTES,
        // Connections are not kept alive, so that the process exits after its last request.
        agent: false,
        ...(signal && { signal }),
      };
      // Whatever `responseOf` throws rejects this promise.
      const onResponse = (message: IncomingMessage) => resolve(Promise.resolve(message).then(responseOf));
      const outgoing =
        target.protocol === 'https:'
          ? requestHttps(
              target,
              { ...options, rejectUnauthorized: !isInsecure && !isLoopback(target) },
              onResponse,
            )
          : requestHttp(target, options, onResponse);
      // Node emits no response for 101 Switching Protocols.
      outgoing.on('upgrade', (message, socket) => {
        socket.destroy();
        onResponse(message);
      });
      outgoing.on('error', (error) => reject(signal?.aborted ? (signal.reason as Error) : error));
      outgoing.end(typeof body === 'string' ? body : undefined);
    });

/** Statuses without a body: with one, `Response` throws. */
const BODILESS = [204, 205, 304];

function responseOf(message: IncomingMessage): Response {
  const { statusCode = 0 } = message;
  if (statusCode < 200 || statusCode > 599)
    throw new ResponseError({
      kind: 'other',
      text: `it returns the status ${statusCode}, which cannot end a request`,
    });
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2)
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
  const isBodiless = BODILESS.includes(statusCode);
  if (isBodiless) message.resume();
  const body = isBodiless ? null : ReadableStream.from(decoded(message, headers.get('content-encoding')));
  return new Response(body as globalThis.ReadableStream | null, { status: statusCode, headers });
}

/** The decoder for a `Content-Encoding`, if it was requested. Like browsers, it accepts a body that ends too early. */
function decoderOf(encoding: string): Transform | undefined {
  switch (encoding) {
    case 'gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'deflate':
      return createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}

/** The body as its `Content-Encoding` says. A list, or an encoding that was not requested, stays as it is. */
function decoded(message: IncomingMessage, encoding: string | null): Readable {
  const decoder = decoderOf((encoding ?? '').trim().toLowerCase());
  // The reader of the decoded body receives the error.
  return decoder ? pipeline(message, decoder, () => undefined) : message;
}
