import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../src/proxy/node.js';
import { PROXY_ROUTES } from '../../src/proxy/routes.js';
import { ID, KEY, proxyTo, SESSION_URL, SITE } from './scripted-baanx.js';
import { expectHarmless } from './support/harmless-log.js';
import { rawRequest } from './support/raw-request.js';
import { listen } from './support/upstream.js';

const RUNS = 10_000;
const SECRETS = ['ada@person.example', SESSION_URL, KEY, 'bearer-of-ada', 'session-cookie'];
const PATHS = PROXY_ROUTES.map(({ path }) => path);

/** Text that has broken a parser somewhere. */
const nasty = fc.constantFrom(
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    '\\',
    '//',
    ';',
    '%00',
    '\u0000',
    '%',
    '%zz',
    '?',
    '#',
    '@evil.example',
    ':',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    '{{7*7}}',
    '\r\nx-client-key: forged',
    '%0d%0aset-cookie:a=b',
    '\u202e',
  ],
  ...[
    'onboardingId',
    `onboardingId=${ID}`,
    '&',
    '=',
    '[]',
    'true',
    ' ',
    '\t',
    'https://evil.example/',
    '\ud800',
    'ä',
  ],
);
const odd = fc.oneof(nasty, fc.string({ maxLength: 20 }), fc.constantFrom(...PATHS, ID));
const text = fc.array(odd, { maxLength: 6 }).map((parts) => parts.join(''));

const path = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PATHS).map((one) => `/api/baanx${one}`) },
  // A right path with something put into it.
  fc
    .tuple(fc.constantFrom(...PATHS), odd, fc.nat(60))
    .map(([one, more, at]) => `/api/baanx${one}`.slice(0, at) + more + `/api/baanx${one}`.slice(at)),
  text.map((one) => `/${one}`),
);
const query = fc.oneof(
  fc.constantFrom('', `?onboardingId=${ID}`, `?onboardingId=${ID}&onboardingId=other`, '?onboardingId='),
  text.map((one) => `?${one}`),
  text.map((one) => `?onboardingId=${encodeURIComponent(one.replaceAll('\ud800', '\ufffd'))}`),
);
const method = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('GET', 'POST') },
  fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'get', 'GETS', '__proto__'),
);
const body = fc.oneof(
  fc.constantFrom(
    JSON.stringify({ onboardingId: ID }),
    '',
    'null',
    '[]',
    '{',
    `{"onboardingId":"${ID}","a":1}`,
  ),
  fc.constantFrom(`{"__proto__":{"onboardingId":"${ID}"}}`, '['.repeat(3000), ' '.repeat(5000), '\ufeff{}'),
  text.map((id) => JSON.stringify({ onboardingId: id })),
  fc.json(),
  fc.uint8Array({ maxLength: 64 }),
);
const headerValue = fc.oneof(text, fc.constantFrom('application/json', 'Bearer bearer-of-ada', 'null', SITE));
const headers = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant({ 'content-type': 'application/json', authorization: 'Bearer bearer-of-ada' }),
  },
  fc.dictionary(
    fc.constantFrom(
      ...[
        'content-type',
        'content-length',
        'origin',
        'sec-fetch-site',
        'authorization',
        'cookie',
        'x-us-env',
        'traceparent',
        'x-request-id',
      ],
      ...[
        'x-client-key',
        'x-forwarded-for',
        'x-http-method-override',
        'transfer-encoding',
        '__proto__',
        'a\r\nb',
      ],
    ),
    headerValue,
  ),
);

/** What a platform would hand over of it; undefined where it can't be said in HTTP at all. */
function requestOf(received: {
  path: string;
  query: string;
  method: string;
  body: BodyInit;
  headers: object;
}) {
  try {
    const withBody = !['GET', 'HEAD', 'get'].includes(received.method);
    return new Request(SITE + received.path + received.query, {
      method: received.method,
      headers: { cookie: 'session-cookie', ...received.headers },
      ...(withBody && { body: received.body }),
    });
  } catch {
    return undefined;
  }
}

