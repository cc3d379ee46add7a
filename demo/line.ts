/** One request of the element's and its answer, as the log may show it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: string;
  /** Undefined where there was no answer. */
  readonly status: number | undefined;
  readonly answer: string;
  readonly ms: number;
}

/** What the line is told: how it is at the moment, and the applicant of the account flow. */
export interface LineState {
  readonly trouble: () => string;
  readonly bearer: () => string;
  readonly tell: (exchange: Exchange) => void;
}

const SLOW = 3_000;

/** Who answers in place of the proxy, by the trouble. */
const STRANGERS: Readonly<Record<string, () => Response>> = {
  'no-proxy': () => new Response('Not found', { status: 404 }),
  'wrong-page': () => new Response('<!doctype html><title>Home</title>'),
};

/** A `fetch` for the element over a line that can be bad, and that tells of everything on it. */
export const line =
  ({ trouble, bearer, tell }: LineState): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    // Who is logged in: in the account flow a host's own fetcher would add the same.
    if (request.url.includes('/v1/user')) request.headers.set('authorization', `Bearer ${bearer()}`);
    const started = performance.now();
    const { method } = request;
    const path = request.url.replace(location.origin, '');
    const body = await request.clone().text();
    const say = (status: number | undefined, answer: string) =>
      tell({ method, path, request: body, status, answer, ms: Math.round(performance.now() - started) });
    try {
      if (trouble() === 'offline') throw new TypeError('Failed to fetch');
      if (trouble() === 'slow') await wait(SLOW, request.signal);
      const response = STRANGERS[trouble()]?.() ?? (await fetch(request));
      say(response.status, masked(await response.clone().text()));
      return response;
    } catch (error) {
      say(undefined, error instanceof Error ? error.name : 'failed');
      throw error;
    }
  };

/** A session URL lets in whoever has it: of that, only the host is shown. */
export const masked = (answer: string): string =>
  answer.replace(/("sessionUrl"\s*:\s*"[a-z]+:\/\/[^/"]+)[^"]*/g, '$1/…');

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
