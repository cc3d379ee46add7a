import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answered } from './asked.js';
import type { FetchHandler, KycProxy } from './handler.js';
import { incomingRequest } from './incoming.js';
import { AskedOfNode, headersOf, parsedBody, lineOf, urlOf, type NodeRequest } from './node-asked.js';

export { keepAlive } from './keep-alive.js';
export type { NodeRequest } from './node-asked.js';

/**
 * Fits the proxy, or any fetch handler, to `http.createServer`, Connect and Express:
 * `app.use('/api/baanx', toNodeHandler(proxy))`. Whatever is mounted is answered, so nothing is passed on to a next
 * middleware. Answers 400 where the request line makes no URL, 501 to a method that a `Request` can't have (TRACE),
 * 500 where the handler throws; never throws itself. The answer's body is sent in one piece.
 */
export function toNodeHandler(
  handler: FetchHandler | KycProxy,
): (req: NodeRequest, res: ServerResponse) => void {
  const answer = 'answer' in handler ? direct(handler) : overRequest(handler);
  return (req, res) => void serve(answer, req, res);
}

type Answer = (req: NodeRequest, res: ServerResponse, url: string) => Promise<void>;

async function serve(answer: Answer, req: NodeRequest, res: ServerResponse): Promise<void> {
  try {
    const url = urlOf(req);
    if (url === undefined) refuse(400, req, res);
    else if (req.method === 'TRACE' || req.method === 'CONNECT') refuse(501, req, res);
    else await answer(req, res, url);
  } catch {
    if (res.headersSent) res.destroy();
    else refuse(500, req, res);
  }
}

/** The proxy is asked without the web's classes in between, at half the cost. */
function direct(proxy: KycProxy): Answer {
  return async (req, res, url) => {
    write(req, res, await proxy.answer(new AskedOfNode(req, res, url)));
  };
}

function overRequest(handler: FetchHandler): Answer {
  return async (req, res, url) => {
    const { method = 'GET' } = req;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const init: RequestInit & { duplex: 'half' } = { method, headers: headersOf(req), duplex: 'half' };
    const response = await handler(
      incomingRequest(
        url,
        hasBody ? { ...init, body: parsedBody(req) ?? streamOf(req) } : init,
        lineOf(res),
        req.socket.remoteAddress,
      ),
    );
    const body = Buffer.from(await response.arrayBuffer());
    const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
    const cookies = response.headers.getSetCookie();
    if (cookies.length) headers['set-cookie'] = cookies;
    write(req, res, { status: response.status, headers, body });
  };
}

function streamOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  // Not `Readable.toWeb`: cancelling that destroys the socket, and with it the answer that says why.
  const chunks = req.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = (await chunks.next()) as IteratorResult<Uint8Array, undefined>;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

const TEXTS = { 400: 'Malformed request', 500: 'The server failed', 501: 'Method not implemented' };

function refuse(status: keyof typeof TEXTS, req: IncomingMessage, res: ServerResponse): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  write(req, res, { status, headers, body: JSON.stringify({ message: TEXTS[status] }) });
}

/** An answer in full, whose body may be bytes and whose headers may come more than once. */
type Written = Omit<Answered, 'headers' | 'body'> & {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer | null;
};

function write(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Written): void {
  res.statusCode = status;
  for (const name in headers) res.setHeader(name, headers[name] ?? '');
  // The rest of a body that nobody wants to read would be taken for the next request (HTTP/2 has streams).
  if (!req.complete && req.httpVersionMajor < 2) res.setHeader('connection', 'close');
  res.end(body ?? undefined);
}
