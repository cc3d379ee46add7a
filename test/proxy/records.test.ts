import { describe, expect, it } from 'vitest';
import { sessionRequest, statusRequest, accountRequest, proxyTo, ID, KEY } from './scripted-baanx.js';
import type { KycProxyOptions, KycProxyRecord } from '../../src/proxy/handler.js';

const status =
  (record: object = { verificationState: 'PENDING' }) =>
  () =>
    Response.json(record);

/** Sends one request; returns the response, its log record, what `onError` received and what Baanx received. */
async function send(
  request: Request,
  options: Partial<KycProxyOptions> = {},
  baanx: () => Response | Promise<Response> = status(),
) {
  const records: KycProxyRecord[] = [];
  const errors: unknown[] = [];
  const { proxy, received } = proxyTo(baanx, {
    log: (record) => records.push(record),
    onError: (error, context) => errors.push([error, context]),
    ...options,
  });
  const response = await proxy(request);
  return { response, record: records[0], errors, received };
}

describe('the request ID', () => {
  it('is short, readable and new for each request, in the response and in the log', async () => {
    const [one, two] = await Promise.all([send(statusRequest()), send(statusRequest())]);
    const id = one.response.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(one.record?.requestId).toBe(id);
    expect(two.response.headers.get('x-request-id')).not.toBe(id);
  });

  it('is never the one that the client sends', async () => {
    const { response } = await send(statusRequest({ headers: { 'x-request-id': 'MINE-0000' } }));
    expect(response.headers.get('x-request-id')).not.toBe('MINE-0000');
  });
});

describe('traceparent', () => {
  const good = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  it.each([
    [good, good],
    [good.toUpperCase(), undefined],
    [`${good}, ${good}`, undefined],
    ['00-x', undefined],
  ])('%s: Baanx and the log get %s', async (traceparent, expected) => {
    const { record, received } = await send(statusRequest({ headers: { traceparent } }));
    expect(record?.traceparent).toBe(expected);
    expect(received[0]?.headers.get('traceparent') ?? undefined).toBe(expected);
  });
});

