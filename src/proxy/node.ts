import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { REQUEST_ID_HEADER, type ErrorBody } from '../baanx/wire.js';
import type { FetchHandler } from './handler.js';
import { createRequestId } from './log.js';
import { loadPackage } from './optional-package.js';

export { createMetrics, type ProxyMetrics } from './process/metrics.js';
export { undiciTransport, type UndiciTransport } from './undici-transport.js';

/** Node's request, with what Connect, Express and their body parsers add to it. */
export type NodeRequest = (IncomingMessage | Http2ServerRequest) & {
  originalUrl?: string;
  body?: unknown;
  rawBody?: unknown;
};
/** Node's response, of HTTP/1 or HTTP/2. */
export type NodeResponse = ServerResponse | Http2ServerResponse;

/**
 * Adapts the proxy, or any fetch handler, to `http.createServer`, `http2`, Connect, Express and Fastify's raw
 * requests: `app.use('/api/baanx', toNodeHandler(proxy))`. It answers every request that reaches it, and calls no next
 * middleware. Needs `@hono/node-server` and `hono`.
 *
 * By default, the library replaces the global `Request` and `Response` with its own compatible classes, which take a
 * fraction of the time. To prevent this, pass `overrideGlobalObjects: false`.
 */
export function toNodeHandler(
  handler: FetchHandler,
  { overrideGlobalObjects = true }: { readonly overrideGlobalObjects?: boolean } = {},
): (req: NodeRequest, res: NodeResponse) => void {
  const loading = loadPackage('toNodeHandler', '@hono/node-server hono', () => import('@hono/node-server'));
  const listening = loading.then(({ getRequestListener, RequestError }) =>
    getRequestListener((request, { incoming, outgoing }) => handle(handler, request, incoming, outgoing), {
      overrideGlobalObjects,
      errorHandler(error) {
        if (error instanceof RequestError) return refuse(400, 'malformed-request', 'Malformed request');
        const response = refuse(500, 'proxy-error', 'The server failed');
        const reference = response.headers.get(REQUEST_ID_HEADER);
        console.error(`toNodeHandler: the handler threw an error (${reference})`, error);
        return response;
      },
    }),
  );
  return (req, res) =>
    void listening.then((listener) => {
      restoreRequest(req);
      return listener(req, res);
    });
}

async function handle(
  handler: FetchHandler,
  request: Request,
  req: NodeRequest,
  res: NodeResponse,
): Promise<Response> {
  // URL parsers resolve dots and backslashes. A server in front may have checked the path as it was sent.
  if (new URL(request.url).pathname !== req.url?.split('?', 1)[0]) {
    return refuse(400, 'malformed-request', 'Malformed request');
  }
  const isBodyLost = req.readableDidRead && req.rawBody === undefined;
  if (isBodyLost) Object.defineProperty(request, 'bodyUsed', { value: true });
  const response = await handler(request, {
    remoteAddress: req.socket.remoteAddress,
    isBodyRebuilt: rebuiltBodies.has(req),
  });
  // What the client still sends would be taken for its next request. HTTP/2 has streams.
  if (!req.complete && req.httpVersionMajor < 2) res.setHeader('connection', 'close');
  return response;
}

/** The requests whose body was made from what a parser left. */
const rebuiltBodies = new WeakSet<NodeRequest>();

/** Undoes what servers and frameworks in front have done to Node's request. */
function restoreRequest(req: NodeRequest): void {
  const { body, rawBody, headers, originalUrl } = req;
  // Connect strips the mount path from `url`; the proxy compares the whole path.
  if (originalUrl !== undefined) req.url = originalUrl;
  // Emulated requests (`serverless-http`) have `headers` alone.
  if (req.rawHeaders.length === 0) {
    const rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
    Object.assign(req, { rawHeaders });
  }
  // `express.json`, `express.text` and `express.raw` have read the stream, and left the result in `body`. The library
  // takes such a body from `rawBody`, as cloud functions provide it.
  if (!req.readableDidRead || body === undefined || rawBody !== undefined) return;
  if (Buffer.isBuffer(body)) req.rawBody = body;
  else if (typeof body === 'string') req.rawBody = Buffer.from(body);
  else rebuildBody(req);
}

function rebuildBody(req: NodeRequest): void {
  try {
    req.rawBody = Buffer.from(JSON.stringify(req.body));
    rebuiltBodies.add(req);
  } catch {
    // JSON has no BigInt, which some parsers make of long numbers. The body counts as lost.
  }
}

/** No browser sends a path or a host that ends here, so no page needs CORS headers to read it. */
const refuse = (status: number, code: ErrorBody['code'], message: string): Response =>
  new Response(JSON.stringify({ message, code } satisfies ErrorBody), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      [REQUEST_ID_HEADER]: createRequestId(),
    },
  });
