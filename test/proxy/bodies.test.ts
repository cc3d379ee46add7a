import express, { type RequestHandler } from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { cloneRawRequest } from 'hono/request';
import { afterEach, describe, expect, it } from 'vitest';
import type { KycProxyRecord } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { ID, proxyTo, SESSION_URL, sessionRequest } from './scripted-baanx.js';
import { listen, type Listening } from './support/upstream.js';

const PATH = '/api/baanx/v1/auth/register/verification';
const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A proxy whose Baanx creates sessions, and its log records. */
function sessionProxy() {
  const records: KycProxyRecord[] = [];
  const { proxy, received } = proxyTo(() => Response.json({ sessionUrl: SESSION_URL }), {
    log: (record) => records.push(record),
  });
  return { proxy, received, records };
}

const post = async (origin: string) => {
  const body = JSON.stringify({ onboardingId: ID });
  const response = await fetch(origin + PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

describe('a body that Express has read', () => {
  it.each<[string, RequestHandler]>([
    ['express.json', express.json()],
    ['express.text', express.text({ type: '*/*' })],
    ['express.raw', express.raw({ type: '*/*' })],
    ['express.urlencoded, which leaves it alone', express.urlencoded()],
  ])('with %s is still there', async (_, parser) => {
    const { proxy, received } = sessionProxy();
    const app = express();
    app.use(parser, (req, res) => toNodeHandler(proxy)(req, res));
    const server = await listen(app as never);
    open.push(server);
    expect((await post(server.origin)).status).toBe(200);
    expect(await received[0]?.json()).toEqual({ onboardingId: ID });
  });
});

/** The one clear answer if the body is gone: never a 400 that tells the person that the registration has expired. */
const expectBodyLost = ({ status, body }: Awaited<ReturnType<typeof post>>, records: KycProxyRecord[]) => {
  expect([status, body['code']]).toEqual([500, 'proxy-error']);
  expect(records.map(({ reason }) => reason)).toEqual(['body-already-read']);
};

it('counts as lost if JSON cannot represent what the parser made of it', async () => {
  const { proxy, records } = sessionProxy();
  const app = express();
  const parser: RequestHandler = express.json();
  app.use(parser, (req, res) => {
    Object.assign(req.body as object, { number: 12345678901234567890n });
    toNodeHandler(proxy)(req, res);
  });
  const server = await listen(app as never);
  open.push(server);
  expectBodyLost(await post(server.origin), records);
});

describe('a body that Fastify has read', () => {
  const serve = async (isHandedOver: boolean) => {
    const { proxy, records } = sessionProxy();
    const app = Fastify();
    const handle = toNodeHandler(proxy);
    app.all('/api/baanx/*', (request, reply) => {
      void reply.hijack();
      if (isHandedOver) Object.assign(request.raw, { body: request.body });
      handle(request.raw, reply.raw);
    });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    open.push({ origin, close: () => app.close() });
    return { origin, records };
  };

  it('is there if it is handed over', async () => {
    const { origin } = await serve(true);
    expect((await post(origin)).status).toBe(200);
  });

  it('is gone from the raw request, which the log says', async () => {
    const { origin, records } = await serve(false);
    expectBodyLost(await post(origin), records);
  });
});

describe('a body that Hono has read', () => {
  const answer = async (cloned: boolean) => {
    const { proxy, records } = sessionProxy();
    const app = new Hono();
    app.use(async (context, next) => {
      await context.req.json();
      await next();
    });
    app.all('/api/baanx/*', async (context) =>
      proxy(cloned ? await cloneRawRequest(context.req) : context.req.raw),
    );
    const response = await app.fetch(sessionRequest());
    return { status: response.status, body: (await response.json()) as Record<string, string>, records };
  };

  it('is there with cloneRawRequest', async () => {
    expect((await answer(true)).status).toBe(200);
  });

  it('is gone from the raw request, which the log says', async () => {
    const { records, ...response } = await answer(false);
    expectBodyLost(response, records);
  });
});
