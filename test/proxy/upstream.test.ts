import { describe, expect, it, vi } from 'vitest';
import { accountRequest, proxyTo, sessionRequest, statusRequest, type Baanx } from './scripted-baanx.js';

const html = '<!doctype html><title>502 Bad Gateway</title><h1>nginx</h1>';
const nested = JSON.stringify({ message: JSON.stringify({ email: 'ada@person.example' }) });
const json =
  (body: unknown): Baanx =>
  () =>
    Response.json(body);

describe('error statuses', () => {
  it.each([400, 401, 403, 404, 405, 409, 418, 422, 429, 498, 499, 500, 502, 503, 504, 599])(
    '%i is kept, with a text of our own',
    async (status) => {
      for (const body of [nested, html, '', 'x'.repeat(100_000)]) {
        const { proxy } = proxyTo(
          () => new Response(body, { status, headers: { 'set-cookie': 'a=b', server: 'nginx' } }),
        );
        const response = await proxy(statusRequest());
        expect(response.status).toBe(status);
        expect(await response.json()).toEqual({
          message: expect.stringMatching(/^[A-Z][\w ,.]{5,60}$/) as string,
          code: 'baanx-error',
        });
        expect(response.headers.has('set-cookie')).toBe(false);
        expect(response.headers.has('server')).toBe(false);
      }
    },
  );

  it.each([
    [429, '2', '2'],
    [503, '120', '120'],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    [429, '2; admin=1', null],
    [429, 'soon', null],
    // Each of these is a date in 2001 to `Date`, and so a element that asks again at once.
    [429, 'soon 7', null],
    [429, '-5', null],
    [429, '5, 6', null],
    [429, '99999999999', null],
    [500, '2', null],
  ])('%i with Retry-After %j passes %j', async (status, sent, passed) => {
    const { proxy } = proxyTo(() => new Response('', { status, headers: { 'retry-after': sent } }));
    expect((await proxy(statusRequest())).headers.get('retry-after')).toBe(passed);
  });

  it('never follows a redirect', async () => {
    for (const status of [301, 302, 303, 304, 307, 308]) {
      const { proxy, received } = proxyTo(
        () => new Response(null, { status, headers: { location: 'https://evil.example/' } }),
      );
      const response = await proxy(statusRequest());
      expect(response.status).toBe(502);
      expect(response.headers.has('location')).toBe(false);
      expect(received).toHaveLength(1);
    }
  });
});

describe('answers to the status call', () => {
  it.each([
    [{ verificationState: 'UNVERIFIED' }, 'UNVERIFIED'],
    [{ verificationState: 'VERIFIED', email: 'ada@person.example' }, 'VERIFIED'],
    [{ verificationState: null }, null],
    [{}, null],
    [{ verificationState: 'verified' }, null],
    [{ verificationState: 'RESUBMISSION_REQUESTED' }, null],
    [{ verificationState: ['VERIFIED'] }, null],
    [{ verificationState: { toString: 'VERIFIED' } }, null],
  ])('%j gives %j', async (body, verificationState) => {
    const response = await proxyTo(json(body)).proxy(statusRequest());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ verificationState });
  });

  it('does not take an inherited state', async () => {
    const { proxy } = proxyTo(() => new Response('{"__proto__":{"verificationState":"VERIFIED"}}'));
    expect(await (await proxy(statusRequest())).json()).toEqual({ verificationState: null });
  });

  it('does not stumble over a name in a wrong encoding', async () => {
    const bytes = Buffer.from('{"firstName":"Jos\xe9","verificationState":"VERIFIED"}', 'latin1');
    const { proxy } = proxyTo(() => new Response(bytes));
    expect(await (await proxy(statusRequest())).json()).toEqual({ verificationState: 'VERIFIED' });
  });

  it('takes 201 and the like for 200', async () => {
    const { proxy } = proxyTo(() => Response.json({ verificationState: 'PENDING' }, { status: 206 }));
    expect((await proxy(statusRequest())).status).toBe(200);
  });

  it.each<[string, Baanx]>([
    ['HTML', () => new Response(html, { headers: { 'content-type': 'text/html' } })],
    ['nothing', () => new Response('')],
    ['204', () => new Response(null, { status: 204 })],
    ['an array', json([{ verificationState: 'VERIFIED' }])],
    ['a text', json('VERIFIED')],
    ['null', json(null)],
    ['more than 64 KB', json({ verificationState: 'VERIFIED', more: 'x'.repeat(65 * 1024) })],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error('reset')) })),
    ],
    ['a connection fault', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s is a 502', async (_, baanx) => {
    const response = await proxyTo(baanx).proxy(statusRequest());
    expect(response.status).toBe(502);
    expect(Object.keys((await response.json()) as object)).toEqual(['message', 'code']);
  });
});

