import { bounded } from './bounds.js';
import { networkOf, networkOfHeader } from './client-address.js';
import { isFromScript, isSameOrigin } from './cross-site.js';
import { onboardingIdOfBody, onboardingIdOfQuery, pseudonymOf } from './onboarding-id.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import { PROXY_ROUTES, type ProxyRoute } from './routes.js';
import type { ProxySettings, SetupWarning } from './options.js';

/** What the adapter knows about the connection. */
export interface Connection {
  /** The address at the other end. */
  readonly remoteAddress?: string | undefined;
  /** A framework has parsed the body, and the request's body was made from the result: its bytes may differ. */
  readonly isBodyRebuilt?: boolean;
}

/** A request while the proxy works on it. Later checks and the log read what earlier ones found. */
export interface RequestContext {
  readonly request: Request;
  readonly url: URL;
  readonly connection: Connection;
  /** The CORS headers, if the page's origin is one of `allowedOrigins`. */
  readonly cors: HeaderRecord | undefined;
  /** Aborts when the client closes the connection, or after the proxy's timeout with a `TimeoutError`. */
  readonly signal: AbortSignal;
  route?: ProxyRoute;
  onboardingId?: string;
  /** Stands for the onboarding ID in the log and in the limits. */
  pseudonym?: string;
  /** In the account flow. */
  accessToken?: string;
  warning?: SetupWarning | undefined;
}

/** Finds the route for a page that may use the proxy. Throws a {@link Refusal}. */
export function findRoute(context: RequestContext, { basePath, push }: ProxySettings): ProxyRoute {
  const { request, url, cors } = context;
  if (!cors && !isSameOrigin(request, url)) throw new Refusal('cross-site');
  // Compared whole and undecoded (`%2f` is not a slash). Baanx receives the route's own path, never this one.
  const route = PROXY_ROUTES.find(({ path }) => url.pathname === basePath + path);
  if (!route || (route.call === 'events' && !push)) throw new Refusal('unknown-path');
  return (context.route = route);
}

/**
 * Lets a request through, or throws a {@link Refusal}: method, origin of a GET with an effect, limit per address,
 * onboarding ID, `authorize`, access token, limit per onboarding or token.
 */
export async function admit(
  context: RequestContext,
  route: ProxyRoute,
  settings: ProxySettings,
): Promise<void> {
  const { request, url, signal } = context;
  const { authorize, limiter, log, clientKey, allowedOrigins } = settings;
  if (request.method !== route.method) {
    const allow = allowedOrigins.length > 0 ? `${route.method}, OPTIONS` : route.method;
    throw new Refusal('method-not-allowed', { headers: { allow } });
  }
  if (route.call === 'session' && route.method === 'GET' && !isFromScript(request)) {
    throw new Refusal('not-from-script');
  }
  if (limiter) await enforceLimit('address', clientNetwork(context, settings), context, settings);
  if (route.flow === 'registration') {
    const isGet = route.method === 'GET';
    const onboardingId = isGet
      ? onboardingIdOfQuery(url.searchParams)
      : await onboardingIdOfBody(request, signal);
    context.onboardingId = onboardingId;
    if (limiter ?? log) context.pseudonym = await pseudonymOf(onboardingId, clientKey);
  }
  const ask = () => authorize(request, { onboardingId: context.onboardingId, route: route.name });
  const isAllowed: unknown = await bounded(signal, ask, 'authorize-failed', 'authorize-timeout');
  if (isAllowed !== true) throw new Refusal('authorize-refused');
  if (route.flow === 'account') context.accessToken = await accountToken(context, settings);
  if (!limiter) return;
  // Only now: a request that is not allowed must not use up the limit of the person who is.
  const { accessToken, pseudonym } = context;
  const person = accessToken === undefined ? pseudonym : await pseudonymOf(accessToken, clientKey);
  await enforceLimit('onboarding', person, context, settings);
}

/**
 * The person's access token for the account flow. The browser's own is used only if the host says so. Throws a
 * {@link Refusal}.
 */
async function accountToken(
  { request, signal }: RequestContext,
  { accessToken, passAuthorization }: ProxySettings,
): Promise<string> {
  const token = accessToken
    ? await bounded(signal, () => accessToken(request), 'access-token-failed', 'access-token-timeout')
    : passAuthorization && /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new Refusal('access-token-missing');
}

/** Throws a {@link Refusal} if the limit is reached (429) or cannot be checked (503). */
async function enforceLimit(
  by: 'address' | 'onboarding',
  key: string | undefined,
  { route, signal }: RequestContext,
  { limiter }: ProxySettings,
): Promise<void> {
  if (!limiter || !route || key === undefined) return;
  const seconds = await bounded(signal, () => limiter({ by, key, route: route.name }), 'limiter-failed');
  if (seconds === undefined) return;
  throw new Refusal(`${by}-limit`, { headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } });
}

/** The network to count the request for. A header that cannot be read would put everybody into one count. */
function clientNetwork(context: RequestContext, { addressHeader }: ProxySettings): string | undefined {
  const isNamed = addressHeader !== undefined;
  const network = isNamed
    ? networkOfHeader(context.request, addressHeader)
    : networkOf(context.connection.remoteAddress ?? '');
  if (network === undefined) context.warning = isNamed ? 'address-header-unreadable' : 'address-unknown';
  else if (!isNamed && context.request.headers.has('x-forwarded-for'))
    context.warning = 'address-header-unset';
  return network;
}
