import type { BaanxPort } from '../flow/ports.js';
import { failed, success, type Failure, type Result } from './result.js';
import { failureFor, referenceOf } from './response-failure.js';
import {
  asVerificationState,
  EVENTS_ROUTE,
  fieldOf,
  ROUTES,
  SCRIPT_HEADER,
  type BaanxFlow,
  type Route,
} from './wire.js';

/** How long a request may take, in ms. */
export const REQUEST_TIMEOUT_MS = 10_000;

/** How long the event stream may be silent, in ms. The proxy sends a heartbeat every 15 s. */
const MAX_SILENCE_MS = 40_000;

export interface ClientOptions {
  readonly flow: BaanxFlow;
  /** Needed for `registration` only. */
  readonly onboardingId: string;
  /** Base URL of the proxy, relative to the page or absolute. */
  readonly proxyUrl: string;
  /** Sends `x-us-env: true`. */
  readonly usEnv: boolean;
  readonly fetcher: typeof fetch;
  /** Warns the developer of what does not end the flow. */
  readonly warn?: (text: string) => void;
}

/** A client of the proxy for one onboarding or account. Its methods never reject: they return a failure. */
export function createClient(options: ClientOptions): BaanxPort {
  const { flow, onboardingId } = options;
  const routes = ROUTES[flow];
  const isRegistration = flow === 'registration';
  return {
    async createSession(signal) {
      const body = isRegistration ? { onboardingId } : undefined;
      const result = await request(options, routes.session, signal, body);
      if (!result.ok) return result;
      const url = fieldOf(result.value, 'sessionUrl');
      return typeof url === 'string' ? success(url) : failed({ code: 'bad-response', status: 200 });
    },
    async readStatus(signal) {
      const query = isRegistration ? `?${new URLSearchParams({ onboardingId })}` : '';
      const result = await request(options, { ...routes.status, path: routes.status.path + query }, signal);
      if (!result.ok) return result;
      return success({
        verificationState: asVerificationState(fieldOf(result.value, 'verificationState')),
        suggestsSubmission: fieldOf(result.value, 'submitted') === true,
      });
    },
    listen: isRegistration
      ? (signal, onNotice) =>
          limited(signal, (limit, extend) => follow(options, limit, extend, onNotice)).catch(
            (error: unknown) => {
              const cause = isTimeout(error) ? 'silence' : causeOf(error);
              if (!signal.aborted) options.warn?.(`push: the event stream ended (${cause}).`);
            },
          )
      : undefined,
  };
}

/** Sends a request, with a timeout, to a proxy that the host's `fetcher` may reach in any way. */
async function request(
  options: ClientOptions,
  route: Route,
  signal: AbortSignal,
  body?: object,
): Promise<Result<unknown>> {
  try {
    return await limited(signal, (limit) => send(options, route, limit, body));
  } catch (error) {
    if (signal.aborted) return failed({ code: 'network' });
    return failed(isTimeout(error) ? { code: 'timeout' } : networkFailure(error));
  }
}

/** Whether the time of `limited` is over. Recognized by the type, because React Native has no class `Event`. */
const isTimeout = (error: unknown): boolean => (error as Partial<Event> | undefined)?.type === 'abort';

/**
 * Gives work a signal that aborts with the given one, or when the time is over; `extend` begins that time anew. Rejects as the
 * work does, or with the event once the signal aborts, even if the host's fetcher ignores it.
 */
async function limited<T>(
  signal: AbortSignal,
  work: (limit: AbortSignal, extend: () => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, REQUEST_TIMEOUT_MS);
  const extend = () => {
    clearTimeout(timer);
    timer = setTimeout(abort, MAX_SILENCE_MS);
  };
  signal.addEventListener('abort', abort);
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', reject);
  });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work(controller.signal, extend), aborted]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/**
 * Reads the proxy's event stream. A notice is a line of `data`, and `poll` is the one that says that others may be lost. A
 * heartbeat, `:`, says nothing.
 */
async function follow(
  { proxyUrl, onboardingId, fetcher, warn }: ClientOptions,
  signal: AbortSignal,
  extend: () => void,
  onNotice: (mustPoll: boolean) => void,
): Promise<void> {
  const response = await fetcher(
    urlOf(proxyUrl, `${EVENTS_ROUTE.path}?${new URLSearchParams({ onboardingId })}`),
    {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      redirect: 'manual',
      signal,
    },
  );
  // Another server answers with its own page, and a fetcher that ignores the signal after it was aborted. Unread, the body
  // would keep the connection.
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '');
  if (!isStream) warn?.(`push: the response (${response.status}) is not an event stream.`);
  if (!isStream || signal.aborted) return response.body?.cancel();
  const reader = response.body?.getReader();
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
  const decoder = new TextDecoder();
  let rest = '';
  for (let isFirst = true; reader; isFirst = false) {
    const { done, value } = await reader.read();
    if (done) return;
    extend();
    const lines = (rest + decoder.decode(value)).split('\n');
    rest = lines.pop() ?? '';
    const notice = lines.filter((line) => line.startsWith('data')).pop();
    if (isFirst || notice) onNotice(notice === 'data: poll');
  }
}

const urlOf = (proxyUrl: string, path: string): string => proxyUrl.replace(/\/+$/, '') + path;

async function send(
  options: ClientOptions,
  route: Route,
  signal: AbortSignal,
  body?: object,
): Promise<Result<unknown>> {
  const { proxyUrl, usEnv, fetcher } = options;
  const response: unknown = await fetcher(urlOf(proxyUrl, route.path), {
    method: route.method,
    headers: {
      accept: 'application/json',
      ...(usEnv && { 'x-us-env': 'true' }),
      ...(body && { 'content-type': 'application/json' }),
      // The proxy requires it of a GET that creates a session.
      ...(route === ROUTES.account.session && { [SCRIPT_HEADER.name]: SCRIPT_HEADER.value }),
    },
    ...(body && { body: JSON.stringify(body) }),
    cache: 'no-store',
    // The proxy never redirects: a login page or another site must not be read as its response.
    redirect: 'manual',
    signal,
  });
  if (!isResponse(response))
    return failed({ code: 'bad-response', hint: 'The fetcher must return a Response.' });
  if (response.bodyUsed)
    return failed({
      code: 'bad-response',
      hint: 'The fetcher must return a Response whose body has not been read.',
    });
  const json: unknown = await response.json().catch((error: unknown) => {
    // A body that is not JSON is handled below; one that is cut off is a failure. WebKit throws a DOMException.
    if ((error as Error).name !== 'SyntaxError') throw error;
  });
  if (!response.ok) return failed(failureFor(response, json, options));
  return json && typeof json === 'object'
    ? success(json)
    : failed({ code: 'bad-response', status: response.status, reference: referenceOf(response) });
}

/** Checks only the members that are used, because a polyfill or a test may have a `Response` class of its own. */
const isResponse = (value: unknown): value is Response =>
  typeof value === 'object' && value !== null && 'json' in value && 'headers' in value;

/** The browser names no cause, but an error of the host's fetcher does. URLs are left out of it. */
function networkFailure(error: unknown): Failure {
  return {
    code: 'network',
    hint: `The request failed (${causeOf(error)}). Check proxy-url, CORS and connect-src.`,
  };
}

/** What a rejection says, without URLs. A host's fetcher may reject with anything. */
function causeOf(error: unknown): string {
  const { message } = Object(error) as { readonly message?: unknown };
  const isText = error instanceof Error || Object(error) !== error;
  const text = isText ? String(error) : typeof message === 'string' ? message : 'no message';
  return text.replace(/\S+:\/\/\S+/g, '…');
}