describe('hostile requests', () => {
  it(`are answered, ${RUNS} of them, and reach Baanx only where they are one of four exact calls`, async () => {
    const lines: string[] = [];
    const { proxy, received } = proxyTo(
      (request) =>
        Response.json({
          sessionUrl: SESSION_URL,
          verificationState: 'PENDING',
          email: 'ada@person.example',
          url: request.url,
        }),
      {
        authorize: (_, { onboardingId }) => onboardingId !== 'refused',
        passAuthorization: true,
        allowedOrigins: ['https://partner.example'],
        limiter: async () => undefined,
        addressHeader: 'x-forwarded-for',
        log: (record) => lines.push(JSON.stringify(record)),
      },
    );
    let reached = 0;
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.record({ path, query, method, body, headers }), async (drawn) => {
        const request = requestOf(drawn);
        if (!request) return;
        sent += 1;
        const { pathname } = new URL(request.url);
        const before = received.length;
        const response = await proxy(request);
        const answer = await response.text();

        expect(response.headers.has('set-cookie')).toBe(false);
        expect(response.headers.get('cache-control')).toBe('no-store');
        const calls = received.slice(before);
        expect(calls.length).toBeLessThanOrEqual(1);
        if (response.status === 200) {
          expect(calls).toHaveLength(1);
          expect(answer).toBe(
            pathname.endsWith('/verification')
              ? JSON.stringify({ sessionUrl: SESSION_URL })
              : '{"verificationState":"PENDING"}',
          );
        } else {
          expect(calls).toHaveLength(0);
          expect(response.status).toBeGreaterThanOrEqual(204);
          expect(response.status).toBeLessThan(500);
          if (response.status !== 204)
            expect(Object.keys(JSON.parse(answer) as object)).toEqual(['message', 'code']);
          for (const secret of SECRETS) expect(answer).not.toContain(secret);
        }
        for (const call of calls) {
          reached += 1;
          const route = PROXY_ROUTES.find((one) => pathname === `/api/baanx${one.path}`);
          expect(call.method).toBe(route?.method);
          const url = new URL(call.url);
          expect(url.origin + url.pathname).toBe(`https://dev.api.baanx.com${route?.path}`);
          expect([[], ['onboardingId']]).toContainEqual([...url.searchParams.keys()]);
          expect(call.headers.get('x-client-key')).toBe(KEY);
          for (const [name] of call.headers) {
            expect([
              'accept',
              'content-type',
              'x-client-key',
              'x-us-env',
              'authorization',
              'traceparent',
            ]).toContain(name);
          }
          const given = (await call.text()) || null;
          const id: unknown = given
            ? (JSON.parse(given) as { onboardingId: unknown }).onboardingId
            : url.searchParams.get('onboardingId');
          if (given) expect(Object.keys(JSON.parse(given) as object)).toEqual(['onboardingId']);
          if (id !== null) expect(id).toMatch(/^[\x21-\x7e]{1,128}$/);
        }
      }),
      { numRuns: RUNS },
    );
    // It is worth something only if many can be sent, and some are right.
    expect(sent).toBeGreaterThan(RUNS / 2);
    expect(reached).toBeGreaterThan(100);
    expect(reached).toBeLessThan(sent / 2);
    expect(lines).toHaveLength(sent);
    expectHarmless(lines);
    expect(({} as { onboardingId?: unknown }).onboardingId).toBeUndefined();
  }, 60_000);

  it('reach Baanx through a server by no path but an exact one, whatever a URL would make of it', async () => {
    const { proxy, received } = proxyTo(() => Response.json({ verificationState: 'PENDING' }), {
      accessToken: () => 'bearer-of-ada',
    });
    const server = await listen(toNodeHandler(proxy));
    const exact = PATHS.map((one) => `/api/baanx${one}`);
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(path, query, async (drawnPath, drawnQuery) => {
        const target = (drawnPath + drawnQuery).replaceAll(/[\r\n]/g, '');
        const before = received.length;
        const answer = await rawRequest(server.origin, `GET ${target} HTTP/1.1\r\nHost: app.example`);
        expect(answer).toMatch(/^HTTP\/1\.1 (200|4\d\d|502) /);
        if (received.length === before) return;
        reached += 1;
        // Spaces around the target are not of it: a server may take any number of them for one (RFC 9112, section 3).
        expect(exact).toContain(target.replaceAll(/^ +| +$/g, '').split('?')[0]);
      }),
      { numRuns: 1_000, examples: [[' /api/baanx/v1/user', '']] },
    );
    await server.close();
    expect(reached).toBeGreaterThan(20);
  }, 60_000);
});
