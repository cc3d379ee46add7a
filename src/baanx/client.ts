import { failed, success, type ErrorCode, type Failure, type Result } from '../flow/result.js';
import type { BaanxPort } from '../flow/ports.js';
import { asVerificationState, fieldOf, ROUTES, type BaanxFlow, type Route } from './wire.js';

/** How long a request may take, in ms. */
export const REQUEST_TIMEOUT = 10_000;

/** Whom to ask about, and how. */
export interface ClientOptions {
  readonly flow: BaanxFlow;
  /** Needed for `registration` only. */
  readonly onboardingId: string;
  /** Base URL of the proxy, relative to the page or absolute. */
  readonly proxyUrl: string;
  /** Sends `x-us-env: true`. */
  readonly usEnv: boolean;
  readonly fetcher: typeof fetch;
}

/** A client of the proxy for one onboarding or account. Its calls never reject: a failure is an answer. */
export function createClient(options: ClientOptions): BaanxPort {
  const { flow, onboardingId } = options;
  const routes = ROUTES[flow];
  const registration = flow === 'registration';
  return {
    async createSession(signal) {
      const answer = await request(
        options,
        routes.session,
        signal,
        registration ? { onboardingId } : undefined,
      );
      if (!answer.ok) return answer;
      const url = fieldOf(answer.value, 'sessionUrl');
      return typeof url === 'string' ? success(url) : failed({ code: 'bad-response', status: 200 });
    },
    async readStatus(signal) {
      const query = registration ? `?${new URLSearchParams({ onboardingId })}` : '';
      const answer = await request(options, { ...routes.status, path: routes.status.path + query }, signal);
      if (!answer.ok) return answer;
      return success({
        verificationState: asVerificationState(fieldOf(answer.value, 'verificationState')),
        suggestsSubmission: fieldOf(answer.value, 'submitted') === true,
      });
    },
  };
}

async function request(
  { proxyUrl, usEnv, fetcher }: ClientOptions,
  { method, path }: Route,
  signal: AbortSignal,
  body?: object,
): Promise<Result<unknown>> {
  const call = new AbortController();
  const abort = () => call.abort();
  const timer = setTimeout(abort, REQUEST_TIMEOUT);
  signal.addEventListener('abort', abort);
  // A fetcher of the host's may not know of signals: nobody waits for it either.
  const over = new Promise<never>((_, reject) => {
    call.signal.addEventListener('abort', reject);
  });
  if (signal.aborted) abort();
  const ask = async (): Promise<Result<unknown>> => {
    const response = await fetcher(proxyUrl.replace(/\/+$/, '') + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(usEnv && { 'x-us-env': 'true' }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      // The proxy never redirects: a login page or another site must not be read as an answer.
      redirect: 'manual',
      signal: call.signal,
    });
    const json: unknown = await response.json().catch((fault: unknown) => {
      // Not JSON is an answer to be judged below; a line cut half way is none. By name: WebKit's is a DOMException.
      if ((fault as Error).name !== 'SyntaxError') throw fault;
    });
    if (!response.ok) return failed(failureOf(response, json));
    return json && typeof json === 'object'
      ? { ok: true, value: json }
      : failed({ code: 'bad-response', status: response.status });
  };
  try {
    return await Promise.race([ask(), over]);
  } catch {
    return failed({ code: call.signal.aborted && !signal.aborted ? 'timeout' : 'network' });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

const CODES: Record<number, ErrorCode> = {
  400: 'onboarding-invalid',
  401: 'not-authenticated',
  403: 'not-authenticated',
  404: 'onboarding-not-found',
  408: 'timeout',
  429: 'rate-limited',
  498: 'client-key-invalid',
  499: 'client-key-invalid',
};

function failureOf({ status, headers }: Response, json: unknown): Failure {
  // A 404 without Baanx's `{message}` comes from something else: nothing answers at this proxy URL.
  const astray = status === 404 && fieldOf(json, 'message') === undefined;
  const code = status >= 500 ? 'provider-unavailable' : (!astray && CODES[status]) || 'misconfigured';
  return { code, status: status || undefined, retryAfter: retryAfterOf(headers.get('retry-after')) };
}

/** `Retry-After` is a number of seconds or a date. In ms, capped at ten minutes. */
function retryAfterOf(value: string | null): number | undefined {
  const ms = Number(value) * 1000 || Date.parse(value ?? '') - Date.now();
  return ms > 0 ? Math.min(ms, 600_000) : undefined;
}
