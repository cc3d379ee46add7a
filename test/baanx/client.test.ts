import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, REQUEST_TIMEOUT_MS, type ClientOptions } from '../../src/baanx/client.js';

const never = new AbortController().signal;

/** A client whose requests all get this response, and the requests that it sent. */
function createTestClient(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const requests: Request[] = [];
  const client = createClient({
    flow: 'registration',
    onboardingId: '1/ä',
    proxyUrl: 'https://host.example/api/',
    usEnv: false,
    fetcher: (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return Promise.resolve(answer(request));
    },
    ...options,
  });
  return { client, requests };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

afterEach(() => {
  vi.useRealTimers();
});

describe('the requests', () => {
  it('create a session in registration', async () => {
    const { client, requests } = createTestClient(() => json({ sessionUrl: 'https://magic.veriff.me/v/x' }));
    expect(await client.createSession(never)).toEqual({ ok: true, value: 'https://magic.veriff.me/v/x' });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://host.example/api/v1/auth/register/verification',
    });
    expect(requests[0]!.headers.get('content-type')).toBe('application/json');
    expect(await requests[0]!.json()).toEqual({ onboardingId: '1/ä' });
  });

  it('read the status in registration, with the ID encoded', async () => {
    const { client, requests } = createTestClient(() => json({ verificationState: 'PENDING' }));
    expect(await client.readStatus(never)).toEqual({
      ok: true,
      value: { verificationState: 'PENDING', suggestsSubmission: false },
    });
    expect(requests[0]!.url).toBe('https://host.example/api/v1/auth/register?onboardingId=1%2F%C3%A4');
    expect(requests[0]!.headers.has('x-us-env')).toBe(false);
  });

  it('send an ID that is not valid Unicode as well as possible', async () => {
    const { client } = createTestClient(() => json({ message: 'no' }, { status: 400 }), {
      onboardingId: 'a\ud800b',
    });
    expect(await client.readStatus(never)).toMatchObject({ failure: { code: 'onboarding-invalid' } });
  });

  it('have no ID in the account flow, and the header of the US environment', async () => {
    const { client, requests } = createTestClient(() => json({ sessionUrl: 's', verificationState: null }), {
      flow: 'account',
      usEnv: true,
    });
    await client.createSession(never);
    await client.readStatus(never);
    expect(requests.map(({ headers }) => headers.get('x-requested-with'))).toEqual(['baanx-kyc-step', null]);
    expect(requests.map(({ method, url, headers }) => [method, url, headers.get('x-us-env')])).toEqual([
      ['GET', 'https://host.example/api/v1/user/verification', 'true'],
      ['GET', 'https://host.example/api/v1/user', 'true'],
    ]);
  });

  it.each([
    ['missing', {}],
    ['null', { verificationState: null }],
    ['an unknown value', { verificationState: 'RESUBMIT' }],
  ])('a state that is %s is unknown', async (_, body) => {
    const { client } = createTestClient(() => json(body));
    expect(await client.readStatus(never)).toEqual({
      ok: true,
      value: { verificationState: undefined, suggestsSubmission: false },
    });
  });
});

describe('the field `submitted`', () => {
  it.each([
    [true, true],
    [false, false],
    ['true', false],
    [undefined, false],
  ])('%j reads as %j', async (submitted, expected) => {
    const { client } = createTestClient(() => json({ verificationState: 'PENDING', submitted }));
    expect(await client.readStatus(never)).toMatchObject({ value: { suggestsSubmission: expected } });
  });
});

