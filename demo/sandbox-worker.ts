/**
 * The service worker of the static playground. It runs the proxy and the sandbox, so that the playground works on any web
 * server. The simulated Veriff is therefore on the page's own origin, which the real one never is: this page trusts it
 * explicitly.
 */
import { createSandbox, createSandboxProxy } from '../src/sandbox/index.js';
import { allowUnlessNamedNotAllowed } from './authorize.js';
import { createHostServer } from './host-server.js';

/** The parts of a service worker's scope that are used. TypeScript's types for workers and pages exclude each other. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}
const worker = globalThis as unknown as WorkerScope;

const home = new URL(worker.registration.scope);
const host = createHostServer();
const sandbox = createSandbox({ veriffOrigin: home.href.replace(/\/$/, ''), webhook: host.webhook });
const backend = { backend: 'worker', veriffOrigins: home.origin };
const proxy = createSandboxProxy(sandbox, home.origin, {
  authorize: allowUnlessNamedNotAllowed,
  push: host.hub,
});

/** Returns the response to a request, or undefined to leave it to the web server. */
function respond(request: Request): Promise<Response> | undefined {
  const { origin, pathname, searchParams } = new URL(request.url);
  if (origin !== home.origin) return undefined;
  // The element's default proxy URL is outside the worker's scope, but the worker receives all requests of its pages.
  if (pathname.startsWith('/api/baanx/')) return proxy(request);
  if (!pathname.startsWith(home.pathname)) return undefined;
  const path = pathname.slice(home.pathname.length);
  if (path.startsWith('v/') || path === 'get-verified') return sandbox.veriff(request);
  if (path === 'deliveries') return Promise.resolve(host.deliveries());
  if (/^handoff(\/redeem)?$/.test(path)) return host.handoff(request);
  if (path === 'backend.json') return Promise.resolve(Response.json(backend));
  if (request.mode === 'navigate' && searchParams.get('problem') === 'no-camera')
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
  const response = respond(event.request);
  if (response) event.respondWith(response);
});
