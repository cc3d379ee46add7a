import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnose, type CheckResult, type DoctorOptions, type Fetch } from '../../src/doctor/index.js';
import { nodeFetch } from '../../src/doctor/node-fetch.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createPushHub } from '../../src/server/index.js';
import { listen } from '../proxy/support/upstream.js';
import { COOKIE, createSite, fetchFrom, GOOD_SCRIPT, GOOD_TAG, htmlOf, type Fault } from './support/site.js';

const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

const FETCHES: readonly [string, Fetch][] = [
  ['the command’s', nodeFetch(false)],
  ['the built-in', (url, init) => fetch(url, init)],
];

/** A server on this machine. `replace` may answer a request itself; if not, a site without faults does. */
async function serve(replace: (...args: Parameters<RequestListener>) => boolean, fault: Fault = {}) {
  const handle = toNodeHandler(createSite(fault));
  const server = await listen((request, response) => {
    if (!replace(request, response)) handle(request, response);
  });
  closing.push(() => server.close());
  return server.origin;
}

/** A server that writes the same bytes to every connection. */
async function serveBytes(bytes: string): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('data', () => socket.write(bytes));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The outcomes by the checks' ids. */
async function look(options: DoctorOptions): Promise<Record<string, CheckResult>> {
  const { checks } = await diagnose({ headers: COOKIE, ...options });
  return Object.fromEntries(checks.map((check) => [check.id, check]));
}

const failuresOf = (checks: Record<string, CheckResult>): string[] =>
  Object.values(checks).flatMap(({ id, status }) => (status === 'failed' ? [id] : []));

const page = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}) => {
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store', ...headers }).end(body);
  return true;
};

const isStream = (url = '') => url.startsWith('/api/baanx/v1/events');

describe.each(FETCHES)('With %s fetch, the doctor', (_, fetch) => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('requests and reads a page in %s, as browsers do', async (encoding, compress) => {
    const html = compress(htmlOf(GOOD_SCRIPT, '<baanx-kyc-step onboarding-id="approve-doctor" id="found">'));
    const origin = await serve(({ url, headers }, response) => {
      if (url !== '/sign-up') return false;
      if (!headers['accept-encoding']?.includes(encoding)) return page(response, htmlOf());
      return page(response, html, { 'content-encoding': encoding });
    });
    const checks = await look({ url: `${origin}/sign-up`, fetch });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['tag']).toMatchObject({ status: 'passed', seen: 'it has an onboarding ID' });
  });

  it('finds that a compression buffers the event stream', async () => {
    const origin = await serve(({ url, headers }, response) => {
      if (!isStream(url) || !headers['accept-encoding']?.includes('gzip')) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
      response.flushHeaders();
      const compression = createGzip();
      compression.pipe(response);
      compression.write(': open\n\n');
      return true;
    });
    const checks = await look({ url: `${origin}/sign-up`, fetch, push: true, timeout: 700 });
    expect(failuresOf(checks)).toEqual(['push-stream']);
    expect(checks['push-stream']).toMatchObject({
      seen: 'the event stream is open, but no data arrives: compression (gzip) buffers it',
      fix: expect.stringContaining('gzip off') as string,
    });
  });

  it('accepts a compressed event stream that is not buffered', async () => {
    const origin = await serve(({ url }, response) => {
      if (!isStream(url)) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
      const compression = createGzip();
      compression.pipe(response);
      compression.write(': open\n\n');
      compression.flush();
      return true;
    });
    const checks = await look({ url: `${origin}/sign-up`, fetch, push: true });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['push-stream']).toMatchObject({
      seen: expect.stringMatching(/compressed \(gzip\) but not buffered, and it stays open$/) as string,
    });
  });

  it('watches the event stream for a second, even if the time limit is shorter', async () => {
    const origin = await serve(() => false, { proxyOptions: { push: createPushHub() } });
    const checks = await look({ url: `${origin}/sign-up`, fetch, push: true, timeout: 900 });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['push-stream']?.status).toBe('passed');
  });

  it.each([
    ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['a status 101 without an upgrade', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['nothing but interim responses', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['the status 999', 'HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n'],
    ['the status 0', 'HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n'],
    ['the status 304', 'HTTP/1.1 304 Not Modified\r\n\r\n'],
    ['what is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['an invalid header', 'HTTP/1.1 200 OK\r\nx-\u0001: \u0000\r\n\r\n'],
    [
      'a body that is not compressed as it says',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi',
    ],
  ])('reports a server that sends %s', async (_what, bytes) => {
    const origin = await serveBytes(bytes);
    const checks = await look({ url: origin, fetch, timeout: 500, webhookUrl: origin });
    expect(failuresOf(checks)).toEqual([
      'page-answers',
      'proxy-answers',
      'webhook-unsigned',
      'webhook-stale',
    ]);
  });

  it('reports a page without end', async () => {
    const origin = await serve(({ url }, response) => {
      if (url !== '/sign-up') return false;
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
      const timer = setInterval(() => response.write('<p>'), 20);
      response.on('close', () => clearInterval(timer));
      return true;
    });
    const checks = await look({ url: `${origin}/sign-up`, fetch, timeout: 500 });
    expect(checks['page-answers']).toMatchObject({
      seen: expect.stringContaining('no response within 0.5 s') as string,
    });
  });

  const flood = (response: ServerResponse, type: string): true => {
    response.writeHead(200, { 'content-type': type });
    const chunk = Buffer.alloc(1_000_000, ' ');
    const write = () => {
      if (response.writable) response.write(chunk, () => setImmediate(write));
    };
    write();
    return true;
  };

  it.each([
    ['the page', '/sign-up', 'text/html', ['page-answers']],
    ['the script', '/baanx-kyc-step.js', 'text/javascript', ['script']],
    ['the proxy’s status', '/api/baanx/v1/auth/register', 'application/json', ['baanx-reachable']],
  ])('reads at most 5 MB of %s', async (_what, path, type, ids) => {
    const origin = await serve(({ url = '', method }, response) =>
      method === 'GET' && url.split('?')[0] === path ? flood(response, type) : false,
    );
    const checks = await look({ url: `${origin}/sign-up`, fetch, timeout: 60_000 });
    expect(failuresOf(checks)).toEqual(expect.arrayContaining(ids));
    expect(checks[ids[0] ?? '']).toMatchObject({
      seen: expect.stringMatching(/the response is larger than 5 MB/) as string,
    });
  });

  it('reads at most 5 MB of a small file that decompresses to more', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const origin = await serve(({ url }, response) =>
      url === '/sign-up' ? page(response, bomb, { 'content-encoding': 'gzip' }) : false,
    );
    const checks = await look({ url: `${origin}/sign-up`, fetch });
    expect(checks['page-answers']).toMatchObject({
      seen: `${origin}: the response is larger than 5 MB`,
    });
  });
});

