import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked } from './asked.js';
import { incomingRequest } from './incoming.js';
import { Lifeline } from './lifeline.js';

/** `http`'s request, with what Connect, Express and their body parsers add to it. */
export type NodeRequest = IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown };

/** The request's target. Connect strips the path that it is mounted at from `url`; the handler compares the whole one. */
const targetOf = (req: NodeRequest): string => req.originalUrl ?? req.url ?? '';

/** The absolute URL; undefined where the request line and the host make none. */
export function urlOf(req: NodeRequest): string | undefined {
  const path = targetOf(req);
  const scheme = 'encrypted' in req.socket ? 'https' : 'http';
  const host = req.headers.host ?? String(req.headers[':authority']);
  // Neither the absolute form of a request to a forward proxy, nor a host that would swallow the path.
  if (!path.startsWith('/') || !/^[\w.:[\]-]+$/.test(host)) return undefined;
  const url = `${scheme}://${host}${path}`;
  return URL.canParse(url) ? url : undefined;
}

/** The headers without HTTP/2's pseudo headers, which are none to `Headers`. */
export function headersOf({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(':')) for (const one of [value ?? []].flat()) result.append(name, one);
  }
  return result;
}

/** Cut when the client goes before it has its answer. */
export function lineOf(res: ServerResponse): Lifeline {
  const line = new Lifeline();
  res.once('close', () => {
    if (!res.writableFinished) line.cut(new DOMException('The client has gone', 'AbortError'));
  });
  return line;
}

/** What a body parser in front (`express.json()`) has left: it read the stream to its end. */
export const parsedBody = (req: NodeRequest): string | undefined =>
  req.readableEnded && req.body !== undefined ? JSON.stringify(req.body) : undefined;

/** Node's request, seen as the proxy sees one. */
export class AskedOfNode implements Asked {
  readonly url: string;
  readonly path: string;
  readonly query: string;
  readonly line: Lifeline;
  readonly #req: NodeRequest;
  #request: Request | undefined;

  constructor(req: NodeRequest, res: ServerResponse, url: string) {
    this.#req = req;
    this.url = url;
    // Not out of the URL, which would have `\` for a slash and resolve dots: what stood in front did not see it so.
    const target = targetOf(req);
    const end = target.indexOf('?');
    this.path = end < 0 ? target : target.slice(0, end);
    this.query = end < 0 ? '' : target.slice(end);
    this.line = lineOf(res);
  }

  get method(): string {
    return this.#req.method ?? 'GET';
  }

  get address(): string | undefined {
    return this.#req.socket.remoteAddress;
  }

  get request(): Request {
    return (this.#request ??= incomingRequest(
      this.url,
      { method: this.method, headers: headersOf(this.#req) },
      this.line,
      this.address,
    ));
  }

  get isBodyTaken(): boolean {
    return this.#req.readableEnded && this.#req.body === undefined;
  }

  header(name: string): string | null {
    const value = this.#req.headers[name.toLowerCase()];
    return (Array.isArray(value) ? value.join(', ') : value) ?? null;
  }

  text(limit: number, line: Lifeline): Promise<string | undefined> {
    const req = this.#req;
    const parsed = parsedBody(req);
    if (parsed !== undefined) return Promise.resolve(parsed.length > limit ? undefined : parsed);
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const read = (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > limit) end(() => resolve(undefined));
      };
      const finish = () => end(() => resolve(Buffer.concat(chunks).toString()));
      const fail = (error?: Error) => end(() => reject(error ?? new Error('The client has gone')));
      const end = (settle: () => void) => {
        req.off('data', read).off('end', finish).off('error', fail).off('close', fail).pause();
        settle();
      };
      req.on('data', read).on('end', finish).on('error', fail).on('close', fail);
      line.onCut(fail);
    });
  }
}