describe('the reason in the log', () => {
  const never = () => new Promise<never>(() => undefined);
  const throwing = () => {
    throw new Error(`no session of ${ID}`);
  };
  it.each<[string, Request, Partial<KycProxyOptions>, number]>([
    ['cross-site', statusRequest({ headers: { 'sec-fetch-site': 'cross-site' } }), {}, 403],
    ['unknown-path', accountRequest('/v1/users'), {}, 404],
    ['method-not-allowed', statusRequest({ method: 'DELETE' }), {}, 405],
    ['onboarding-id-malformed', statusRequest({}, 'onboardingId=a%20b'), {}, 400],
    ['content-type', sessionRequest('', { 'content-type': 'text/plain' }), {}, 415],
    ['authorize-refused', statusRequest(), { authorize: () => false }, 403],
    ['authorize-failed', statusRequest(), { authorize: throwing }, 500],
    ['authorize-timeout', statusRequest(), { authorize: never, timeout: 20 }, 500],
    ['access-token-missing', accountRequest(), {}, 401],
    ['access-token-failed', accountRequest(), { accessToken: throwing }, 500],
    ['access-token-timeout', accountRequest(), { accessToken: never, timeout: 20 }, 500],
    ['onboarding-limit', statusRequest(), { limiter: async () => 7 }, 429],
    ['limiter-failed', statusRequest(), { limiter: never, timeout: 20 }, 503],
    ['baanx-unreachable', sessionRequest(), { fetch: throwing }, 502],
    ['baanx-error', statusRequest(), { fetch: async () => new Response('', { status: 498 }) }, 498],
    ['baanx-response-not-json', statusRequest(), { fetch: async () => new Response('<html>') }, 502],
  ])('is %s', async (reason, request, options, expected) => {
    const { response, record } = await send(request, options);
    expect([response.status, record?.status, record?.reason]).toEqual([expected, expected, reason]);
    expect(JSON.stringify(record)).not.toContain(ID);
  });

  it('comes with a time to wait if the limits cannot be checked', async () => {
    const { response } = await send(statusRequest(), { limiter: throwing });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('is absent from a request that succeeds', async () => {
    expect((await send(statusRequest())).record).toMatchObject({ status: 200, reason: undefined });
  });
});

describe('onError', () => {
  it('receives what a hook threw, with the reference', async () => {
    const error = new Error('the session store is down');
    const { errors, record } = await send(statusRequest(), { authorize: () => Promise.reject(error) });
    expect(errors).toEqual([[error, { requestId: record?.requestId, reason: 'authorize-failed' }]]);
  });

  it('is called for a hook that rejects with nothing, and not for a refusal that is nobody’s fault', async () => {
    const authorize = () => {
      // A host's code in JavaScript can throw anything.
      throw undefined as unknown as Error;
    };
    const { errors } = await send(statusRequest(), { authorize });
    expect(errors).toEqual([[undefined, expect.objectContaining({ reason: 'authorize-failed' })]]);
    expect((await send(statusRequest(), { authorize: () => false })).errors).toEqual([]);
  });

  it('receives why Baanx could not be reached', async () => {
    const error = new TypeError('fetch failed');
    const { errors } = await send(sessionRequest(), { fetch: () => Promise.reject(error) });
    expect(errors).toEqual([[error, expect.objectContaining({ reason: 'baanx-unreachable' })]]);
  });
});

describe('an authorize that returns something else than true', () => {
  it.each([undefined, null, 1, 'yes', {}])('%j: refused', async (answer) => {
    const authorize = (() => answer) as unknown as KycProxyOptions['authorize'];
    const { response, received } = await send(statusRequest(), { authorize });
    expect([response.status, received.length]).toEqual([403, 0]);
  });
});

describe('the hint "submitted"', () => {
  const token = { accessToken: () => 'token' };
  it.each<[object, Request, Partial<KycProxyOptions>, boolean]>([
    [{ verificationState: 'PENDING', firstName: 'Ada' }, statusRequest(), {}, true],
    [{ verificationState: 'PENDING', firstName: 'Ada' }, statusRequest(), { submittedHint: false }, false],
    [{ verificationState: 'PENDING', firstName: 'Ada' }, accountRequest(), token, false],
    [{ verificationState: 'PENDING', firstName: null }, statusRequest(), {}, false],
    [{ verificationState: 'PENDING', firstName: ' ' }, statusRequest(), {}, false],
    [{ verificationState: 'PENDING', firstName: ['Ada'] }, statusRequest(), {}, false],
    [{ verificationState: 'PENDING', lastName: 'Lovelace' }, statusRequest(), {}, false],
    [{ verificationState: 'UNVERIFIED', firstName: 'Ada' }, statusRequest(), {}, false],
    [{ verificationState: 'VERIFIED', firstName: 'Ada' }, statusRequest(), {}, false],
    [{ verificationState: null, firstName: 'Ada' }, statusRequest(), {}, false],
  ])('%j', async (record, request, options, isSubmitted) => {
    const { response } = await send(request, options, status(record));
    const text = await response.text();
    expect(text.includes('"submitted":true')).toBe(isSubmitted);
    expect(text).not.toMatch(/Ada|Lovelace|false/);
  });
});

describe('the GET that creates a session', () => {
  const path = '/v1/user/verification';
  const bare = (headers: Record<string, string>) =>
    new Request(`https://app.example/api/baanx${path}`, { headers });
  it.each<[Record<string, string>, number]>([
    [{}, 403],
    [{ accept: 'application/json' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }, 200],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'image' }, 403],
    [{ origin: 'https://app.example' }, 200],
    [{ 'x-requested-with': 'baanx-kyc-step' }, 200],
    [{ 'x-requested-with': 'baanx-kyc-step', 'sec-fetch-site': 'cross-site' }, 403],
  ])('with %j: %i', async (headers, expected) => {
    const session = () => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' });
    const { response, received } = await send(bare(headers), { accessToken: () => 'token' }, session);
    expect([response.status, received.length]).toEqual([expected, expected === 200 ? 1 : 0]);
  });
});

describe('the client key', () => {
  it('goes to Baanx alone', async () => {
    const { response, record, received } = await send(statusRequest());
    expect(received[0]?.headers.get('x-client-key')).toBe(KEY);
    const seen = JSON.stringify([record, [...response.headers], await response.text()]);
    expect(seen).not.toContain(KEY);
  });
});
