import { EVENTS_ROUTE, ROUTES, SCRIPT_HEADER } from '../baanx/wire.js';
import { belowProxy, type StepSettings } from './step.js';
import type { HttpResult, RequestOptions, Requests, StreamResponse } from './requests.js';

/** An ID in Baanx's format that does not exist. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The origin of the simulated requests from another site. */
const OTHER_SITE = 'https://another-site.example';

/**
 * Requests to the proxy, as the element would send them. Each request is sent once, and several checks read its
 * response.
 */
export class ProxyRequests {
  readonly #requests: Requests;
  readonly #step: StepSettings;
  readonly #page: URL;
  readonly #results = new Map<string, Promise<HttpResult>>();

  constructor(requests: Requests, step: StepSettings, page: URL) {
    this.#requests = requests;
    this.#step = step;
    this.#page = page;
  }

  /** `GET` on a path that the proxy does not have. A login in front of it may need the person's own headers. */
  unknownPath(): Promise<HttpResult> {
    return this.#once('unknown-path', '/v1/baanx-kyc-doctor', { isAuthorized: true });
  }

  /** The status of the onboarding, or of one that does not exist, with the person's own headers. */
  status(): Promise<HttpResult> {
    return this.#once('status', this.#statusPath(), { isAuthorized: true });
  }

  /** The same request for a tenant in the US. */
  usStatus(): Promise<HttpResult> {
    return this.#once('us-status', this.#statusPath(), {
      isAuthorized: true,
      headers: { 'x-us-env': 'true' },
    });
  }

  /** The same request without the person's own headers, as a stranger who knows the ID would send it. */
  strangersStatus(): Promise<HttpResult> {
    return this.#once('strangers-status', this.#statusPath());
  }

  /** The same request, as a script on another site would send it. */
  otherSitesStatus(): Promise<HttpResult> {
    const headers = { origin: OTHER_SITE, 'sec-fetch-site': 'cross-site' };
    return this.#once('other-sites-status', this.#statusPath(), { isAuthorized: true, headers });
  }

  /** A session request without an onboarding ID, which creates no session. */
  sessionWithoutId(): Promise<HttpResult> {
    return this.#once('session-without-id', ROUTES.registration.session.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      isAuthorized: true,
    });
  }

  /** Creates a session. */
  session(onboardingId: string): Promise<HttpResult> {
    return this.#once('session', ROUTES.registration.session.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ onboardingId }),
      isAuthorized: true,
    });
  }

  /** The CORS preflight for that request. */
  preflight(): Promise<HttpResult> {
    return this.#once('preflight', ROUTES.registration.session.path, {
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': `content-type,${SCRIPT_HEADER.name}`,
      },
    });
  }

  /** The beginning of the event stream of the onboarding, or of one that does not exist. */
  events(): Promise<HttpResult<StreamResponse>> {
    const { onboardingId = NOBODY } = this.#step;
    const path = `${EVENTS_ROUTE.path}?onboardingId=${encodeURIComponent(onboardingId)}`;
    const headers = this.#headers({ accept: 'text/event-stream' });
    return this.#requests.sendForStream(belowProxy(this.#step, path), { headers, isAuthorized: true });
  }

  /** All results so far, without the event stream. */
  all(): Promise<HttpResult[]> {
    return Promise.all(this.#results.values());
  }

  #statusPath(): string {
    const { flow, onboardingId = NOBODY } = this.#step;
    const { path } = ROUTES[flow].status;
    return flow === 'account' ? path : `${path}?onboardingId=${encodeURIComponent(onboardingId)}`;
  }

  #once(name: string, path: string, { headers, ...options }: RequestOptions = {}): Promise<HttpResult> {
    const known = this.#results.get(name);
    if (known) return known;
    const result = this.#requests.send(belowProxy(this.#step, path), {
      ...options,
      headers: this.#headers({ accept: 'application/json', ...headers }),
    });
    this.#results.set(name, result);
    return result;
  }

  /** The element's headers, and those by which a browser identifies the page. */
  #headers(more: Readonly<Record<string, string>>): Record<string, string> {
    const { origin } = this.#page;
    const { proxyUrl, isUsEnv } = this.#step;
    return {
      origin,
      'sec-fetch-site': proxyUrl.origin === origin ? 'same-origin' : 'cross-site',
      ...(isUsEnv && { 'x-us-env': 'true' }),
      ...more,
    };
  }
}
