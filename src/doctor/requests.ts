import { closeBody, readBody, readChunks, type BodyReader } from './body.js';
import { failureOf, type RequestFailure } from './request-failure.js';
import { shownUrl } from './shown-url.js';
import { within } from './time-limit.js';

/**
 * Sends a request. Like `fetch`, it decodes the body as `Content-Encoding` says; unlike it, it never follows a redirect.
 * Rejects if there is no response.
 */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A response whose body was read. */
export interface HttpResponse {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The body, decoded as UTF-8. */
  readonly text: string;
  /** The body, if it is JSON. */
  readonly json: unknown;
  readonly durationMs: number;
}

/** The beginning of a stream. */
export interface StreamResponse extends HttpResponse {
  /** Whether no byte arrived in time, or it ended soon after its first bytes, or it stayed open. */
  readonly stream: 'silent' | 'ended' | 'open';
}

/** A response, or why there is none. */
export type HttpResult<R extends HttpResponse = HttpResponse> =
  | { readonly ok: true; readonly response: R }
  | { readonly ok: false; readonly failure: RequestFailure; readonly url: URL };

/** What was sent, without queries, bodies and headers, because these may contain an onboarding ID or a cookie. */
export interface SentRequest {
  /** The HTTP method. */
  readonly method: string;
  /** The URL without its query. */
  readonly url: string;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether to add the person's own headers, such as a cookie, if the origin is trusted. */
  readonly isAuthorized?: boolean;
}

/** How long a stream is watched after its first bytes, in ms. */
const WATCH_MS = 1_000;

const MAX_REDIRECTS = 10;

/** What browsers send. A server may compress, and so buffer, only for them. */
const ACCEPT_ENCODING = 'gzip, deflate, br';

/** Sends the doctor's requests, and keeps a list of them. */
export class Requests {
  readonly sent: SentRequest[] = [];
  readonly #files = new Map<string, Promise<HttpResult>>();
  readonly #fetch: Fetch;
  readonly #timeout: number;
  readonly #ownHeaders: Readonly<Record<string, string>>;
  readonly #trustedOrigins = new Set<string>();

  /**
   * @param timeout ms for a whole request
   * @param ownHeaders additional headers of a signed-in person's browser, such as a cookie. They are sent to trusted
   *   origins only.
   */
  constructor(fetch: Fetch, timeout: number, ownHeaders: Readonly<Record<string, string>>) {
    this.#fetch = fetch;
    this.#timeout = timeout;
    this.#ownHeaders = ownHeaders;
  }

  /** Lets the own headers be sent to the URL's origin. */
  trust(url: URL): void {
    this.#trustedOrigins.add(url.origin);
  }

  isTrusted(url: URL): boolean {
    return this.#trustedOrigins.has(url.origin);
  }

  /** Sends a request and reads the whole response. Never rejects. */
  async send(url: URL, options: RequestOptions = {}): Promise<HttpResult> {
    const started = performance.now();
    return this.#attempt(url, options, async (response) =>
      responseOf(url, response, await readBody(response), started),
    );
  }

  /** Sends a GET request, and follows redirects as a browser does. The response has the last URL. Never rejects. */
  async follow(requested: URL, options: RequestOptions = {}): Promise<HttpResult> {
    let url = requested;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const result = await this.send(url, options);
      const next = result.ok ? redirectOf(result.response) : undefined;
      if (next === undefined) return result;
      if (!isHttp(next)) {
        const text = `it redirects to a URL that is neither http nor https (${next.protocol})`;
        return { ok: false, url, failure: { kind: 'redirects', text } };
      }
      url = next;
    }
    const text = `it redirects more than ${MAX_REDIRECTS} times`;
    return { ok: false, url, failure: { kind: 'redirects', text } };
  }

  /** Requests a public file, only once for all checks, and follows redirects. The first request's headers count. */
  file(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<HttpResult> {
    const known = this.#files.get(url.href);
    if (known) return known;
    const result = this.follow(url, { headers });
    this.#files.set(url.href, result);
    return result;
  }

  /**
   * Sends a request for a stream that never ends: reads its first bytes within the time limit, and then watches for a
   * second whether it stays open. Never rejects.
   */
  async sendForStream(url: URL, options: RequestOptions = {}): Promise<HttpResult<StreamResponse>> {
    const started = performance.now();
    return this.#attempt(url, options, async (response, stopTimer) => {
      stopTimer();
      const reader = (response.body ?? new Blob([]).stream()).getReader();
      const timeLeft = Math.max(0, this.#timeout - (performance.now() - started));
      const first = await within(timeLeft, reader.read());
      const bytes = first === 'timeout' ? undefined : first.value;
      const start = responseOf(url, response, bytes ?? new Uint8Array(), started);
      const stream = first === 'timeout' ? 'silent' : await watch(reader, first.done);
      closeBody(reader);
      return { ...start, stream };
    });
  }

  async #attempt<R extends HttpResponse>(
    url: URL,
    options: RequestOptions,
    read: (response: Response, stopTimer: () => void) => Promise<R>,
  ): Promise<HttpResult<R>> {
    const { method = 'GET', headers, body, isAuthorized = false } = options;
    this.sent.push({ method, url: shownUrl(url) });
    const isOwn = isAuthorized && this.isTrusted(url);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException('', 'TimeoutError')), this.#timeout);
    const stopTimer = () => clearTimeout(timer);
    const request = async () => {
      const response = await this.#fetch(url.href, {
        method,
        headers: { 'accept-encoding': ACCEPT_ENCODING, ...(isOwn && this.#ownHeaders), ...headers },
        redirect: 'manual',
        signal: limit.signal,
        ...(body !== undefined && { body }),
      });
      return read(response, stopTimer);
    };
    try {
      return { ok: true, response: await Promise.race([request(), aborted(limit.signal)]) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, this.#timeout), url };
    } finally {
      stopTimer();
      // Closes the connection of a response that was not read to its end.
      limit.abort();
    }
  }
}

function responseOf(url: URL, response: Response, body: Uint8Array, started: number): HttpResponse {
  const { status, headers } = response;
  const text = new TextDecoder().decode(body);
  const durationMs = Math.round(performance.now() - started);
  return { url, status, headers, body, text, json: jsonOf(text), durationMs };
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Whether a response sends the browser to another URL. */
export const isRedirect = ({ status, headers }: HttpResponse): boolean =>
  REDIRECTS.includes(status) && headers.has('location');

/** Where a response redirects to, if it does. */
export function redirectOf(response: HttpResponse): URL | undefined {
  const { headers, url } = response;
  const location = headers.get('location') ?? '';
  if (!isRedirect(response) || !URL.canParse(location, url.href)) return undefined;
  return new URL(location, url);
}

/** Whether a request can be sent to the URL. */
export const isHttp = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

/** Whether a stream ends, or its connection breaks, while it is watched. */
async function watch(reader: BodyReader, isDone: boolean): Promise<'ended' | 'open'> {
  if (isDone) return 'ended';
  const end = await within(
    WATCH_MS,
    readChunks(reader).catch(() => true),
  );
  return end === true ? 'ended' : 'open';
}

/** Rejects when the signal aborts, for a `fetch` whose body does not. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
