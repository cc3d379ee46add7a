import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient, REQUEST_TIMEOUT, type ClientOptions } from '../../src/baanx/client.js';

const never = new AbortController().signal;

/** A client whose every request is answered by `answer`, and what it asked. */
function clientOf(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const asked: Request[] = [];
  const client = createClient({
    flow: 'registration',
    onboardingId: 'US_1/ä',
    proxyUrl: 'https://host.example/api/',
    usEnv: false,
    fetcher: (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return Promise.resolve(answer(request));
    },
    ...options,
  });
  return { client, asked };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

afterEach(() => {
  vi.useRealTimers();
});

describe('what is asked', () => {
  it('creates a session in registration', async () => {
    const { client, asked } = clientOf(() => json({ sessionUrl: 'https://magic.veriff.me/v/x' }));
    expect(await client.createSession(never)).toEqual({ ok: true, value: 'https://magic.veriff.me/v/x' });
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: 'https://host.example/api/v1/auth/register/verification',
    });
    expect(asked[0]!.headers.get('content-type')).toBe('application/json');
    expect(await asked[0]!.json()).toEqual({ onboardingId: 'US_1/ä' });
  });

  it('reads the status in registration, with the id encoded', async () => {
    const { client, asked } = clientOf(() => json({ verificationState: 'PENDING' }));
    expect(await client.readStatus(never)).toEqual({
      ok: true,
      value: { verificationState: 'PENDING', submitted: false },
    });
    expect(asked[0]!.url).toBe('https://host.example/api/v1/auth/register?onboardingId=US_1%2F%C3%A4');
    expect(asked[0]!.headers.has('x-us-env')).toBe(false);
  });

  it('asks with an id that is no text as well as it can', async () => {
    const { client } = clientOf(() => json({ message: 'no' }, { status: 400 }), { onboardingId: 'a\ud800b' });
    expect(await client.readStatus(never)).toMatchObject({ failure: { code: 'onboarding-invalid' } });
  });

  it('asks the account without an id, in the US environment', async () => {
    const { client, asked } = clientOf(() => json({ sessionUrl: 's', verificationState: null }), {
      flow: 'account',
      usEnv: true,
    });
    await client.createSession(never);
    await client.readStatus(never);
    expect(asked.map(({ headers }) => headers.get('x-requested-with'))).toEqual(['baanx-kyc-step', null]);
    expect(asked.map(({ method, url, headers }) => [method, url, headers.get('x-us-env')])).toEqual([
      ['GET', 'https://host.example/api/v1/user/verification', 'true'],
      ['GET', 'https://host.example/api/v1/user', 'true'],
    ]);
  });

  it.each([
    ['missing', {}],
    ['null', { verificationState: null }],
    ['a new word', { verificationState: 'RESUBMIT' }],
  ])('a state that is %s is unknown', async (_, body) => {
    const { client } = clientOf(() => json(body));
    expect(await client.readStatus(never)).toEqual({
      ok: true,
      value: { verificationState: undefined, submitted: false },
    });
  });
});

describe('the hint "submitted"', () => {
  it.each([
    [true, true],
    [false, false],
    ['true', false],
    [undefined, false],
  ])('%j reads as %j', async (submitted, expected) => {
    const { client } = clientOf(() => json({ verificationState: 'PENDING', submitted }));
    expect(await client.readStatus(never)).toMatchObject({ value: { submitted: expected } });
  });
});

