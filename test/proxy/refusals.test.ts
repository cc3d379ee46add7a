import { describe, expect, it } from 'vitest';
import { ID, proxyTo, sessionRequest, SITE, statusRequest } from './scripted-baanx.js';

const PARTNER = 'https://partner.example';
const base = `${SITE}/api/baanx`;

const endless = () =>
  new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(0x20)),
  });
const streamed = (
  body: ReadableStream<Uint8Array>,
  headers: HeadersInit = { 'content-type': 'application/json' },
) => {
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  return new Request(`${base}/v1/auth/register/verification`, init);
};

async function refused(request: Request, status: number) {
  const { proxy, received } = proxyTo(() => Response.json({}), {
    allowedOrigins: [PARTNER],
    passAuthorization: true,
    timeout: 20,
  });
  const response = await proxy(request);
  expect(response.status).toBe(status);
  expect(received, 'Baanx must not be received').toHaveLength(0);
  const body = (await response.json()) as object;
  expect(Object.keys(body)).toEqual(['message', 'code']);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  return response;
}

describe('paths', () => {
  it.each([
    `${SITE}/`,
    `${SITE}/v1/user`,
    `${SITE}/x/api/baanx/v1/user`,
    `${SITE}/api/baanxx/v1/user`,
    base,
    `${base}/v1/user/`,
    `${base}/v1//user`,
    `${base}//v1/user`,
    `${SITE}//api/baanx/v1/user`,
    `${base}/v1%2fuser`,
    `${base}/v1/%75ser`,
    `${base}/V1/user`,
    `${base}/v1/user;x`,
    `${base}/v1/user%00`,
    `${base}/v1/user/../../../v1/user`,
    `${base}/v1/users`,
    `${base}/v1/user/verification/x`,
    `${base}/v1/auth/register/%2e%2e/login`,
    `${base}/__proto__`,
    `${base}/https://evil.example/v1/user`,
  ])('%s is not found', async (url) => {
    await refused(new Request(url, { headers: { authorization: 'Bearer mine' } }), 404);
  });
});

describe('methods', () => {
  it.each([
    ['POST', '/v1/auth/register', 'GET, OPTIONS'],
    ['HEAD', '/v1/auth/register', 'GET, OPTIONS'],
    ['GET', '/v1/auth/register/verification', 'POST, OPTIONS'],
    ['HEAD', '/v1/auth/register/verification', 'POST, OPTIONS'],
    ['PUT', '/v1/user', 'GET, OPTIONS'],
    ['DELETE', '/v1/user', 'GET, OPTIONS'],
    ['OPTIONS', '/v1/user', 'GET, OPTIONS'],
    ['PROPFIND', '/v1/user/verification', 'GET, OPTIONS'],
  ])('%s %s is refused with Allow: %s', async (method, path, allow) => {
    const response = await refused(new Request(base + path, { method }), 405);
    expect(response.headers.get('allow')).toBe(allow);
  });
});

describe('bodies', () => {
  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=application/json', 415],
    ['application/jsonp', 415],
    ['', 415],
  ])('of type %j: %i', async (type, status) => {
    await refused(sessionRequest({ onboardingId: ID }, { 'content-type': type }), status);
  });

  it.each([
    ['not JSON', 'onboardingId', 400],
    ['empty', '', 400],
    ['null', 'null', 400],
    ['an array', `["${ID}"]`, 400],
    ['a string', `"${ID}"`, 400],
    ['no id', {}, 400],
    ['an id of no text', { onboardingId: 1 }, 400],
    ['an id in an array', { onboardingId: [ID] }, 400],
    ['an empty id', { onboardingId: '' }, 400],
    ['an id of 129 characters', { onboardingId: 'a'.repeat(129) }, 400],
    ['a new line in the id', { onboardingId: 'a\r\nx-client-key: b' }, 400],
    ['a space in the id', { onboardingId: 'a b' }, 400],
    ['a letter outside ASCII', { onboardingId: 'ä' }, 400],
    ['a lone surrogate', '{"onboardingId":"\\ud800"}', 400],
    ['an inherited id', `{"__proto__":{"onboardingId":"${ID}"}}`, 400],
    ['an id in a constructor', `{"constructor":{"prototype":{"onboardingId":"${ID}"}}}`, 400],
    ['deep nesting', '['.repeat(4000), 400],
    ['one byte over 4 KB', JSON.stringify({ onboardingId: ID }).padEnd(4097), 413],
  ])('%s: refused', async (_, body, status) => {
    await refused(sessionRequest(body), status);
  });

  it('counts what comes, not what Content-Length says', async () => {
    await refused(streamed(endless(), { 'content-type': 'application/json', 'content-length': '2' }), 413);
  });

  it('gives up on a body that never ends', async () => {
    let canceled = false;
    await refused(streamed(new ReadableStream({ cancel: () => void (canceled = true) })), 408);
    expect(canceled).toBe(true);
  });

  it('blames the host, not the browser, for a body that was read before', async () => {
    const request = sessionRequest();
    await request.text();
    await refused(request, 500);
  });

  it('takes 4 KB to the byte, and a charset', async () => {
    const { proxy } = proxyTo(() => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' }));
    const body = JSON.stringify({ onboardingId: ID }).padEnd(4096);
    const response = await proxy(sessionRequest(body, { 'content-type': 'Application/JSON; charset=utf-8' }));
    expect(response.status).toBe(200);
  });
});

