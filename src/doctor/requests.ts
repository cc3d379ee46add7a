/** Sends a request. Like `fetch`, but never follows a redirect. Rejects if there is no response. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A response whose body was read. */
export interface HttpResponse {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, if it is JSON. */
  readonly json: unknown;
  readonly durationMs: number;
  /** For a stream: whether it ended soon after its first bytes. */
  readonly hasEnded?: boolean;
}

/** How long a stream is watched after its first bytes, in ms. */
const WATCH_MS = 1_000;

/** Why there is no response. `text` is a sentence without its full stop. */
export interface RequestFailure {
  readonly kind: 'timeout' | 'refused' | 'certificate' | 'host' | 'other';
  readonly text: string;
}

export type HttpResult =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly failure: RequestFailure };

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
  async send(url: URL, message: RequestOptions = {}): Promise<HttpResult> {
    const started = performance.now();
    return this.#attempt(url, message, async (response) => {
      const text = await response.text();
      const durationMs = Math.round(performance.now() - started);
      const { status, headers } = response;
      return { url, status, headers, text, json: jsonOf(text), durationMs };
    });
  }

  /** Requests a public file, only once for all checks. */
  file(url: URL): Promise<HttpResult> {
    const known = this.#files.get(url.href);
    if (known) return known;
    const result = this.send(url);
    this.#files.set(url.href, result);
    return result;
  }

  /** Sends a request for a stream that never ends: reads its first bytes, and watches whether it stays open. Never rejects. */
  async sendForStream(url: URL, message: RequestOptions = {}): Promise<HttpResult> {
    const started = performance.now();
    return this.#attempt(url, message, async (response) => {
      const reader = response.body?.getReader();
      const first = await reader?.read();
      const durationMs = Math.round(performance.now() - started);
      const hasEnded = first?.done !== false || (await endsWithin(reader, WATCH_MS));
      // The connection may break while it is being closed; there is nothing left to read.
      void reader?.cancel().catch(() => undefined);
      const text = new TextDecoder().decode(first?.value);
      const { status, headers } = response;
      return { url, status, headers, text, json: jsonOf(text), durationMs, hasEnded };
    });
  }

  async #attempt(
    url: URL,
    message: RequestOptions,
    read: (response: Response) => Promise<HttpResponse>,
  ): Promise<HttpResult> {
    const { method = 'GET', headers, body, isAuthorized = false } = message;
    this.sent.push({ method, url: withoutQuery(url) });
    const isOwn = isAuthorized && this.isTrusted(url);
    const signal = AbortSignal.timeout(this.#timeout);
    const request = async () => {
      const response = await this.#fetch(url.href, {
        method,
        headers: { ...(isOwn && this.#ownHeaders), ...headers },
        redirect: 'manual',
        signal,
        ...(body !== undefined && { body }),
      });
      return read(response);
    };
    try {
      return { ok: true, response: await Promise.race([request(), aborted(signal)]) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, this.#timeout) };
    }
  }
}

/** Whether the stream ends or its connection breaks within `ms`. */
async function endsWithin(reader: StreamReader | undefined, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const staysOpen = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ends = async () => {
    while (reader && !(await reader.read()).done);
    return true;
  };
  try {
    return await Promise.race([staysOpen, ends().catch(() => true)]);
  } finally {
    clearTimeout(timer);
  }
}

type StreamReader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read'>;

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

/** What the codes of Node and OpenSSL mean. */
const CODES: Readonly<Record<string, RequestFailure>> = {
  ECONNREFUSED: { kind: 'refused', text: 'nothing is listening there (ECONNREFUSED)' },
  ECONNRESET: { kind: 'other', text: 'the connection was closed without a response (ECONNRESET)' },
  ENOTFOUND: { kind: 'host', text: 'the host name does not exist (ENOTFOUND)' },
  EAI_AGAIN: { kind: 'host', text: 'the host name could not be resolved (EAI_AGAIN)' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { kind: 'certificate', text: 'its certificate is self-signed' },
  SELF_SIGNED_CERT_IN_CHAIN: { kind: 'certificate', text: 'its certificate is self-signed' },
  CERT_HAS_EXPIRED: { kind: 'certificate', text: 'its certificate has expired' },
  ERR_TLS_CERT_ALTNAME_INVALID: { kind: 'certificate', text: 'its certificate is for another host name' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    kind: 'certificate',
    text: 'its certificate chain is incomplete: the server must send the intermediate certificate too',
  },
};

function failureOf(error: unknown, timeout: number): RequestFailure {
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'timeout', text: `there was no response within ${timeout / 1000} s` };
  const { code } = Object((error as Error | null)?.cause ?? error) as { code?: string };
  const known = code === undefined ? undefined : CODES[code];
  return known ?? { kind: 'other', text: `the request failed (${code ?? withoutUrls(String(error))})` };
}

/** `fetch` writes the whole URL into its message if the URL contains a password. */
const withoutUrls = (message: string): string => message.replace(/https?:\/\/\S+/g, '…');

/** A URL as it is printed: without user name, password, query and hash, which may contain secrets. */
export const withoutQuery = (url: URL): string => url.origin + url.pathname;
