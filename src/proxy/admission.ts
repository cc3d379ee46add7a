import { isFromScript, isSameOrigin } from './cross-site.js';
import { networkOf, networkOfHeader } from './client-address.js';
import { isTimeout, orAborted } from './deadline.js';
import { enforceLimit } from './limiter.js';
import { onboardingIdOfBody, onboardingIdOfQuery } from './onboarding-id.js';
import type { ProxySettings } from './options.js';
import { pseudonymOf } from './pseudonym.js';
import { Refusal } from './refusal.js';
import { PROXY_ROUTES, type ProxyRoute } from './routes.js';

/** What the adapter knows about the connection. */
export interface Connection {
  /** The address at the other end. */
  readonly remoteAddress?: string | undefined;
}

/** A request while the proxy works on it. Later checks and the log read what earlier ones found. */
export interface RequestContext {
  readonly request: Request;
  readonly url: URL;
  readonly connection: Connection;
  /** Whether CORS allows the page's origin. */
  readonly isListedOrigin: boolean;
  readonly signal: AbortSignal;
  route?: ProxyRoute;
  onboardingId?: string;
  /** Stands for the onboarding ID in the log and in the limits. */
  pseudonym?: string;
  isAddressUnreadable?: boolean;
}

/** Finds the route for a page that may use the proxy. Throws a {@link Refusal}. */
export function findRoute(context: RequestContext, { basePath }: ProxySettings): ProxyRoute {
  const { request, url, isListedOrigin } = context;
  if (!isListedOrigin && !isSameOrigin(request, url)) throw Refusal.because('cross-site');
  // Compared whole and undecoded (`%2f` is not a slash). Baanx receives the route's own path, never this one.
  const route = PROXY_ROUTES.find(({ path }) => url.pathname === basePath + path);
  if (!route) throw Refusal.because('unknown-path');
  context.route = route;
  return route;
}

/**
 * Lets a request through, or throws a {@link Refusal}: method, origin of a GET with an effect, limit per address,
 * onboarding ID, `authorize`, limit per onboarding.
 */
export async function admit(
  context: RequestContext,
  route: ProxyRoute,
  settings: ProxySettings,
): Promise<void> {
  const { request, url, signal } = context;
  const { limiter, authorize } = settings;
  if (request.method !== route.method) {
    const allow = settings.allowedOrigins.length > 0 ? `${route.method}, OPTIONS` : route.method;
    throw Refusal.because('method-not-allowed', { allow });
  }
  if (route.call === 'session' && route.method === 'GET' && !isFromScript(request)) {
    throw Refusal.because('not-from-script');
  }
  const network = limiter && clientNetwork(context, settings);
  if (limiter && network !== undefined) {
    await enforceLimit(limiter, { by: 'address', key: network, route: route.name }, signal);
  }
  if (route.flow === 'registration') {
    const onboardingId =
      route.method === 'GET'
        ? onboardingIdOfQuery(url.searchParams)
        : await onboardingIdOfBody(request, signal);
    context.onboardingId = onboardingId;
    if (limiter ?? settings.log) context.pseudonym = await pseudonymOf(onboardingId, settings.clientKey);
  }
  const about = { onboardingId: context.onboardingId, route: route.name };
  const isAllowed: unknown = await callHook('authorize', context, () => authorize(request, about));
  if (isAllowed !== true) throw Refusal.because('authorize-refused');
  // Only now: whoever is not allowed must not use up the limit of the person who is.
  if (limiter && context.pseudonym !== undefined) {
    await enforceLimit(limiter, { by: 'onboarding', key: context.pseudonym, route: route.name }, signal);
  }
}

/**
 * The `Authorization` header for the account flow. The browser's own header is used only if the host says so.
 * Throws a {@link Refusal}.
 */
export async function accountAuthorization(
  context: RequestContext,
  settings: ProxySettings,
): Promise<string> {
  const { request } = context;
  const { accessToken, passAuthorization } = settings;
  const token = accessToken
    ? await callHook('access-token', context, () => accessToken(request))
    : passAuthorization && /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw Refusal.because('access-token-missing');
}

/** The network to count the request for. A header that cannot be read would put everybody into one count. */
function clientNetwork(context: RequestContext, { addressHeader }: ProxySettings): string | undefined {
  if (addressHeader === undefined) return networkOf(context.connection.remoteAddress ?? '');
  const network = networkOfHeader(context.request, addressHeader);
  context.isAddressUnreadable = network === undefined;
  return network;
}

/** Calls a function of the host's. Its error may hold anything, so it goes to `onError` alone. */
async function callHook<T>(
  name: 'authorize' | 'access-token',
  { request, signal }: RequestContext,
  hook: () => T | Promise<T>,
): Promise<T> {
  try {
    return await orAborted(signal, hook);
  } catch (error) {
    if (request.signal.aborted) throw Refusal.because('client-gone');
    throw Refusal.because(isTimeout(signal) ? `${name}-timeout` : `${name}-failed`, {}, error);
  }
}
