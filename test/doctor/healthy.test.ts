import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { diagnose, type DoctorOptions } from '../../src/doctor/index.js';
import { nodeFetch } from '../../src/doctor/node-fetch.js';
import { listen } from '../proxy/support/upstream.js';
import { findingsOf, outcomeOf } from './support/diagnose-site.js';
import {
  createSite,
  EVERYTHING,
  fetchFrom,
  GOOD_SCRIPT,
  GOOD_TAG,
  htmlOf,
  type Fault,
  GOOD_CSP,
} from './support/site.js';

/** A site behind a login: whoever has no cookie gets `refusal`, at the page too if `isPage`. */
function behindLogin(refusal: () => Response, isPage = false, options: Partial<DoctorOptions> = {}) {
  const site = createSite();
  const fetch = fetchFrom((request, connection) => {
    const { pathname } = new URL(request.url);
    const isClosed = pathname.startsWith('/api/') || (isPage && pathname === '/sign-up');
    return isClosed && !request.headers.has('cookie')
      ? Promise.resolve(refusal())
      : site(request, connection);
  });
  return diagnose({ ...EVERYTHING, ...options, fetch });
}

const REFUSALS: readonly [string, () => Response][] = [
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/login' } })],
  ['401 with JSON', () => Response.json({ error: 'login' }, { status: 401 })],
  ['403 with a page', () => new Response('<h1>No</h1>', { status: 403 })],
];

describe.each(REFUSALS)('A proxy behind a login that answers with %s', (_, refusal) => {
  it.each([true, false])('has no finding with a cookie (expectAuthorize: %s)', async (expectAuthorize) => {
    const report = await behindLogin(refusal, false, { expectAuthorize });
    expect(findingsOf(report)).toEqual([]);
    expect(outcomeOf(report, 'proxy-authorize')).toMatchObject({
      status: 'passed',
      seen: expect.stringMatching(
        /^refused with .* by something in front of the proxy, so authorize is untested$/,
      ) as string,
    });
  });

  it('has one finding without a cookie: to pass it', async () => {
    const report = await behindLogin(refusal, false, { headers: {}, expectAuthorize: false });
    expect(findingsOf(report)).toMatchObject([
      { id: 'proxy-answers', fix: expect.stringMatching(/^Pass the cookie of a signed-in person/) as string },
    ]);
  });

  it('has one finding without a cookie if the page is behind it, too', async () => {
    const report = await behindLogin(refusal, true, {
      headers: {},
      expectAuthorize: false,
      skip: ['https-redirect'],
    });
    // The path of the login page is not on this site: it answers 404.
    expect(findingsOf(report).map(({ id }) => id)).toEqual(['page-answers']);
  });

  it('has one finding with a cookie that is no longer valid', async () => {
    const site = createSite();
    const fetch = fetchFrom((request, connection) =>
      new URL(request.url).pathname.startsWith('/api/')
        ? Promise.resolve(refusal())
        : site(request, connection),
    );
    const report = await diagnose({ ...EVERYTHING, expectAuthorize: false, fetch });
    expect(findingsOf(report)).toMatchObject([
      { id: 'proxy-answers', fix: expect.stringContaining('still valid') as string },
    ]);
  });
});

describe('A policy', () => {
  const look = (fault: Fault) => diagnose({ ...EVERYTHING, fetch: fetchFrom(createSite(fault)) });
  const withConnect = (source: string): Fault => ({
    moreHeaders: {
      'content-security-policy': GOOD_CSP.replace("connect-src 'self'", `connect-src ${source}`),
    },
  });

  it.each([
    'https://app.example/api/',
    'https://app.example:*/api/baanx/',
    'https://app.example/api/baanx/v1/auth/',
  ])('may allow the path of the proxy only: %s', async (source) => {
    expect(findingsOf(await look(withConnect(source)))).toEqual([]);
  });

  it.each([
    'https://app.example/other/',
    'https://app.example/api/baanx',
    'https://app.example/api/baanx/v1/auth/register',
  ])('blocks requests below another path: %s', async (source) => {
    expect(findingsOf(await look(withConnect(source)))).toMatchObject([
      { id: 'csp-connect', fix: expect.stringContaining(`connect-src ${source} 'self';`) as string },
    ]);
  });

  it.each([
    ["base-uri 'none'", 'https://app.example/api/baanx'],
    ["base-uri 'self'", 'https://app.example/api/baanx'],
    ['base-uri https://other.example', 'https://other.example/api/baanx'],
  ])('decides whether the page’s base counts: %s', async (directive, proxyUrl) => {
    const report = await look({
      moreHeaders: { 'content-security-policy': `${GOOD_CSP}; ${directive}` },
      html: `<base href="https://other.example/">${htmlOf(GOOD_SCRIPT, GOOD_TAG)}`,
    });
    expect(report.proxyUrl).toBe(proxyUrl);
  });
});

describe('The requests of the command', () => {
  const look = async (handle: RequestListener, options: Partial<DoctorOptions> = {}) => {
    const server = await listen(handle);
    const report = await diagnose({
      url: `${server.origin}/sign-up`,
      fetch: nodeFetch(false, 'baanx-kyc-doctor/1.2.3'),
      ...options,
    });
    await server.close();
    return report;
  };

  it('say who sends them, unless a header says something else', async () => {
    const agents = new Set<string | undefined>();
    const handle: RequestListener = ({ headers }, response) => {
      agents.add(headers['user-agent']);
      response.writeHead(404).end();
    };
    await look(handle);
    expect([...agents]).toEqual(['baanx-kyc-doctor/1.2.3']);
    await look(handle, { headers: { 'user-agent': 'Mozilla/5.0' } });
    expect([...agents]).toContain('Mozilla/5.0');
  });

  it.each([
    [100_000, /^200$/],
    [300_000, /its headers are larger than browsers accept$/],
  ])('accept headers as large as browsers do: %i bytes', async (size, seen) => {
    const report = await look((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'x-large': 'x'.repeat(size) }).end(htmlOf());
    });
    expect(outcomeOf(report, 'page-answers')).toMatchObject({ seen: expect.stringMatching(seen) as string });
  });

  it('keep no cookies, and the finding says so', async () => {
    const report = await look((_, response) => {
      response.writeHead(302, { location: '/sign-up', 'set-cookie': 'seen=1' }).end();
    });
    expect(outcomeOf(report, 'page-answers')).toMatchObject({
      fix: expect.stringContaining('The doctor keeps no cookies') as string,
    });
  });
});
