import { REQUEST_ID_HEADER } from '../baanx/wire.js';
import { accountAuthorization, admit, findRoute, type Connection, type RequestContext } from './admission.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cross-site.js';
import { deadlineOf } from './deadline.js';
import { callObserver, loggedMethod } from './log.js';
import { readOptions, type KycProxyOptions } from './options.js';
import { reduce } from './reduce.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import { createRequestId, traceparentOf } from './request-id.js';
import { requestBaanx } from './upstream.js';

export type { Connection } from './admission.js';
export { anyoneWithTheOnboardingId, type Authorize } from './authorize.js';
export type { Limiter } from './limiter.js';
export type { KycProxyRecord } from './log.js';
export type { KycProxyOptions } from './options.js';
export type { RefusalReason } from './refusal.js';
export type { RouteName } from './routes.js';
export type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** A web-standard handler. Adapters that know the connection pass it as the second argument. */
export type FetchHandler = (request: Request, connection?: Connection) => Promise<Response>;

interface Reply {
  readonly status: number;
  readonly headers?: HeaderRecord;
  readonly body?: object;
}

/**
 * The proxy between the widget and Baanx: it adds the client key and lets through only what the widget needs.
 * It fails closed: a request that is not one of four exact requests, from a page of the site, allowed by
 * `authorize`, is refused with `{message, code}` and never reaches Baanx. It always answers, never rejects and
 * keeps nothing between requests. Throws a `TypeError` if the options are wrong.
 */
export function createKycProxy(options: KycProxyOptions): FetchHandler {
  const settings = readOptions(options);
  const { allowedOrigins, log, onError } = settings;
  let hasWarned = false;

  async function reply(context: RequestContext, traceparent: string | undefined): Promise<Reply> {
    const route = findRoute(context, settings);
    if (context.isListedOrigin && isPreflight(context.request)) {
      const { passAuthorization, allowedHeaders } = settings;
      const headers = passAuthorization ? ['authorization', ...allowedHeaders] : allowedHeaders;
      return { status: 204, headers: preflightHeaders(route.method, headers) };
    }
    await admit(context, route, settings);
    const record = await requestBaanx(settings, {
      route,
      isRepeatable: route.call === 'status',
      onboardingId: context.onboardingId,
      authorization: route.flow === 'account' ? await accountAuthorization(context, settings) : undefined,
      usEnv: settings.usEnv ?? context.request.headers.get('x-us-env') === 'true',
      traceparent,
      signal: context.signal,
    });
    return { status: 200, body: reduce(record, route, settings) };
  }

  return async (request, connection = {}) => {
    const started = performance.now();
    const requestId = createRequestId();
    const traceparent = traceparentOf(request);
    const cors = corsHeaders(request, allowedOrigins);
    const context: RequestContext = {
      request,
      url: new URL(request.url),
      connection,
      isListedOrigin: cors !== undefined,
      signal: deadlineOf(request, settings.timeout),
    };
    let refusal: Refusal | undefined;
    const { status, headers, body }: Reply = await reply(context, traceparent).catch((error: unknown) => {
      refusal = error instanceof Refusal ? error : Refusal.because('internal-error', {}, error);
      return refusal;
    });
    const reason = refusal?.reason;
    const { cause } = refusal ?? {};
    if (onError && cause !== undefined) {
      void callObserver('onError', () => onError(cause, { requestId, reason }));
    }
    if (log) {
      const isWarning = !hasWarned && context.isAddressUnreadable === true;
      hasWarned ||= isWarning;
      void callObserver('log', () =>
        log({
          requestId,
          route: context.route?.name,
          method: loggedMethod(request.method),
          status,
          reason,
          durationMs: Math.round(performance.now() - started),
          onboarding: context.pseudonym?.slice(0, 12),
          traceparent,
          warning: isWarning ? 'address-header-unreadable' : undefined,
        }),
      );
    }
    return new Response(body ? JSON.stringify(body) : null, {
      status,
      headers: {
        ...headers,
        ...cors,
        ...(allowedOrigins.length > 0 && { vary: 'Origin' }),
        ...(body && { 'content-type': 'application/json' }),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        [REQUEST_ID_HEADER]: requestId,
      },
    });
  };
}