describe('The doctor', () => {
  const site = fetchFrom(createSite());

  it.each([
    null,
    undefined,
    'down',
    7,
    Symbol('down'),
    Object.create(null),
    new DOMException('x', 'AbortError'),
  ])('reports a fetch that throws %p', async (thrown) => {
    const fetch: Fetch = async () => {
      throw thrown;
    };
    const checks = await look({ url: 'https://app.example', fetch });
    expect(failuresOf(checks)).toEqual(['page-answers', 'proxy-answers']);
    expect(checks['page-answers']).toMatchObject({
      seen: expect.stringMatching(
        /the request failed \((down|AbortError: x|something that is not an Error was thrown)\)$/,
      ) as string,
    });
  });

  it('reports a fetch that returns nothing', async () => {
    const fetch = (async () => undefined) as unknown as Fetch;
    expect(failuresOf(await look({ url: 'https://app.example', fetch }))).toEqual([
      'page-answers',
      'proxy-answers',
    ]);
  });

  it('ends with a body of nothing but empty chunks, which leaves no time for a timeout', async () => {
    const fetch: Fetch = async (url, init) => {
      if (!isStream(new URL(url).pathname)) return site(url, init);
      const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array());
      return new Response(new ReadableStream({ pull }), { headers: { 'content-type': 'text/event-stream' } });
    };
    const checks = await look({ url: 'https://app.example/sign-up', fetch, push: true, timeout: 100 });
    expect(checks['push-stream']?.status).toBe('failed');
  });

  it.each([
    '\u001b[2J\u001b[31mfine\u0007',
    '\u009b2J',
    'a\n  ✓ Everything: fine',
    '\u202egnp.exe',
    'toString',
    'not-allowed\n',
    'x'.repeat(65),
  ])('shows no code that the proxy cannot have sent: %j', async (code) => {
    const body = { code, message: code };
    const checks = await look({
      url: 'https://app.example/sign-up',
      expectAuthorize: true,
      fetch: fetchFrom(createSite({ proxy: async () => Response.json(body, { status: 400 }) })),
    });
    expect(JSON.stringify(checks)).not.toContain(JSON.stringify(code).slice(1, -1));
    expect(checks['proxy-cross-site']).toMatchObject({
      seen: expect.stringContaining('gets 400 with JSON') as string,
    });
  });

  it('shows control characters that a server sent by their numbers', async () => {
    const headers = { 'content-type': 'text/html', 'cache-control': 'x\u009b2J' };
    const checks = await look({
      url: 'https://app.example/sign-up',
      fetch: fetchFrom(createSite({ headers })),
    });
    expect(checks['page-cache']).toMatchObject({
      seen: expect.stringContaining('“x\\u{9b}2J”') as string,
    });
  });

  it('cuts a code that is longer than any report', async () => {
    const body = { code: 'x'.repeat(1_000_000) };
    const proxy = async () => Response.json(body, { status: 400 });
    const checks = await look({
      url: 'https://app.example/sign-up',
      fetch: fetchFrom(createSite({ proxy })),
    });
    expect(JSON.stringify(checks).length).toBeLessThan(50_000);
  });

  it.each([
    ['60,000 nested', '<div>'.repeat(60_000)],
    ['300,000 adjacent', '<br>'.repeat(300_000)],
  ])('reads a page with %s elements', async (_, elements) => {
    const html = htmlOf(GOOD_SCRIPT, elements, GOOD_TAG);
    const checks = await look({ url: 'https://app.example/sign-up', fetch: fetchFrom(createSite({ html })) });
    expect(failuresOf(checks)).toEqual([]);
    expect(checks['tag']?.status).toBe('passed');
  });
});