describe('a failure', () => {
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
    ['403 for another site', () => refused(403, 'cross-site'), { code: 'misconfigured', status: 403 }],
    ['404 of the proxy', () => refused(404, 'unknown-path'), { code: 'misconfigured', status: 404 }],
    ['405 of the proxy', () => refused(405, 'method-not-allowed'), { code: 'misconfigured', status: 405 }],
    ['408 of the proxy', () => refused(408, 'request-timeout'), { code: 'timeout', status: 408 }],
    ['500 of the proxy', () => refused(500, 'proxy-error'), { code: 'provider-unavailable', status: 500 }],
    ['the code of another server', () => refused(404, 'E_NOT_FOUND'), { code: 'misconfigured', status: 404 }],
    [
      'a code that every object has',
      () => refused(403, 'constructor'),
      { code: 'misconfigured', status: 403 },
    ],
    ['404 with HTML', () => new Response(html, { status: 404 }), { code: 'misconfigured', status: 404 }],
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
    const { client } = createTestClient(answer);
    expect(await client.createSession(never)).toEqual({ ok: false, failure });
    expect(await client.readStatus(never)).toEqual({ ok: false, failure });
  });

  it.each([
    ['7F3K-92QM', '7F3K-92QM'],
    ['0b1e1e52-7c1f-4b57-9d1c-2f6c1e7a90ab', '0b1e1e52-7c1f-4b57-9d1c-2f6c1e7a90ab'],
    ['https://magic.veriff.me/v/secret', undefined],
    ['a'.repeat(65), undefined],
  ])('the request ID %s is the reference %s', async (id, reference) => {
    const { client } = createTestClient(() => json({}, { status: 500, headers: { 'x-request-id': id } }));
    expect(await client.readStatus(never)).toMatchObject({ failure: { reference } });
    expect(await client.createSession(never)).toMatchObject({ failure: { reference } });
  });

  it('has a date in Retry-After as ms from now', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' };
    const { client } = createTestClient(() => json({}, { status: 429, headers }));
    expect(await client.readStatus(never)).toMatchObject({ failure: { retryAfter: 30_000 } });
  });

  it('is reported if the response has no session URL', async () => {
    const { client } = createTestClient(() => json({ sessionUrl: 5 }));
    expect(await client.createSession(never)).toMatchObject({ failure: { code: 'bad-response' } });
  });

  it('names the error of a fetcher that rejects or throws, without its URLs', async () => {
    const hint = (cause: string) => `The request failed (${cause}). Check proxy-url, CORS and connect-src.`;
    const rejecting = createTestClient(() => Promise.reject(new TypeError('Failed to fetch'))).client;
    expect(await rejecting.readStatus(never)).toEqual({
      ok: false,
      failure: { code: 'network', hint: hint('TypeError: Failed to fetch') },
    });
    const throwing = createTestClient(() => {
      throw new Error('no token for https://host.example/?secret=1');
    }).client;
    expect(await throwing.readStatus(never)).toEqual({
      ok: false,
      failure: { code: 'network', hint: hint('Error: no token for …') },
    });
  });

  it.each([
    ['a plain object with a message', { message: 'no token' }, 'no token'],
    ['a plain object', { code: 7 }, 'no message'],
    ['an object without a prototype', Object.create(null), 'no message'],
    ['a message that is no text', { message: Object.create(null) }, 'no message'],
    ['a symbol', Symbol('no token'), 'Symbol(no token)'],
    ['nothing', undefined, 'undefined'],
  ])('names the cause where a fetcher throws %s', async (_, thrown, cause) => {
    const { client } = createTestClient(() => {
      throw thrown as Error;
    });
    expect(await client.readStatus(never)).toMatchObject({
      failure: { code: 'network', hint: expect.stringContaining(`(${cause})`) },
    });
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    [
      'rejects',
      () => Promise.reject(new Error('no token for https://host.example/')),
      'push: the event stream ended (Error: no token for …).',
    ],
    [
      'rejects with a plain object',
      () => {
        throw { message: 'signed out' } as Error;
      },
      'push: the event stream ended (signed out).',
    ],
    [
      'gets another answer',
      () => json({ message: 'no' }, { status: 404 }),
      'push: the response (404) is not an event stream.',
    ],
  ])('is warned of if the fetcher of the event stream %s', async (_, answer, warning) => {
    const warnings: string[] = [];
    const { client } = createTestClient(answer, { warn: (text) => void warnings.push(text) });
    await client.listen?.(never, () => undefined);
    expect(warnings).toEqual([warning]);
  });

  it('is not warned of if the event stream was ended by us', async () => {
    const warnings: string[] = [];
    const ending = new AbortController();
    const { client } = createTestClient(() => new Promise<Response>(() => undefined), {
      warn: (text) => void warnings.push(text),
    });
    const listening = client.listen?.(ending.signal, () => undefined);
    ending.abort();
    await listening;
    expect(warnings).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['parsed JSON', { verificationState: 'VERIFIED' }],
    ['text', 'VERIFIED'],
  ])('says what to do if the fetcher returns %s', async (_, returned) => {
    const { client } = createTestClient(() => returned as unknown as Response);
    expect(await client.readStatus(never)).toEqual({
      ok: false,
      failure: { code: 'bad-response', hint: 'The fetcher must return a Response.' },
    });
  });

  it('says what to do if the fetcher has read the body', async () => {
    const { client } = createTestClient(async () => {
      const response = json({ verificationState: 'VERIFIED' });
      await response.text();
      return response;
    });
    expect(await client.readStatus(never)).toMatchObject({
      failure: { code: 'bad-response', hint: expect.stringContaining('has not been read') },
    });
  });

  it.each([
    [400, 'Invalid onboarding ID', true],
    [404, 'Onboarding session not found', true],
    [498, 'Invalid API key', true],
    [500, 'Internal server error', false],
  ])('names the region for a US onboarding ID: %i', async (status, message, isNamed) => {
    for (const usEnv of [false, true]) {
      const { client } = createTestClient(() => json({ message }, { status }), {
        onboardingId: 'US_1',
        usEnv,
      });
      const result = await client.readStatus(never);
      const hint = isNamed && !usEnv ? 'The onboarding ID begins with US_: set us-env.' : undefined;
      expect(result.ok || result.failure.hint).toBe(hint);
    }
  });

  it('names the region for an onboarding ID that is not of the US, with us-env', async () => {
    const hintWith = async (options: Partial<ClientOptions>) => {
      const { client } = createTestClient(
        () => json({ message: 'Onboarding session not found' }, { status: 404 }),
        options,
      );
      const result = await client.readStatus(never);
      return result.ok || result.failure.hint;
    };
    expect(await hintWith({ onboardingId: '1', usEnv: true })).toBe(
      'us-env is set, but the onboarding ID does not begin with US_.',
    );
    expect(await hintWith({ onboardingId: '1', usEnv: false })).toBe(undefined);
    // An account has no ID, and may be of either region.
    expect(await hintWith({ flow: 'account', onboardingId: '', usEnv: true })).toBe(undefined);
  });

  it('compares a date in Retry-After with the server’s clock', async () => {
    const headers = { date: 'Thu, 01 Jan 2026 00:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' };
    const { client } = createTestClient(() => json({}, { status: 429, headers }));
    expect(await client.readStatus(never)).toMatchObject({ failure: { retryAfter: 30_000 } });
  });

  it('is reported if the body breaks off', async () => {
    const broken = new ReadableStream({ pull: (body) => body.error(new TypeError('reset')) });
    const { client } = createTestClient(() => new Response(broken));
    expect(await client.readStatus(never)).toMatchObject({ failure: { code: 'network' } });
  });

  it('is a timeout after 10 s without a response, and the request is aborted', async () => {
    vi.useFakeTimers();
    const { client, requests } = createTestClient(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const answer = client.readStatus(never);
    await vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT_MS);
    expect(await answer).toEqual({ ok: false, failure: { code: 'timeout' } });
    expect(requests[0]!.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a timeout in a runtime without the class `Event` too, such as React Native', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('Event', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { client } = createTestClient(() => new Promise(() => undefined));
    const answer = client.readStatus(never);
    await vi.advanceTimersByTimeAsync(REQUEST_TIMEOUT_MS);
    expect(await answer).toEqual({ ok: false, failure: { code: 'timeout' } });
  });

  it('is not reported for a request that the caller aborts, and the request is aborted', async () => {
    const leaving = new AbortController();
    const { client, requests } = createTestClient(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const answer = client.createSession(leaving.signal);
    leaving.abort();
    await answer;
    expect(requests[0]!.signal.aborted).toBe(true);
  });
});

