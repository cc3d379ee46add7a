import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { undiciTransport, toNodeHandler } from '../../src/proxy/node.js';
import { ID, KEY } from './scripted-baanx.js';
import { expectHarmless } from './support/harmless-log.js';
import { listen, type Listening } from './support/upstream.js';

const MB = 1024 * 1024;
const STATUS = JSON.stringify({ verificationState: 'VERIFIED', lastName: 'Müller' });
const TRANSPORTS = { 'the built-in fetch': undefined, 'undici’s pool': undiciTransport() };
const open: Listening[] = [];
const logged: string[] = [];
afterAll(() => expectHarmless(logged));

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function serving(listener: RequestListener): Promise<string> {
  const server = await listen(listener);
  open.push(server);
  return server.origin;
}

/** A server that answers every connection with raw bytes. */
async function sendingRaw(send: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => send(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  open.push({
    origin: '',
    async close() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(Object.entries(TRANSPORTS))('a Baanx that fails, reached with %s', (_, transport) => {
  /** The proxy as a server, and the status call at it. */
  async function behind(baseUrl: string, timeout = 5_000): Promise<string> {
    const log = (record: object) => logged.push(JSON.stringify(record));
    const proxy = createKycProxy({
      clientKey: KEY,
      authorize: anyoneWithTheOnboardingId,
      baseUrl,
      timeout,
      log,
      ...(transport && { transport }),
    });
    return `${await serving(toNodeHandler(proxy))}/api/baanx/v1/auth/register?onboardingId=${ID}`;
  }
  const answers = async (baseUrl: string, timeout?: number) => {
    const response = await fetch(await behind(baseUrl, timeout));
    expect(Object.keys((await response.json()) as object)).toEqual(['message', 'code']);
    return response.status;
  };

  it('hangs: 504', async () => {
    expect(await answers(await serving(() => undefined), 300)).toBe(504);
  });

  it('drips: 504', async () => {
    const drip: RequestListener = (_, res) => {
      res.write('{');
      const timer = setInterval(() => res.write(' '), 20);
      res.once('close', () => clearInterval(timer));
    };
    expect(await answers(await serving(drip), 300)).toBe(504);
  });

  it('resets the connection: 502', async () => {
    expect(await answers(await sendingRaw((socket) => socket.resetAndDestroy()))).toBe(502);
  });

  it('is not there: 502', async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    expect(await answers(gone.origin)).toBe(502);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a status that is none', 'HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n'],
    ['less than it promised', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"verificationState":'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n{}'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n'],
    ['an empty 204', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
    ['more headers than a head may have', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}\r\n`],
    ['a redirect', 'HTTP/1.1 302 Found\r\nlocation: https://evil.example/\r\ncontent-length: 0\r\n\r\n'],
    ['compressed rubbish', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd'],
  ])('says %s: 502', async (_case, bytes) => {
    expect(await answers(await sendingRaw((socket) => socket.end(bytes)))).toBe(502);
  });

  it.each<[string, Buffer, Record<string, string>]>([
    ['gzip, without being asked', gzipSync(STATUS), { 'content-encoding': 'gzip' }],
    ['deflate', deflateSync(STATUS), { 'content-encoding': 'deflate' }],
    ['brotli', brotliCompressSync(STATUS), { 'content-encoding': 'br' }],
    ['a byte-order mark', Buffer.from(`\ufeff${STATUS}`), {}],
    ['many chunks', Buffer.from(STATUS), { 'transfer-encoding': 'chunked' }],
    ['a wrong content type', Buffer.from(STATUS), { 'content-type': 'text/html' }],
  ])('sends %s: 200', async (_case, bytes, headers) => {
    const url = await behind(
      await serving((_req, res) => {
        res.writeHead(200, headers);
        if (headers['transfer-encoding']) for (const byte of bytes) res.write(Buffer.of(byte));
        else res.write(bytes);
        res.end();
      }),
    );
    const response = await fetch(url);
    expect([response.status, await response.json()]).toEqual([200, { verificationState: 'VERIFIED' }]);
  });

  it('sends a few KB that decompress to 10 MB: 502', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * MB, ' '));
    const url = await behind(
      await serving((_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)),
    );
    expect((await fetch(url)).status).toBe(502);
  });

  it('answers 10 MB, at once and without end: 502 in bounded memory', async () => {
    let sent = 0;
    const url = await behind(
      await serving((_req, res) => {
        const chunk = Buffer.alloc(64 * 1024, ' ');
        const more = () => {
          while (sent < 200 * 10 * MB && res.write(chunk)) sent += chunk.length;
          sent += chunk.length;
        };
        res.on('drain', more);
        more();
      }),
    );
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await fetch(url)).status));
    expect(new Set(statuses)).toEqual(new Set([502]));
    expect(sent, 'bytes that Baanx could send').toBeLessThan(20 * 10 * MB);
  });

  it('fails now and then, under load: every request is answered, and the right way', async () => {
    let count = 0;
    const url = await behind(
      await serving((req, res) => {
        count += 1;
        if (count % 7 === 0) req.socket.destroy();
        else if (count % 11 === 0) res.writeHead(500).end('<html>');
        else res.end('{"verificationState":"PENDING"}');
      }),
    );
    const statuses: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let i = 0; i < 20; i++) statuses.push((await fetch(url)).status);
      }),
    );
    expect(statuses).toHaveLength(200);
    expect(statuses.filter((status) => ![200, 500, 502].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(150);
  });

  it('sees its request end when the browser disconnects', async () => {
    let url = '';
    const browser = new AbortController();
    const letGo = new Promise<void>((resolve) => {
      void serving((req, res) => {
        res.once('close', resolve);
        if (req.url) browser.abort();
      }).then(async (origin) => {
        url = await behind(origin, 60_000);
        await fetch(url, { signal: browser.signal }).catch(() => undefined);
      });
    });
    await letGo;
  });

  it('has its connections reused', async () => {
    const connections = new Set<Socket>();
    let received = 0;
    const url = await behind(
      await serving((req, res) => {
        connections.add(req.socket);
        // An error too must not cost the connection.
        res.writeHead(++received % 2 ? 500 : 200, { 'content-length': 2 }).end('{}');
      }),
    );
    for (let i = 0; i < 10; i++) await (await fetch(url)).text();
    expect(connections.size).toBe(1);
  });
});
