import express from 'express';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { KycProxyOptions } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { ID, proxyTo, SESSION_URL } from './scripted-baanx.js';
import { ask } from './support/contract.js';
import { listen, type Listening } from './support/upstream.js';

let server: Listening | undefined;
afterEach(async () => server?.close());

/** What the real client reports when it sends its requests to the listener below `path`. */
async function reported(listener: RequestListener, path = '/api/baanx', headers: HeadersInit = {}) {
  server = await listen(listener);
  const reached = {
    proxyUrl: server.origin + path,
    fetcher: (input: RequestInfo | URL, init?: RequestInit) =>
      fetch(input, {
        ...init,
        headers: { ...(init?.headers as object), ...Object.fromEntries(new Headers(headers)) },
      }),
  };
  const [session, status] = [
    await ask(reached, 'registration', ID, 'session'),
    await ask(reached, 'registration', ID, 'status'),
  ];
  return [session.answer, status.answer] as { code?: string; status?: number; reference?: string }[];
}

const proxy = (options: Partial<KycProxyOptions> = {}, baanx?: () => Response) =>
  toNodeHandler(
    proxyTo(
      baanx ?? (() => Response.json({ sessionUrl: SESSION_URL, verificationState: 'PENDING' })),
      options,
    ).proxy,
  );

const REFERENCE = /^[\w]{4}-[\w]{4}$/;

describe('the real client and a proxy in the wrong place', () => {
  it.each<[string, () => RequestListener, string]>([
    ['another basePath', () => proxy({ basePath: '/kyc' }), '/api/baanx'],
    ['another proxy-url', () => proxy(), '/kyc'],
    ['a proxy-url without its end', () => proxy(), '/api'],
    ['a proxy-url with too much', () => proxy(), '/api/baanx/v1'],
    ['an empty proxy-url', () => proxy(), ''],
    [
      'a path that another router has cut off',
      () => (req, res) => proxy()(Object.assign(req, { url: req.url?.replace('/api/baanx', '') }), res),
      '/api/baanx',
    ],
  ])('%s: misconfigured, with a reference', async (_, listener, path) => {
    for (const failure of await reported(listener(), path)) {
      expect(failure).toMatchObject({ code: 'misconfigured', status: 404 });
      expect(failure.reference).toMatch(REFERENCE);
    }
  });

  it('a site that a load balancer has renamed: misconfigured', async () => {
    for (const failure of await reported(proxy(), '/api/baanx', { origin: 'https://www.app.example' })) {
      expect(failure).toMatchObject({ code: 'misconfigured', status: 403 });
    }
  });

  it('a person who may not use the onboarding: not-allowed', async () => {
    for (const failure of await reported(proxy({ authorize: () => false }))) {
      expect(failure).toMatchObject({ code: 'not-allowed', status: 403 });
    }
  });

  it.each([
    [400, 'onboarding-invalid'],
    [404, 'onboarding-not-found'],
    [403, 'not-authenticated'],
  ])('Baanx’s own %i through the proxy: %s', async (status, code) => {
    const baanx = () => Response.json({ message: 'of Baanx' }, { status });
    for (const failure of await reported(proxy({}, baanx))) expect(failure).toMatchObject({ code, status });
  });
});

describe('the real client and something else in between', () => {
  const answering =
    (status: number, body: object | string): RequestListener =>
    (_, res) => {
      const isHtml = typeof body === 'string';
      res.writeHead(status, { 'content-type': isHtml ? 'text/html' : 'application/json' });
      res.end(isHtml ? body : JSON.stringify(body));
    };
  it.each<[string, RequestListener]>([
    ['Express', express() as never],
    ['Nest', answering(404, { message: 'Cannot GET /api', error: 'Not Found', statusCode: 404 })],
    ['Nest, a guard', answering(403, { message: 'Forbidden resource', error: 'Forbidden', statusCode: 403 })],
    ['Fastify', answering(404, { message: 'Route GET:/api not found', error: 'Not Found', statusCode: 404 })],
    ['API Gateway, HTTP', answering(404, { message: 'Not Found' })],
    ['API Gateway, REST', answering(403, { message: 'Missing Authentication Token' })],
    ['API Gateway, a resource policy', answering(403, { Message: 'User is not authorized' })],
    ['Spring', answering(404, { status: 404, error: 'Not Found', path: '/api' })],
    ['a firewall', answering(403, '<html><title>Request blocked</title></html>')],
    ['nginx', answering(404, '<html><center>nginx</center></html>')],
    ['nginx, a header too large', answering(400, '<html>400 Bad Request</html>')],
  ])('%s: misconfigured', async (_, listener) => {
    for (const failure of await reported(listener)) expect(failure).toMatchObject({ code: 'misconfigured' });
  });

  it.each([
    [404, 'Onboarding session not found', 'onboarding-not-found'],
    [400, 'Invalid onboarding ID', 'onboarding-invalid'],
    [403, 'Not authenticated', 'not-authenticated'],
  ])('a proxy that passes Baanx’s %i on as it is: %s is %s', async (status, message, code) => {
    for (const failure of await reported(answering(status, { message }))) {
      expect(failure).toMatchObject({ code, status });
    }
  });
});
