import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FetchHandler } from '../../src/proxy/handler.js';
import { toNodeHandler, type NodeRequest } from '../../src/proxy/node.js';
import { ID, proxyTo } from './scripted-baanx.js';
import { rawRequest } from './support/raw-request.js';

let server: Server | undefined;

async function serve(
  handler: FetchHandler,
  prepare?: (req: NodeRequest) => void | Promise<void>,
): Promise<string> {
  const listener = toNodeHandler(handler);
  server = createServer((req, res) => void Promise.resolve(prepare?.(req)).then(() => listener(req, res)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const post = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});
const status = { verificationState: 'PENDING' };
const sessionPath = '/api/baanx/v1/auth/register/verification';

describe('toNodeHandler', () => {
  it('carries method, whole URL, headers and body there, and status, headers and body back', async () => {
    const origin = await serve(async (request) =>
      Response.json(
        {
          url: request.url,
          method: request.method,
          header: request.headers.get('x-a'),
          body: await request.text(),
        },
        {
          status: 499,
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
            ['x-b', 'two'],
          ],
        },
      ),
    );
    const response = await fetch(`${origin}/p%2fq?x=1&x=2`, {
      method: 'PATCH',
      headers: { 'x-a': 'one' },
      body: 'ü',
    });
    expect(response.status).toBe(499);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-b')).toBe('two');
    expect(await response.json()).toEqual({
      url: `${origin}/p%2fq?x=1&x=2`,
      method: 'PATCH',
      header: 'one',
      body: 'ü',
    });
  });

  it('uses the whole path if Connect has stripped its mount point', async () => {
    const origin = await serve(
      (request) => Promise.resolve(Response.json(new URL(request.url).pathname)),
      (req) => {
        Object.assign(req, { originalUrl: req.url, url: '/v1/user' });
      },
    );
    expect(await (await fetch(`${origin}/api/baanx/v1/user`)).json()).toBe('/api/baanx/v1/user');
  });

  it.each([
    '/x/../api/baanx/v1/auth/register?onboardingId=a',
    '/api/baanx/v1/x/%2e%2e/auth/register?onboardingId=a',
    '/api/baanx\\v1\\auth\\register?onboardingId=a',
    '/api/baanx/v1/auth/register#?onboardingId=a',
  ])('refuses a path that a URL parser would change: %s', async (path) => {
    const { proxy, received } = proxyTo(() => Response.json(status));
    const origin = await serve(proxy);
    const answer = await rawRequest(origin, `GET ${path} HTTP/1.1\r\nHost: a`);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toMatch(/^x-request-id: [0-9A-Z]{4}-[0-9A-Z]{4}\r$/im);
    expect(received).toHaveLength(0);
  });

  it('uses the body that a parser in front has already read', async () => {
    const { proxy, received } = proxyTo(() => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' }));
    const origin = await serve(proxy, async (req) => {
      let text = '';
      for await (const chunk of req) text += String(chunk);
      Object.assign(req, { body: JSON.parse(text) as unknown });
    });
    const response = await fetch(origin + sessionPath, post(JSON.stringify({ onboardingId: ID })));
    expect(response.status).toBe(200);
    expect(await received[0]?.json()).toEqual({ onboardingId: ID });
  });

  it.each([5_000, 500_000])(
    'says why it refuses a body after %i bytes without an end, and serves the next request',
    async (bytes) => {
      const { proxy } = proxyTo(() => Response.json(status));
      const origin = await serve(proxy);
      const req = httpRequest(
        origin + sessionPath,
        post('') as { headers: Record<string, string> } & { method: string },
      );
      // The server closes the connection although the client still sends.
      req.on('error', () => undefined);
      req.write(' '.repeat(bytes));
      const [answer] = (await once(req, 'response')) as [IncomingMessage];
      expect(answer.statusCode).toBe(413);
      expect(answer.headers.connection).toBe('close');
      req.destroy();
      expect((await fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`)).status).toBe(200);
    },
  );

  it('hands the hooks a request with the whole URL and the headers, also of a POST', async () => {
    const seen: unknown[] = [];
    const { proxy, received } = proxyTo(() => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' }), {
      authorize: (request, about) => {
        seen.push(request.method, request.url, request.headers.get('cookie'), about.onboardingId);
        return request.headers.get('cookie') === 'sid=1';
      },
    });
    const origin = await serve(proxy);
    const body = JSON.stringify({ onboardingId: ID });
    const ask = async (cookie: string) =>
      (
        await fetch(origin + sessionPath, {
          ...post(body),
          headers: { 'content-type': 'application/json', cookie },
        })
      ).status;
    expect([await ask('sid=1'), await ask('sid=2')]).toEqual([200, 403]);
    expect(seen.slice(0, 4)).toEqual(['POST', origin + sessionPath, 'sid=1', ID]);
    expect(received).toHaveLength(1);
  });

  it('keeps the connection after a whole exchange', async () => {
    const origin = await serve(
      proxyTo(() => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' })).proxy,
    );
    const response = await fetch(origin + sessionPath, post(JSON.stringify({ onboardingId: ID })));
    expect(response.headers.get('connection')).toBe('keep-alive');
  });

  it('aborts the request when the client goes', async () => {
    let aborted: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => (aborted = resolve));
    const client = new AbortController();
    const origin = await serve(
      (request) =>
        new Promise(() => {
          request.signal.addEventListener('abort', () => aborted?.());
          client.abort();
        }),
    );
    await expect(fetch(origin, { signal: client.signal })).rejects.toThrow(/aborted/);
    await gone;
  });

  it('answers 500, with nothing of the error, if the handler throws', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const origin = await serve(() => Promise.reject(new Error('secret')));
    const response = await fetch(origin);
    expect(response.status).toBe(500);
    const reference = response.headers.get('x-request-id') ?? 'none';
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(reference), expect.any(Error));
    error.mockRestore();
    expect(await response.json()).toEqual({ message: 'The server failed', code: 'proxy-error' });
  });

  it.each([
    ['TRACE / HTTP/1.1\r\nHost: a', 200],
    ['GET http://evil.example/api HTTP/1.1\r\nHost: a', 400],
    ['OPTIONS * HTTP/1.1\r\nHost: a', 400],
    ['GET / HTTP/1.1\r\nHost: evil.example/path?', 400],
    ['GET / HTTP/1.1\r\nHost: user@evil.example', 400],
    ['GET / HTTP/1.1\r\nHost: a:99999', 400],
    ['GET / HTTP/1.1\r\nHost:', 400],
    ['HEAD / HTTP/1.1\r\nHost: a', 200],
    ['GET //evil.example/x HTTP/1.1\r\nHost: a', 200],
  ])('%j: %i', async (head, expected) => {
    const hosts: string[] = [];
    const origin = await serve((request) => {
      hosts.push(new URL(request.url).host);
      return Promise.resolve(new Response(''));
    });
    expect(await rawRequest(origin, head)).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
    expect(hosts).toEqual(expected === 200 ? ['a'] : []);
  });
});