describe('the event stream', () => {
  /** A body that the test writes, and whether it was canceled. */
  function writable() {
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const stream = { isCanceled: false, write: (text: string) => controller.enqueue(encode(text)) };
    const body = new ReadableStream<Uint8Array>({
      start: (started) => void (controller = started),
      cancel: () => void (stream.isCanceled = true),
    });
    const headers = { 'content-type': 'text/event-stream' };
    return Object.assign(stream, { response: new Response(body, { headers }) });
  }
  const encode = (text: string) => new TextEncoder().encode(text);

  it.each([
    [
      [':\n\n', ':\n\n', 'data: look\n\n'],
      [false, false],
    ],
    [
      ['data: poll\n\n', ':\n\n', 'data: look\n\n'],
      [true, false],
    ],
    [
      [':\n\n', 'data: p', 'oll\n', '\ndata: lo', 'ok\n\n'],
      [false, true, false],
    ],
    [
      [':\n\n', 'data: poll\n\ndata: look\n\n'],
      [false, false],
    ],
    // Of a proxy of this package before it said `poll`, and of a later one.
    [
      [':\n\n', 'data: anything\n\n', 'event: later\n\n'],
      [false, false],
    ],
  ])('says when to look, and whether to poll: %j', async (chunks, expected) => {
    const stream = writable();
    const { client } = createTestClient(() => stream.response);
    const leaving = new AbortController();
    const notices: boolean[] = [];
    const ended = client.listen!(leaving.signal, (mustPoll = false) => notices.push(mustPoll));
    for (const chunk of chunks) {
      stream.write(chunk);
      // The reader takes one chunk at a time.
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(notices).toEqual(expected);
    leaving.abort();
    await ended;
    expect(stream.isCanceled).toBe(true);
  });

  it('is canceled if a fetcher that ignores the signal brings it after the page was left', async () => {
    const stream = writable();
    let answer = (_: Response) => {};
    const { client } = createTestClient(() => new Promise((resolve) => (answer = resolve)));
    const leaving = new AbortController();
    const notices: unknown[] = [];
    const ended = client.listen!(leaving.signal, () => notices.push(1));
    await Promise.resolve();
    leaving.abort();
    await ended;
    answer(stream.response);
    stream.write(':\n\n');
    await vi.waitFor(() => expect(stream.isCanceled).toBe(true));
    expect(notices).toEqual([]);
  });
});
