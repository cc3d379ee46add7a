import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../scripts/browsers/chromium.mjs';
import { toNodeHandler } from '../../src/proxy/node.js';
import { ID, proxyTo, SESSION_URL } from './scripted-baanx.js';
import { listen, type Listening } from './support/upstream.js';

/** What a page sees of one response; the error's name if the browser keeps it from the page. */
type Seen = { status: number; requestId: string | null; retryAfter: string | null } | string;

describe('pages on other origins, in a real browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let listed: Listening;
  let unlisted: Listening;
  let proxy: Listening;
  /** The headers of every request to Baanx. */
  let received: Request[];

  beforeAll(async () => {
    const page = (res: { setHeader(name: string, value: string): { end(text: string): unknown } }) =>
      res.setHeader('content-type', 'text/html').end('<title>Sign up</title>');
    [browser, listed, unlisted] = await Promise.all([
      ensureChromium().then(({ executablePath, args }) => chromium.launch({ executablePath, args })),
      listen((_, res) => void page(res)),
      listen((_, res) => void page(res)),
    ]);
    const made = proxyTo(
      () =>
        Response.json(
          { sessionUrl: SESSION_URL, verificationState: 'PENDING' },
          { status: 429, headers: { 'retry-after': '7' } },
        ),
      {
        allowedOrigins: [listed.origin],
        allowedHeaders: ['x-csrf-token', 'baggage', 'authorization'],
        accessToken: () => 'token',
      },
    );
    ({ received } = made);
    proxy = await listen(toNodeHandler(made.proxy));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all([listed, unlisted, proxy].map((server) => server.close()));
  });

  /** Sends a request from a page on the origin; nothing is intercepted, so the browser does its own preflights. */
  async function from(origin: string, path: string, init: RequestInit): Promise<Seen> {
    const page = await browser.newPage();
    await page.goto(origin);
    const seen = await page.evaluate(
      async ({ url, init }) =>
        fetch(url, { credentials: 'include', ...init }).then(
          ({ status, headers }) => ({
            status,
            requestId: headers.get('x-request-id'),
            retryAfter: headers.get('retry-after'),
          }),
          (error: unknown) => (error instanceof Error ? error.name : ''),
        ),
      { url: `${proxy.origin}/api/baanx${path}`, init },
    );
    await page.close();
    return seen;
  }

  const requests: [string, string, RequestInit][] = [
    [
      'the status request',
      `/v1/auth/register?onboardingId=${ID}`,
      { headers: { accept: 'application/json' } },
    ],
    [
      'the session request, with headers of a fetcher of the host’s',
      '/v1/auth/register/verification',
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-us-env': 'true',
          'x-csrf-token': 'csrf',
          baggage: 'tenant=1',
          authorization: 'Bearer of-the-page',
        },
        body: JSON.stringify({ onboardingId: ID }),
      },
    ],
    [
      'the account’s session request',
      '/v1/user/verification',
      { headers: { 'x-requested-with': 'baanx-kyc-step' } },
    ],
  ];

  it.each(requests)('%s of a listed origin passes, and its response can be read', async (_, path, init) => {
    received.length = 0;
    expect(await from(listed.origin, path, init)).toEqual({
      status: 429,
      requestId: expect.stringMatching(/^\w{4}-\w{4}$/),
      retryAfter: '7',
    });
    const names = received.flatMap(({ headers }) => [...headers.keys()]);
    expect(names).not.toEqual(expect.arrayContaining(['x-csrf-token']));
    expect(names).not.toEqual(expect.arrayContaining(['baggage']));
    expect(received.map(({ headers }) => headers.get('authorization'))).not.toContain('Bearer of-the-page');
  });

  it.each(requests)('%s of another origin reaches neither Baanx nor the page', async (_, path, init) => {
    received.length = 0;
    expect(await from(unlisted.origin, path, init)).toBe('TypeError');
    expect(received).toEqual([]);
  });

  it('a header that is not allowed stops the request', async () => {
    received.length = 0;
    const path = `/v1/auth/register?onboardingId=${ID}`;
    expect(await from(listed.origin, path, { headers: { 'x-other': '1' } })).toBe('TypeError');
    expect(received).toEqual([]);
  });
});