describe('queries', () => {
  it.each([
    '',
    'onboardingId=',
    'onboardingid=a',
    'onboardingId=a&onboardingId=a',
    'onboardingId=a&onboarding%49d=b',
    'onboardingId[]=a',
    'onboardingId=%0d%0ax',
    'onboardingId=a%00',
    'onboardingId=%C3%A4',
    'onboardingId=%ff',
    `onboardingId=${'a'.repeat(129)}`,
  ])('?%s: 400', async (query) => {
    await refused(statusRequest({}, query), 400);
  });
});

describe('other sites', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin, cross-site' },
    { 'sec-fetch-site': '' },
    { origin: 'https://evil.example' },
    { origin: 'https://app.example.evil.example' },
    { origin: 'https://app.example:8443' },
    { origin: 'http://app.example' },
    { origin: 'chrome-extension://app.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: `${SITE}, https://evil.example` },
    { origin: 'https://partner.example.evil.example' },
    { origin: 'https://partner.example/' },
    // The browser's own word is worth more than a matching host.
    { 'sec-fetch-site': 'cross-site', origin: SITE },
  ])('%j: 403', async (headers) => {
    const response = await refused(sessionRequest(undefined, headers), 403);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it.each([
    ['https', {}],
    ['https', { origin: SITE }],
    ['https', { 'sec-fetch-site': 'same-origin' }],
    ['https', { 'sec-fetch-site': 'same-origin', origin: SITE }],
    // Behind a balancer that ends TLS.
    ['http', { origin: SITE }],
    // Behind one that rewrites Host as well.
    ['http', { 'sec-fetch-site': 'same-origin', origin: 'https://www.elsewhere.example' }],
    ['http', { origin: 'http://app.example' }],
  ])('over %s, %j is the same site', async (scheme, headers) => {
    const { proxy } = proxyTo(() => Response.json({ verificationState: 'VERIFIED' }));
    const response = await proxy(
      new Request(`${scheme}://app.example/api/baanx/v1/auth/register?onboardingId=a`, { headers }),
    );
    expect(response.status).toBe(200);
  });
});

describe('listed origins', () => {
  const { proxy } = proxyTo(() => Response.json({}, { status: 429, headers: { 'retry-after': '7' } }), {
    allowedOrigins: [PARTNER],
  });
  const headers = { origin: PARTNER, 'sec-fetch-site': 'cross-site' };

  it('may read answers, errors among them', async () => {
    const response = await proxy(statusRequest({ headers }));
    expect(response.status).toBe(429);
    expect(response.headers.get('access-control-allow-origin')).toBe(PARTNER);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('access-control-expose-headers')).toBe('date, retry-after, x-request-id');
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('learn from a preflight what they may send', async () => {
    const preflight = { ...headers, 'access-control-request-method': 'POST' };
    const response = await proxy(
      new Request(`${base}/v1/auth/register/verification`, { method: 'OPTIONS', headers: preflight }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(PARTNER);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'content-type, x-us-env, x-requested-with',
    );
  });

  it('get no preflight for other paths, nor do other origins for these', async () => {
    const options = (url: string, origin: string) =>
      new Request(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    await refused(options(`${base}/v1/login`, PARTNER), 404);
    await refused(options(`${base}/v1/auth/register/verification`, 'https://evil.example'), 403);
  });
});
