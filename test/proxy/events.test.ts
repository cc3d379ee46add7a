import { createServer, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createPushHub, type PushHub } from '../../src/server/index.js';
import { read } from '../server/streams.js';
import { ID, proxyTo, SITE } from './scripted-baanx.js';

const eventsRequest = (init?: RequestInit, id = ID): Request =>
  new Request(`${SITE}/api/baanx/v1/events?onboardingId=${id}`, init);

const never = () => Promise.reject(new Error('Baanx is not asked'));
const hubs: PushHub[] = [];

function pushing(
  options: Parameters<typeof proxyTo>[1] = {},
  hubOptions: Parameters<typeof createPushHub>[0] = {},
) {
  const hub = createPushHub(hubOptions);
  hubs.push(hub);
  return { hub, ...proxyTo(never, { push: hub, ...options }) };
}

afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
});

describe('GET …/v1/events', () => {
  it('is a stream that says when to look, without any data, and that nothing in between may hold back', async () => {
    const { hub, proxy, received } = pushing();
    const response = await proxy(eventsRequest());
    expect([
      response.status,
      ...['content-type', 'cache-control', 'x-accel-buffering'].map((name) => response.headers.get(name)),
    ]).toEqual([200, 'text/event-stream', 'no-store, no-transform', 'no']);
    const stream = read(response.body!);
    await hub.publish(ID);
    await vi.waitFor(() => expect(stream.text).toBe(':\n\ndata: look\n\n'));
    expect(received).toEqual([]);
    await stream.cancel();
    expect(hub.streams).toBe(0);
  });

  it('cancels a stream that opens after the browser has gone', async () => {
    const browser = new AbortController();
    const cancel = vi.fn(() => Promise.reject(new Error('It cannot be canceled')));
    let resolve: (stream: ReadableStream<Uint8Array>) => void = () => undefined;
    const opening = new Promise<ReadableStream<Uint8Array>>((settle) => (resolve = settle));
    const { proxy } = proxyTo(never, { push: { open: () => opening } });
    const response = proxy(eventsRequest({ signal: browser.signal }));
    setTimeout(() => browser.abort());
    expect((await response).status).toBe(408);
    resolve(new ReadableStream({ cancel }));
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });

  it('does not exist without a hub', async () => {
    const { proxy } = proxyTo(never);
    expect((await proxy(eventsRequest())).status).toBe(404);
  });

  it.each([
    ['whom authorize refuses', { authorize: () => false }, eventsRequest(), 403],
    ['of another site', {}, eventsRequest({ headers: { 'sec-fetch-site': 'cross-site' } }), 403],
    ['without an ID', {}, new Request(`${SITE}/api/baanx/v1/events`), 400],
    ['with another method', {}, eventsRequest({ method: 'POST' }), 405],
    ['over the limit', { limiter: async () => 7 }, eventsRequest(), 429],
  ])('opens no stream for a request %s', async (_, options, request, status) => {
    const { hub, proxy } = pushing(options);
    expect((await proxy(request)).status).toBe(status);
    expect(hub.streams).toBe(0);
  });

  it('is opened by authorize under its own name', async () => {
    const authorize = vi.fn(() => true);
    await pushing({ authorize }).proxy(eventsRequest());
    expect(authorize).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      onboardingId: ID,
      route: 'registration-events',
    });
  });

  it('is refused with 429 if too many are open', async () => {
    const { proxy } = pushing({}, { maxStreams: 1 });
    expect((await proxy(eventsRequest())).status).toBe(200);
    const refused = await proxy(eventsRequest());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({ code: 'rate-limited' });
  });

  it('may be opened by a page of a listed origin', async () => {
    const { proxy } = pushing({ allowedOrigins: ['https://shop.example'] });
    const response = await proxy(eventsRequest({ headers: { origin: 'https://shop.example' } }));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://shop.example',
    ]);
  });
});

describe('GET …/v1/events under Node', () => {
  /** A server, and a function that opens a stream on a connection of its own. */
  async function serving() {
    const { hub, proxy } = pushing({}, { heartbeat: 50, maxStreamsPerOnboarding: 1_000 });
    const server = createServer(toNodeHandler(proxy)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const request = () =>
      get(`http://127.0.0.1:${port}/api/baanx/v1/events?onboardingId=${ID}`, { agent: false });
    const open = async () => {
      const [response] = (await once(request(), 'response')) as [IncomingMessage];
      return response;
    };
    const close = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return { hub, request, open, close };
  }

  it('arrives chunk by chunk', async () => {
    const { hub, open, close } = await serving();
    const response = await open();
    const chunks: string[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
    await vi.waitFor(() => expect(chunks.join('')).toContain(':\n\n:\n\n'));
    await hub.publish(ID);
    await vi.waitFor(() => expect(chunks.join('')).toContain('data: look\n\n'));
    hub.close();
    await once(response, 'end');
    await close();
  });

  it('leaves no stream behind when clients disconnect, at whatever moment', async () => {
    const { hub, request, open, close } = await serving();
    const opened = await Promise.all(Array.from({ length: 20 }, open));
    expect(hub.streams).toBe(20);
    for (const response of opened) response.destroy();
    // Some of these are gone before the proxy has answered.
    for (let i = 0; i < 50; i++) {
      const aborted = request().on('error', () => undefined);
      setTimeout(() => aborted.destroy(), i / 5);
    }
    // The requests have been received once this stream is open.
    await vi.waitFor(() => expect(hub.streams).toBe(0), { timeout: 5_000 });
    const last = await open();
    await vi.waitFor(() => expect(hub.streams).toBe(1), { timeout: 5_000 });
    last.destroy();
    await vi.waitFor(() => expect(hub.streams).toBe(0), { timeout: 5_000 });
    await close();
  });
});
