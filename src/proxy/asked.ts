import { readCapped } from './capped-body.js';
import { addressOfConnection } from './incoming.js';
import { Lifeline } from './lifeline.js';
import type { HeaderRecord } from './refusal.js';

/**
 * A request, as far as the proxy wants to know. Between a server's own request and the proxy's answer there is no
 * need for the web's classes, which cost more than all the rest together.
 */
export interface Asked {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Without the query, and as it came wherever that can be known: nothing decoded, no dots resolved. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  /** Cut when the client goes. */
  readonly line: Lifeline;
  /** Of the other end of the connection, where it is known. */
  readonly address: string | undefined;
  /** The same for the host's hooks, made at the first need; its body may be missing. */
  readonly request: Request;
  /** Whether somebody in front has read the body, and left nothing. */
  readonly isBodyTaken: boolean;
  header(name: string): string | null;
  /** The body; undefined where it is longer than `limit` bytes. Throws what the stream throws, and once the line is cut. */
  text(limit: number, line: Lifeline): Promise<string | undefined>;
}

/** An answer in full. */
export interface Answered {
  readonly status: number;
  readonly headers: HeaderRecord;
  readonly body: string | null;
}

/** A web-standard request, seen so. */
export class AskedByRequest implements Asked {
  readonly request: Request;
  readonly path: string;
  readonly query: string;
  readonly line = new Lifeline();

  constructor(request: Request) {
    this.request = request;
    const { pathname, search } = new URL(request.url);
    this.path = pathname;
    this.query = search;
    const { signal } = request;
    const cut = () => this.line.cut(new DOMException('The client has gone', 'AbortError'));
    if (signal.aborted) cut();
    else signal.addEventListener('abort', cut, { once: true });
  }

  get method(): string {
    return this.request.method;
  }

  get url(): string {
    return this.request.url;
  }

  get address(): string | undefined {
    return addressOfConnection(this.request);
  }

  get isBodyTaken(): boolean {
    return this.request.bodyUsed;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  async text(limit: number, line: Lifeline): Promise<string | undefined> {
    const { request } = this;
    // Firefox has no `Request.body`, and runs this in the playground's service worker.
    const { body } = Reflect.has(request, 'body') ? request : new Response(await request.blob());
    return readCapped(body, limit, line);
  }
}
