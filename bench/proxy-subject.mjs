/**
 * Runs one of the servers that bench/proxy.mjs compares: `node proxy-subject.mjs NAME BUILT`, with the upstream's origin in
 * `UPSTREAM`. It sends its port to the parent process, and answers each message with its CPU time or its memory.
 */
import { Agent, createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , name = '', built = ''] = process.argv;
const upstream = new URL(process.env['UPSTREAM'] ?? '');
const BASE = '/api/baanx';
const KEY = 'bench';

/** @typedef {import('node:http').RequestListener} Listener */

/** The minimum that a proxy can do: it adds the key and forwards everything. @returns {Listener} */
function bare() {
  const agent = new Agent({ keepAlive: true });
  return (req, res) => {
    const { hostname: host, port } = upstream;
    const headers = { ...req.headers, 'x-client-key': KEY };
    const path = (req.url ?? '').slice(BASE.length);
    const forwarded = httpRequest({ host, port, path, method: req.method, headers, agent }, (response) => {
      res.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(res);
    });
    forwarded.on('error', () => res.writeHead(502).end());
    req.pipe(forwarded);
  };
}

/** @returns {Promise<Listener>} */
async function httpProxy() {
  // @ts-expect-error -- the package has no types
  const { default: library } = await import('http-proxy');
  const proxy = library.createProxyServer({
    target: upstream.origin,
    agent: new Agent({ keepAlive: true }),
    headers: { 'x-client-key': KEY },
  });
  proxy.on('error', (/** @type {unknown} */ _error, /** @type {any} */ _req, /** @type {any} */ res) =>
    res.end(),
  );
  return (req, res) => {
    req.url = (req.url ?? '').slice(BASE.length);
    proxy.web(req, res);
  };
}

/** @param {(handlers: any) => object} options @returns {() => Promise<Listener>} */
const ours = (options) => async () => {
  const load = (/** @type {string} */ file) => import(pathToFileURL(join(built, file)).href);
  const [handler, node, limits] = await Promise.all(['handler.mjs', 'node.mjs', 'limits.mjs'].map(load));
  const shared = {
    clientKey: KEY,
    baseUrl: upstream.origin,
    transport: node.undiciTransport(),
    authorize: handler.anyoneWithTheOnboardingId,
  };
  return node.toNodeHandler(handler.createKycProxy({ ...shared, ...options(limits) }));
};

const log = (/** @type {object} */ record) => JSON.stringify(record);
const UNLIMITED = { requests: 1e9, seconds: 60 };
const limiter = (/** @type {any} */ { createLimiter }) =>
  createLimiter({ perAddress: UNLIMITED, perOnboarding: UNLIMITED });
const authorize = async () => true;
const allThree = (/** @type {any} */ limits) => ({ authorize, log, limiter: limiter(limits) });

/** @type {Record<string, () => Listener | Promise<Listener>>} */
const SUBJECTS = {
  'bare pass-through': bare,
  'http-proxy': httpProxy,
  'the proxy': ours(() => ({})),
  '+ authorize': ours(() => ({ authorize })),
  '+ log': ours(() => ({ log })),
  '+ limits': ours((limits) => ({ limiter: limiter(limits) })),
  'authorize + log + limits': ours(allThree),
  'all three, behind a load balancer': ours((limits) => ({
    ...allThree(limits),
    addressHeader: 'x-forwarded-for',
  })),
  'built-in fetch': ours(() => ({ transport: undefined })),
};

const listener = await SUBJECTS[name]?.();
if (!listener) throw new Error(`No subject ${name}: ${Object.keys(SUBJECTS).join(', ')}`);
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', (question) => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  } else {
    globalThis.gc?.();
    const { heapUsed: heap, rss } = process.memoryUsage();
    process.send?.({ heap, rss });
  }
});
process.once('disconnect', () => process.exit());
