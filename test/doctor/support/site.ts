import type { Authorize, FetchHandler } from '../../../src/proxy/handler.js';
import { createSandbox, createSandboxProxy, type SandboxProxyOptions } from '../../../src/sandbox/index.js';
import type { DoctorOptions, Fetch } from '../../../src/doctor/index.js';
import { integrityOf } from '../../../src/doctor/integrity.js';
import { ownAttributes } from '../../../src/doctor/published-build.js';
import { createWebhookHandler } from '../../../src/server/index.js';

export const PAGE = 'https://app.example/sign-up';
export const COOKIE = { cookie: 'sid=1' };
export const WEBHOOK_KEY = 'whk_test-key-never-to-be-seen';

export const webhooks = createWebhookHandler({
  keys: WEBHOOK_KEY,
  onEvent: () => {
    throw new Error('The doctor’s requests are never genuine');
  },
});

/** The headers of docs/going-live.md. */
export const GOOD_HEADERS = {
  'content-security-policy':
    "default-src 'self'; frame-src https://*.veriff.me https://*.veriff.com; connect-src 'self'; frame-ancestors 'none'",
  'permissions-policy':
    'camera=(self "https://*.veriff.me" "https://*.veriff.com"), microphone=(self "https://*.veriff.me" "https://*.veriff.com")',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cache-control': 'no-store',
};

export const GOOD_CSP = GOOD_HEADERS['content-security-policy'];

export const SCRIPT = 'customElements.define("baanx-kyc-step", class extends HTMLElement {});';

/** The version that the doctor of these tests knows. */
export const BUILD = {
  version: '1.2.3',
  attributes: ownAttributes(),
  integrity: { 'baanx-kyc-step.js': await integrityOf(SCRIPT) },
};

export const GOOD_SCRIPT = '<script type="module" src="/baanx-kyc-step.js"></script>';
export const GOOD_TAG = '<baanx-kyc-step onboarding-id="approve-doctor"></baanx-kyc-step>';

export const htmlOf = (...parts: string[]): string =>
  `<!doctype html><html lang="en"><head><title>Sign up</title></head><body>${parts.join('\n')}</body></html>`;

/** A response that redirects, for a path of a site. */
export const redirectTo = (location: string) => async () =>
  new Response(null, { status: 302, headers: { location } });

/** How a site differs from one without faults. */
export interface Fault {
  /** Replaces all headers of the page. */
  readonly headers?: Record<string, string>;
  /** Adds headers to the page's, or replaces them. An empty value removes one. */
  readonly moreHeaders?: Record<string, string>;
  readonly html?: string;
  /** Replaces the proxy. */
  readonly proxy?: FetchHandler;
  readonly proxyOptions?: SandboxProxyOptions;
  /** Replaces Baanx behind the proxy. */
  readonly baanx?: FetchHandler;
  /** Replaces single paths, such as `/webhook`, or whole URLs on other hosts. */
  readonly paths?: Readonly<Record<string, (request: Request) => Response | Promise<Response>>>;
}

/** Whoever has the cookie. */
const authorize: Authorize = (request) => request.headers.get('cookie') === 'sid=1';

/** A site with a page, a proxy in front of a sandbox, and a webhook. Without a fault the doctor finds nothing. */
export function createSite(fault: Fault = {}): FetchHandler {
  const veriffOrigin = 'https://magic.veriff.me';
  const sandbox = createSandbox({ veriffOrigin });
  const proxy =
    fault.proxy ??
    createSandboxProxy({ baanx: fault.baanx ?? sandbox.baanx }, veriffOrigin, {
      authorize,
      ...fault.proxyOptions,
    });
  const headers = new Headers({ 'content-type': 'text/html', ...(fault.headers ?? GOOD_HEADERS) });
  for (const [name, value] of Object.entries(fault.moreHeaders ?? {}))
    if (value === '') headers.delete(name);
    else headers.set(name, value);
  const paths: Fault['paths'] = {
    'http://app.example/sign-up': () => new Response(null, { status: 301, headers: { location: PAGE } }),
    '/sign-up': () => new Response(fault.html ?? htmlOf(GOOD_SCRIPT, GOOD_TAG), { headers }),
    '/baanx-kyc-step.js': () =>
      new Response(SCRIPT, {
        headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
      }),
    '/webhook': webhooks,
    ...fault.paths,
  };
  return async (request, connection) => {
    const { origin, pathname } = new URL(request.url);
    const handle = paths[origin + pathname] ?? paths[pathname];
    if (handle) return handle(request);
    if (pathname.startsWith('/api/baanx/')) {
      const response = await proxy(request, connection);
      const dated = new Headers(response.headers);
      if (!dated.has('date')) dated.set('date', new Date().toUTCString());
      return new Response(response.body, { status: response.status, headers: dated });
    }
    return new Response('<h1>Not found</h1>', { status: 404, headers: { 'content-type': 'text/html' } });
  };
}

/** `fetch` for a site in the same process, under any host name. */
export const fetchFrom =
  (site: FetchHandler): Fetch =>
  (url, init) =>
    new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      site(new Request(url, init)).then(resolve, reject);
    });

/** Everything that the doctor can check without a browser. */
export const EVERYTHING: DoctorOptions = {
  url: PAGE,
  headers: COOKIE,
  build: BUILD,
  expectAuthorize: true,
  webhookUrl: 'https://app.example/webhook',
  webhookKey: WEBHOOK_KEY,
};
