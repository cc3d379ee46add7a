import { AskedByRequest, type Answered, type Asked } from './asked.js';
import { clientAddress } from './client-address.js';
import { corsHeaders, isPreflight, isSameOrigin, preflightHeaders } from './cross-site.js';
import { digest } from './digest.js';
import { keepWithin } from './limiter.js';
import { createRecorder, type HookName, type Visit } from './log.js';
import { onboardingIdOfBody, onboardingIdOfQuery } from './onboarding-id.js';
import { readOptions, type KycProxyOptions } from './options.js';
import { Refusal, type HeaderRecord } from './refusal.js';
import { PROXY_ROUTES, type ProxyRoute } from './routes.js';
import { askBaanx } from './upstream.js';

export type { Answered, Asked } from './asked.js';
export type { Countable, Limiter } from './limiter.js';
export type { KycProxyRecord } from './log.js';
export type { KycProxyOptions } from './options.js';
export type { Lifeline } from './lifeline.js';
export type { RouteName } from './routes.js';
export type { Call, Outcome, Transport } from './transport.js';

/** A web-standard handler: it always answers, and never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** The proxy: a handler, and the same below the web's classes for adapters such as `toNodeHandler`. */
export interface KycProxy extends FetchHandler {
  readonly answer: (asked: Asked) => Promise<Answered>;
}

/**
 * The proxy between the widget and Baanx: it adds the client key and lets through only what the widget needs.
 * It fails closed: whatever is not one of four exact requests of a page of the site is refused, with
 * `{message}`, before Baanx is asked. It keeps nothing between requests. Throws a `TypeError` where the options
 * are wrong.
 */
export function createKycProxy(options: KycProxyOptions): KycProxy {
  const settings = readOptions(options);
  const { allowedOrigins = [], passAuthorization = false, authorize, accessToken, limiter } = options;
  const routes = new Map(PROXY_ROUTES.map((route) => [settings.basePath + route.path, route]));
  const record = options.log && createRecorder(options.log);

  async function judge(asked: Asked, cors: HeaderRecord | undefined, visit: Visit): Promise<Answered> {
    if (!cors && !isSameOrigin(asked)) throw new Refusal(403, 'Other sites may not ask');
    // Compared whole and undecoded (`%2f` is no slash), and only ever looked up: Baanx gets the route's own path.
    const route = routes.get(asked.path);
    if (!route) throw new Refusal(404, 'Not found');
    visit.route = route.name;
    if (cors && isPreflight(asked)) {
      return respond(204, null, preflightHeaders(route.method, passAuthorization));
    }
    if (asked.method !== route.method) {
      const allow = allowedOrigins.length ? `${route.method}, OPTIONS` : route.method;
      throw new Refusal(405, 'Method not allowed', { allow });
    }
    const address = limiter && clientAddress(asked, options.addressHeader);
    if (limiter && address !== undefined) {
      await keepWithin(limiter, { by: 'address', key: address, route: route.name });
    }
    const onboardingId = await onboardingIdOf(asked, route);
    if (onboardingId !== undefined) visit.onboardingId = onboardingId;
    const about = { onboardingId, route: route.name };
    if (authorize && !(await hook('authorize', visit, () => authorize(asked.request, about)))) {
      throw new Refusal(403, 'Not allowed');
    }
    // Only now: whoever may not ask must not be able to use up what is left to the one who may.
    if (limiter && onboardingId !== undefined) {
      const key = await digest(settings.clientKey, onboardingId, 16);
      await keepWithin(limiter, { by: 'onboarding', key, route: route.name });
    }
    const authorization = route.flow === 'account' ? await authorizationOf(asked, visit) : undefined;
    const usEnv = options.usEnv ?? asked.header('x-us-env') === 'true';
    const { line } = asked;
    return respond(200, await askBaanx(settings, { route, onboardingId, authorization, usEnv, line }));
  }

  async function onboardingIdOf(asked: Asked, route: ProxyRoute): Promise<string | undefined> {
    if (route.flow === 'account') return undefined;
    return route.method === 'GET'
      ? onboardingIdOfQuery(asked.query)
      : onboardingIdOfBody(asked, settings.timeout);
  }

  /** The account flow's bearer. Without a word from the host the browser's own header is not taken. */
  async function authorizationOf(asked: Asked, visit: Visit): Promise<string> {
    const token = accessToken
      ? await hook('accessToken', visit, () => accessToken(asked.request))
      : passAuthorization && /^Bearer +(\S+)$/i.exec(asked.header('authorization') ?? '')?.[1];
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
      throw new Refusal(401, 'Not authenticated');
    return `Bearer ${token}`;
  }

  async function answer(asked: Asked): Promise<Answered> {
    const started = performance.now();
    const visit: Visit = {};
    const cors = corsHeaders(asked, allowedOrigins);
    let answered: Answered;
    try {
      answered = await judge(asked, cors, visit);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'The proxy failed');
      answered = respond(refusal.status, refusal.body, refusal.headers);
    }
    await record?.(visit, asked.method, answered.status, performance.now() - started);
    if (!allowedOrigins.length) return answered;
    return { ...answered, headers: { ...answered.headers, ...cors, vary: 'Origin' } };
  }

  const handler = async (request: Request) => {
    const { status, headers, body } = await answer(new AskedByRequest(request));
    return new Response(body, { status, headers });
  };
  return Object.assign(handler, { answer });
}

/** Asks the host. What it throws may hold what is nobody's business: told is only which of its options it was. */
async function hook<T>(name: HookName, visit: Visit, ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    visit.threw = name;
    throw new Refusal(500, `The proxy's ${name} threw an error`);
  }
}

function respond(status: number, body: object | null, headers: HeaderRecord = {}): Answered {
  return {
    status,
    headers: {
      ...headers,
      ...(body && { 'content-type': 'application/json' }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: body && JSON.stringify(body),
  };
}
