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
    expect(await client.readStatus(never)).toEqual({ ok: true, value: 'PENDING' });
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
    expect(await client.readStatus(never)).toEqual({ ok: true, value: undefined });
  });
});

describe('what fails', () => {
  const html = '<!doctype html><title>Oops</title>';
  it.each<[string, () => Response, object]>([
    [
      '400',
      () => json({ message: 'Invalid onboarding ID' }, { status: 400 }),
      { code: 'onboarding-invalid', status: 400 },
    ],
    ['401', () => json({ message: 'no' }, { status: 401 }), { code: 'not-authenticated', status: 401 }],
    ['403', () => json({ message: 'no' }, { status: 403 }), { code: 'not-authenticated', status: 403 }],
    ['404', () => json({ message: 'no' }, { status: 404 }), { code: 'onboarding-not-found', status: 404 }],
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
