import type { Answer, ErrorCode, Failure } from '../flow/errors.js';
import type { BaanxPort } from '../flow/ports.js';
import {
  asVerificationState,
  fieldOf,
  REQUEST_ID_HEADER,
  ROUTES,
  SCRIPT_HEADER,
  type BaanxFlow,
  type RefusalCode,
  type Route,
} from './wire.js';

/** How long a request may take, in ms. */
export const REQUEST_TIMEOUT = 10_000;

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

/** A client of the proxy for one onboarding or account. Its methods never reject: they return a failure. */
export function createClient(options: ClientOptions): BaanxPort {
  const { flow, onboardingId } = options;
  const routes = ROUTES[flow];
  const registration = flow === 'registration';
  return {
    async createSession(signal) {
      const result = await request(
        options,
        routes.session,
        signal,
        registration ? { onboardingId } : undefined,
      );
      if (!result.ok) return result;
      const url = fieldOf(result.value, 'sessionUrl');
      return typeof url === 'string'
        ? { ok: true, value: url }
        : failed({ code: 'bad-response', status: 200 });
    },
    async readStatus(signal) {
      const query = registration ? `?${new URLSearchParams({ onboardingId })}` : '';
      const result = await request(options, { ...routes.status, path: routes.status.path + query }, signal);
      if (!result.ok) return result;
      const { value } = result;
      return {
        ok: true,
        value: {
          verificationState: asVerificationState(fieldOf(value, 'verificationState')),
          submitted: fieldOf(value, 'submitted') === true,
        },
      };
    },
  };
}

async function request(
  { proxyUrl, usEnv, fetcher }: ClientOptions,
  route: Route,
  signal: AbortSignal,
  body?: object,
): Promise<Answer<unknown>> {
  const { method, path } = route;
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, REQUEST_TIMEOUT);
  signal.addEventListener('abort', abort);
  // The host's fetcher may ignore the signal.
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', reject);
  });
  if (signal.aborted) abort();
  const send = async (): Promise<Answer<unknown>> => {
    const response = await fetcher(proxyUrl.replace(/\/+$/, '') + path, {
      method,
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
      signal: controller.signal,
    });
    const json: unknown = await response.json().catch((error: unknown) => {
      // A body that is not JSON is judged below; one that breaks off is a failure. WebKit throws a DOMException.
      if ((error as Error).name !== 'SyntaxError') throw error;
    });
    if (!response.ok) return failed(failureFor(response, json));
    return json && typeof json === 'object'
      ? { ok: true, value: json }
      : failed({ code: 'bad-response', status: response.status, reference: referenceOf(response) });
  };
  try {
    return await Promise.race([send(), aborted]);
  } catch {
    return failed({ code: controller.signal.aborted && !signal.aborted ? 'timeout' : 'network' });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

const failed = (failure: Failure): Answer<never> => ({ ok: false, failure });

/** What the statuses of Baanx, or of a proxy that passes them on, mean. */
const BY_STATUS: Record<number, ErrorCode> = {
  400: 'onboarding-invalid',
  401: 'not-authenticated',
  403: 'not-authenticated',
  404: 'onboarding-not-found',
  408: 'timeout',
  429: 'rate-limited',
  498: 'client-key-invalid',
  499: 'client-key-invalid',
};

/** Refusals of the proxy's own that say nothing about the person's registration. */
const BY_REFUSAL: ReadonlyMap<unknown, ErrorCode> = new Map<RefusalCode, ErrorCode>([
  ['not-allowed', 'not-allowed'],
  ['unknown-path', 'misconfigured'],
  ['method-not-allowed', 'misconfigured'],
  ['cross-site', 'misconfigured'],
  ['malformed-request', 'misconfigured'],
]);

function failureFor(response: Response, json: unknown): Failure {
  const { status, headers } = response;
  return {
    code: status >= 500 ? 'provider-unavailable' : codeFor(status, json),
    status: status || undefined,
    retryAfter: retryAfterOf(headers.get('retry-after')),
    reference: referenceOf(response),
  };
}

function codeFor(status: number, json: unknown): ErrorCode {
  const refusal = BY_REFUSAL.get(fieldOf(json, 'code'));
  if (refusal) return refusal;
  const isAboutRegistration = status === 400 || status === 403 || status === 404;
  return (
    (isAboutRegistration && !isFromBaanx(status, json) ? undefined : BY_STATUS[status]) ?? 'misconfigured'
  );
}

/**
 * Whether a 400, 403 or 404 is Baanx's own. Our proxy says so. A proxy that passes Baanx's body on is recognised by
 * Baanx's messages, since web frameworks, gateways and firewalls answer with a `message` as well.
 */
function isFromBaanx(status: number, json: unknown): boolean {
  const code = fieldOf(json, 'code');
  if (code !== undefined) return code === ('baanx-error' satisfies RefusalCode);
  const message = fieldOf(json, 'message');
  if (typeof message !== 'string') return false;
  if (status === 403) return message === 'Not authenticated';
  if (status === 404) return message === 'Onboarding session not found';
  return fieldOf(json, 'statusCode') === undefined;
}

/** The ID under which the proxy has logged the request: not a secret, but only if it looks like an ID. */
function referenceOf({ headers }: Response): string | undefined {
  const id = headers.get(REQUEST_ID_HEADER);
  return id !== null && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

/** `Retry-After` is a number of seconds or a date. In ms, capped at ten minutes. */
function retryAfterOf(value: string | null): number | undefined {
  const ms = Number(value) * 1000 || Date.parse(value ?? '') - Date.now();
  return ms > 0 ? Math.min(ms, 600_000) : undefined;
}
