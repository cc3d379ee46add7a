/** A request of the element and its response, as the log shows it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: string;
  /** Undefined if there was no response. */
  readonly status: number | undefined;
  readonly response: string;
  readonly ms: number;
}

/** What `loggedFetch` depends on. */
export interface LoggedFetchOptions {
  /** The problem to simulate now. */
  readonly problem: () => string;
  /** The access token of the account flow. */
  readonly accessToken: () => string;
  readonly onExchange: (exchange: Exchange) => void;
}

const SLOW_MS = 3_000;

/** The responses of servers that are not the proxy, by problem. */
const WRONG_SERVERS: Readonly<Record<string, () => Response>> = {
  'no-proxy': () => new Response('Not found', { status: 404 }),
  'wrong-page': () => new Response('<!doctype html><title>Home</title>'),
};

/** Creates a `fetch` for the element that simulates connection problems and reports every request. */
export const loggedFetch =
  ({ problem, accessToken, onExchange }: LoggedFetchOptions): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    // In the account flow, a host's fetcher adds the access token like this.
    if (request.url.includes('/v1/user')) request.headers.set('authorization', `Bearer ${accessToken()}`);
    const startedAt = performance.now();
    const { method } = request;
    const path = request.url.replace(location.origin, '');
    const body = await request.clone().text();
    const report = (status: number | undefined, text: string) => {
      const ms = Math.round(performance.now() - startedAt);
      onExchange({ method, path, request: body, status, response: text, ms });
    };
    try {
      if (problem() === 'offline') throw new TypeError('Failed to fetch');
      if (problem() === 'slow') await delay(SLOW_MS, request.signal);
      const response = WRONG_SERVERS[problem()]?.() ?? (await fetch(request));
      if (response.headers.get('content-type') === 'text/event-stream')
        void reportStream(response.clone(), (text) => report(response.status, text));
      else report(response.status, maskSessionUrl(await response.clone().text()));
      return response;
    } catch (error) {
      report(undefined, error instanceof Error ? error.name : 'failed');
      throw error;
    }
  };

/** Reports that an event stream was opened, each notice, and its end. Heartbeats are left out. */
async function reportStream({ body }: Response, report: (text: string) => void): Promise<void> {
  report('push: open');
  try {
    for await (const text of body?.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>)
      if (text.includes('data:')) report('push: status may have changed');
  } catch {
    // The element has aborted it.
  }
  report('push: closed');
}

/** Keeps the origin of a session URL only, because whoever has the URL can open the session. */
export const maskSessionUrl = (body: string): string =>
  body.replace(/("sessionUrl"\s*:\s*"[a-z]+:\/\/[^/"]+)[^"]*/g, '$1/…');

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