describe('answers to the session call', () => {
  it.each([
    { sessionUrl: 'https://veriff.me.evil.example/v/x' },
    { sessionUrl: 'https://evilveriff.me/v/x' },
    { sessionUrl: 'http://magic.veriff.me/v/x' },
    { sessionUrl: 'javascript:alert(1)' },
    { sessionUrl: 'https://user@magic.veriff.me/v/x' },
    { sessionUrl: '' },
    { sessionUrl: null },
    { sessionUrl: ['https://magic.veriff.me/v/x'] },
    { url: 'https://magic.veriff.me/v/x' },
  ])('%j is a 502, and the URL goes no further', async (body) => {
    const response = await proxyTo(json(body)).proxy(sessionRequest());
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain('://');
  });

  it('follows the list of origins', async () => {
    const sessionUrl = 'http://127.0.0.1:4180/v/x';
    const { proxy } = proxyTo(json({ sessionUrl }), { veriffOrigins: ['http://127.0.0.1:4180'] });
    expect(await (await proxy(sessionRequest())).json()).toEqual({ sessionUrl });
  });
});

describe('time', () => {
  const never = () => new Promise<Response>(() => undefined);
  const stalling = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));

  it.each<[string, Baanx]>([
    ['no response', never],
    ['a response whose body never ends', stalling],
  ])('%s in time is a 504, and the request to Baanx is aborted', async (_, baanx) => {
    const { proxy, received } = proxyTo(baanx, { timeout: 30 });
    const response = await proxy(statusRequest());
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      504,
      'baanx-unavailable',
    ]);
    expect(received[0]?.signal.aborted).toBe(true);
  });

  it('leaves no timer behind once a request has been answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { proxy } = proxyTo(() => Response.json({ verificationState: 'PENDING' }));
      await proxy(statusRequest());
      await proxy(statusRequest({}, 'onboardingId='));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('requests nothing for a browser that has gone already', async () => {
    const { proxy, received } = proxyTo(never);
    const response = await proxy(statusRequest({ signal: AbortSignal.abort() }));
    expect([response.status, received.length]).toEqual([408, 0]);
  });

  it('lets Baanx go when the browser goes', async () => {
    const browser = new AbortController();
    let upstream: AbortSignal | undefined;
    const { proxy } = proxyTo((request) => {
      upstream = request.signal;
      browser.abort();
      return never();
    });
    const response = await proxy(statusRequest({ signal: browser.signal }));
    expect(upstream?.aborted).toBe(true);
    expect(response.status).toBe(408);
  });
});

describe('a connection that fails', () => {
  const failing = (times: number, answer: Baanx, fault = new TypeError('fetch failed')): Baanx => {
    let left = times;
    return (request) => (left-- > 0 ? Promise.reject(fault) : answer(request));
  };
  const status = () => Response.json({ verificationState: 'PENDING' });
  const session = () => Response.json({ sessionUrl: 'https://magic.veriff.me/v/x' });
  const breakingOff = () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('cut')) }));
  const bearer = { accessToken: () => 'token' };

  it.each<[string, Baanx, Request, number, number]>([
    ['once: the status is requested again', failing(1, status), statusRequest(), 200, 2],
    ['twice: that was all', failing(2, status), statusRequest(), 502, 2],
    ['once, of the account', failing(1, status), accountRequest('/v1/user'), 200, 2],
    ['half way through the answer', breakingOff, statusRequest(), 502, 2],
    ['once: a session is not made twice', failing(1, session), sessionRequest(), 502, 1],
    [
      'once: nor is that of the account, a GET or not',
      failing(1, session),
      accountRequest('/v1/user/verification'),
      502,
      1,
    ],
    [
      'not at all: Baanx’s own error is an answer',
      () => new Response('', { status: 500 }),
      statusRequest(),
      500,
      1,
    ],
  ])('%s', async (_, baanx, request, expected, times) => {
    const { proxy, received } = proxyTo(baanx, bearer);
    expect((await proxy(request)).status).toBe(expected);
    expect(received).toHaveLength(times);
  });

  it('is tried again after 50 to 250 ms', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    try {
      const { proxy, received } = proxyTo(failing(2, status));
      const answer = proxy(statusRequest());
      await vi.advanceTimersByTimeAsync(149);
      expect(received).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(received).toHaveLength(2);
      expect((await answer).status).toBe(502);
    } finally {
      random.mockRestore();
      vi.useRealTimers();
    }
  });

  it('is tried again within the one time limit', async () => {
    const { proxy, received } = proxyTo(
      failing(1, () => new Promise(() => undefined)),
      { timeout: 400 },
    );
    expect((await proxy(statusRequest())).status).toBe(504);
    expect(received).toHaveLength(2);
  });

  it.each([
    ['before', (leave: () => void) => leave()],
    ['after', (leave: () => void) => void setTimeout(leave, 10)],
  ])('is not tried again for a browser that goes just %s the failure', async (_, soon) => {
    vi.useFakeTimers();
    const browser = new AbortController();
    const { proxy, received } = proxyTo(() => {
      soon(() => browser.abort());
      return Promise.reject(new TypeError('fetch failed'));
    });
    const response = proxy(statusRequest({ signal: browser.signal }));
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    expect((await response).status).toBe(408);
    expect(received).toHaveLength(1);
  });
});
