/**
 * The service worker of the static playground: the proxy and the sandbox run in it, so that the page can lie on any
 * web server. The simulated Veriff is then on the page's own origin, which the real one never is: it is trusted
 * by name, for this page only.
 */
import { createKycProxy } from '../src/proxy/handler.js';
import { createSandbox } from '../src/sandbox/index.js';
import { allowUnlessNamedNotAllowed } from './authorize.js';

/** The little of a service worker's scope that is used here: its types and the page's do not go together. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}
const worker = globalThis as unknown as WorkerScope;

const home = new URL(worker.registration.scope);
const sandbox = createSandbox({ veriffOrigin: home.href.replace(/\/$/, '') });
const about = { backend: 'worker', veriffOrigins: home.origin };
const proxy = createKycProxy({
  clientKey: 'sandbox',
  authorize: allowUnlessNamedNotAllowed,
  veriffOrigins: [home.origin],
  passAuthorization: true,
  fetch: (input, init) => sandbox.baanx(new Request(input, init)),
});

/** The answer to a request, or undefined for what lies on the web server. */
function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname, searchParams } = new URL(request.url);
  if (origin !== home.origin) return undefined;
  // The element's own default, wherever the page lies: a worker hears of all that its page asks for.
  if (pathname.startsWith('/api/baanx/')) return proxy(request);
  if (!pathname.startsWith(home.pathname)) return undefined;
  const path = pathname.slice(home.pathname.length);
  if (path.startsWith('v/')) return sandbox.veriff(request);
  if (path === 'backend.json') return Promise.resolve(Response.json(about));
  if (request.mode === 'navigate' && searchParams.get('trouble') === 'no-camera')
    return withoutCamera(request);
  return undefined;
}

async function withoutCamera(request: Request): Promise<Response> {
  const { body, status, headers } = await fetch(request);
  return new Response(body, {
    status,
    headers: { ...Object.fromEntries(headers), 'permissions-policy': 'camera=()' },
  });
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const answered = answer(event.request);
  if (answered) event.respondWith(answered);
});