describe('what fails', () => {
  const refused = (status: number, code: string) => json({ message: 'no', code }, { status });
  const html = '<!doctype html><title>Oops</title>';
  it.each<[string, () => Response, object]>([
    [
      '400',
      () => json({ message: 'Invalid onboarding ID' }, { status: 400 }),
      { code: 'onboarding-invalid', status: 400 },
    ],
    ['401', () => json({ message: 'no' }, { status: 401 }), { code: 'not-authenticated', status: 401 }],
    ['403', () => refused(403, 'baanx-error'), { code: 'not-authenticated', status: 403 }],
    ['404', () => refused(404, 'baanx-error'), { code: 'onboarding-not-found', status: 404 }],
    ['400 of the proxy', () => refused(400, 'malformed-request'), { code: 'misconfigured', status: 400 }],
    ['403 of authorize', () => refused(403, 'not-allowed'), { code: 'not-allowed', status: 403 }],
    ['403 across sites', () => refused(403, 'cross-site'), { code: 'misconfigured', status: 403 }],
    ['404 of the proxy', () => refused(404, 'unknown-path'), { code: 'misconfigured', status: 404 }],
    ['405 of the proxy', () => refused(405, 'method-not-allowed'), { code: 'misconfigured', status: 405 }],
    ['408 of the proxy', () => refused(408, 'request-timeout'), { code: 'timeout', status: 408 }],
    ['500 of the proxy', () => refused(500, 'proxy-error'), { code: 'provider-unavailable', status: 500 }],
    ['a code of somebody else', () => refused(404, 'E_NOT_FOUND'), { code: 'misconfigured', status: 404 }],
    ['a code of an object', () => refused(403, 'constructor'), { code: 'misconfigured', status: 403 }],
    [
      '404 of something else',
      () => new Response(html, { status: 404 }),
      { code: 'misconfigured', status: 404 },
    ],
    ['422', () => json({ message: 'no' }, { status: 422 }), { code: 'misconfigured', status: 422 }],
    ['429', () => json({ message: 'no' }, { status: 429 }), { code: 'rate-limited', status: 429 }],
    [
      '429 with seconds',
      () => json({}, { status: 429, headers: { 'retry-after': '7' } }),
      { code: 'rate-limited', status: 429, retryAfter: 7_000 },
    ],
    [
      '429 with nonsense',
      () => json({}, { status: 429, headers: { 'retry-after': 'soon' } }),
      { code: 'rate-limited', status: 429 },
    ],
    ['498', () => json({ message: 'no' }, { status: 498 }), { code: 'client-key-invalid', status: 498 }],
    ['499', () => json({ message: 'no' }, { status: 499 }), { code: 'client-key-invalid', status: 499 }],
    ['500', () => json({ message: 'no' }, { status: 500 }), { code: 'provider-unavailable', status: 500 }],
    [
      '502 with HTML',
      () => new Response(html, { status: 502 }),
      { code: 'provider-unavailable', status: 502 },
    ],
    ['200 with HTML', () => new Response(html), { code: 'bad-response', status: 200 }],
    ['200 with a number', () => json(7), { code: 'bad-response', status: 200 }],
    ['200 with null', () => json(null), { code: 'bad-response', status: 200 }],
  ])('%s', async (_, answer, failure) => {
    const { client } = clientOf(answer);
    expect(await client.createSession(never)).toEqual({ ok: false, failure });
    expect(await client.readStatus(never)).toEqual({ ok: false, failure });
  });

  it.each([
    ['7F3K-92QM', '7F3K-92QM'],
    ['0b1e1e52-7c1f-4b57-9d1c-2f6c1e7a90ab', '0b1e1e52-7c1f-4b57-9d1c-2f6c1e7a90ab'],
    ['https://magic.veriff.me/v/secret', undefined],
    ['a'.repeat(65), undefined],
  ])('the request ID %s is the reference %s', async (id, reference) => {
    const { client } = clientOf(() => json({}, { status: 500, headers: { 'x-request-id': id } }));
    expect(await client.readStatus(never)).toMatchObject({ failure: { reference } });
    expect(await client.createSession(never)).toMatchObject({ failure: { reference } });
  });

  it('a date in Retry-After, as ms from now', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' };
    const { client } = clientOf(() => json({}, { status: 429, headers }));
    expect(await client.readStatus(never)).toMatchObject({ failure: { retryAfter: 30_000 } });
  });

  it('no session URL in the answer', async () => {
    const { client } = clientOf(() => json({ sessionUrl: 5 }));
    expect(await client.createSession(never)).toMatchObject({ failure: { code: 'bad-response' } });
  });

  it('a fetch that rejects, or throws at once', async () => {
    const network = { ok: false, failure: { code: 'network' } };
    const rejecting = clientOf(() => Promise.reject(new TypeError('refused'))).client;
    expect(await rejecting.readStatus(never)).toEqual(network);
    const throwing = clientOf(() => {
      throw new Error('own code');
    }).client;
    expect(await throwing.readStatus(never)).toEqual(network);
  });

  it('a body that breaks off', async () => {
    const broken = new ReadableStream({ pull: (body) => body.error(new TypeError('reset')) });
    const { client } = clientOf(() => new Response(broken));
    expect(await client.readStatus(never)).toMatchObject({ failure: { code: 'network' } });
  });

  it('an answer that never comes, after 10 s, and the request is given up', async () => {
    vi.useFakeTimers();
    const { client, asked } = clientOf(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const answer = client.readStatus(never);
    await vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT);
    expect(await answer).toEqual({ ok: false, failure: { code: 'timeout' } });
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hands the abort of its caller on', async () => {
    const leaving = new AbortController();
    const { client, asked } = clientOf(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const answer = client.createSession(leaving.signal);
    leaving.abort();
    await answer;
    expect(asked[0]!.signal.aborted).toBe(true);
  });
});
