import { createSandbox, createSandboxProxy, type Applicants, type SandboxOptions } from './index.js';
import type { SandboxProxyOptions } from './sandbox-proxy.js';

/** The parts of Playwright's `Page` that the sandbox uses, so that any version and package of Playwright works. */
export interface RoutablePage {
  /** Whether the page was closed. */
  isClosed(): boolean;
  /** The browser context that the page belongs to. */
  context(): {
    route(url: string, handler: (route: PageRoute) => Promise<void>): Promise<unknown>;
  };
}

/** The parts of Playwright's `Route` that the sandbox uses. */
export interface PageRoute {
  /** The request that is answered. */
  request(): {
    url(): string;
    method(): string;
    headers(): Readonly<Record<string, string>>;
    postData(): string | null;
  };
  /** Answers it. */
  fulfill(response: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
}

/** Options for a sandbox in Playwright. All have defaults. */
export interface RouteKycSandboxOptions extends Omit<SandboxOptions, 'veriffOrigin' | 'clientKey'> {
  /**
   * The origin of the simulated Veriff. The element and the proxy trust the default without any settings.
   * @default 'https://magic.veriff.me'
   */
  readonly veriffOrigin?: string;
  /**
   * Options for the proxy: `basePath`, `log` …
   * @default anyone with the onboarding ID may use it
   */
  readonly proxy?: SandboxProxyOptions;
}

/** A sandbox that answers a page's requests. */
export interface RoutedKycSandbox {
  /** The applicants so far: read or set their state. */
  readonly applicants: Applicants;
}

/**
 * Lets a sandbox answer the requests that a Playwright page sends to `/api/baanx` and to Veriff, without a server. The
 * routes belong to the page's browser context, so popups use them too. Call it before `page.goto`.
 */
export async function routeKycSandbox(
  page: RoutablePage,
  options: RouteKycSandboxOptions = {},
): Promise<RoutedKycSandbox> {
  const { veriffOrigin = 'https://magic.veriff.me', proxy = {}, ...sandboxOptions } = options;
  const sandbox = createSandbox({ ...sandboxOptions, veriffOrigin });
  const answerWith = (handle: (request: Request) => Promise<Response>) => async (route: PageRoute) => {
    const response = await handle(requestOf(route));
    const body = await response.text();
    try {
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    } catch (error) {
      // A page that was closed during a slow response no longer needs it.
      if (!page.isClosed()) throw error;
    }
  };
  const context = page.context();
  const { basePath = '/api/baanx' } = proxy;
  await context.route(`**${basePath}/**`, answerWith(createSandboxProxy(sandbox, veriffOrigin, proxy)));
  await context.route(`${veriffOrigin}/**`, answerWith(sandbox.veriff));
  return { applicants: sandbox.applicants };
}

function requestOf(route: PageRoute): Request {
  const request = route.request();
  // HTTP/2 pseudo-headers such as `:path` are not valid in a `Request`.
  const headers = Object.entries(request.headers()).filter(([name]) => !name.startsWith(':'));
  return new Request(request.url(), { method: request.method(), headers, body: request.postData() });
}
