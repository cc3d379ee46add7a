import { REQUEST_ID_HEADER } from '../baanx/wire.js';
import { admit, findRoute, type Connection, type RequestContext } from './admission.js';
import { bounded, startDeadline } from './bounds.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cross-site.js';
import { createReporter, createRequestId, traceparentOf } from './log.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import { sessionBody, statusBody } from './routes.js';
import { readOptions, type KycProxyOptions } from './options.js';
import { requestBaanx } from './upstream.js';

export type { Connection } from './admission.js';
export { anyoneWithTheOnboardingId } from './options.js';
export type { Authorize, KycProxyOptions, KycProxyRecord, Limiter, SetupWarning } from './options.js';
export type { RefusalReason } from './refusal.js';
export type { RouteName } from './routes.js';
export type { BaanxOptions, Transport, TransportRequest, TransportResponse } from './upstream.js';

/** A web-standard handler. Adapters that know the connection pass it as the second argument. */
export type FetchHandler = (request: Request, connection?: Connection) => Promise<Response>;

/** A response before it has the headers that every response has. A {@link Refusal} is one. */
interface Reply {
  readonly status: number;
  readonly headers?: HeaderRecord;
  /** An object is sent as JSON, a stream as it is. */
  readonly body?: object | ReadableStream<Uint8Array>;
}

/** Servers in between must neither compress nor collect what is meant to arrive at once. */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Creates the proxy between the element and Baanx. It adds the client key and lets through only what the element needs.
 * A request reaches Baanx only if it is one of a few exact requests, comes from a page of the site, and is allowed by
 * `authorize`. The proxy refuses every other request with `{message, code}`. It always answers and never rejects.
 * Between requests, it keeps nothing except the open event streams.
 * @throws TypeError if an option is wrong
 */
export function createKycProxy(options: KycProxyOptions): FetchHandler {
  const settings = readOptions(options);
  const { allowedOrigins, allowedHeaders, passAuthorization, veriffOrigins } = settings;
  const report = createReporter(settings);

  async function openStream({
    onboardingId = '',
    signal,
  }: RequestContext): Promise<ReadableStream<Uint8Array>> {
    const open = async () => {
      const stream = await settings.push?.open(onboardingId);
      // The client has gone. It does not matter whether the stream can be canceled.
      if (signal.aborted) stream?.cancel().catch(() => undefined);
      return stream;
    };
    const stream = await bounded(signal, open, 'internal-error');
    if (!stream) throw new Refusal('too-many-streams');
    return stream;
  }

  async function reply(context: RequestContext, traceparent: string | undefined): Promise<Reply> {
    const { request, cors, signal } = context;
    const route = findRoute(context, settings);
    if (cors && isPreflight(request)) {
      const allowed = passAuthorization ? ['authorization', ...allowedHeaders] : allowedHeaders;
      return { status: 204, headers: preflightHeaders(route.method, allowed) };
    }
    await admit(context, route, settings);
    if (route.call === 'events')
      return { status: 200, headers: STREAM_HEADERS, body: await openStream(context) };
    const record = await requestBaanx(settings, {
      route,
      isRepeatable: route.call === 'status',
      onboardingId: context.onboardingId,
      accessToken: context.accessToken,
      usEnv: settings.usEnv ?? request.headers.get('x-us-env') === 'true',
      traceparent,
      signal,
    });
    if (route.call === 'session') return { status: 200, body: sessionBody(record, veriffOrigins) };
    // An account has its names from the start, so there they prove nothing.
    const mayHint = settings.submittedHint && route.flow === 'registration';
    return { status: 200, body: statusBody(record, mayHint) };
  }

  return async (request, connection = {}) => {
    const started = performance.now();
    const requestId = createRequestId();
    const traceparent = traceparentOf(request);
    const cors = corsHeaders(request, allowedOrigins);
    const { signal, end } = startDeadline(request.signal, settings.timeout);
    const context: RequestContext = { request, url: new URL(request.url), connection, cors, signal };
    let refusal: Refusal | undefined;
    const { status, headers, body } = await reply(context, traceparent).catch((cause: unknown): Reply => {
      return (refusal = cause instanceof Refusal ? cause : new Refusal('internal-error', { cause }));
    });
    end();
    report(context, { requestId, traceparent, status, refusal, started });
    const isJson = body && !(body instanceof ReadableStream);
    return new Response(isJson ? JSON.stringify(body) : (body ?? null), {
      status,
      headers: {
        ...(isJson && { 'content-type': 'application/json' }),
        'cache-control': 'no-store',
        ...headers,
        ...cors,
        ...(allowedOrigins.length > 0 && { vary: 'Origin' }),
        'x-content-type-options': 'nosniff',
        [REQUEST_ID_HEADER]: requestId,
      },
    });
  };
}
