import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/doctor/index.js';
import { diagnoseSite, outcomeOf } from './support/diagnose-site.js';
import {
  createSite,
  EVERYTHING,
  fetchFrom,
  GOOD_SCRIPT,
  GOOD_TAG,
  htmlOf,
  PAGE,
  type Fault,
  redirectTo,
  GOOD_CSP,
} from './support/site.js';

const SESSION = 'https://magic.veriff.me/v/eyJhbGciOi.s3cr3t?x=s3cr3t';
const scriptTag = (attributes: string) => htmlOf(`<script ${attributes}></script>`, GOOD_TAG);

describe('The doctor prints no secret', () => {
  it.each([
    [SESSION, 'https://magic.veriff.me'],
    ['https://other.example/s3cr3t', 'https://other.example'],
    ['/login/eyJs3cr3t;jsessionid=s3cr3t?s3cr3t', '/login/…'],
    ['myapp://s3cr3t', 'a myapp: URL'],
    ['http://[s3cr3t', 'an invalid URL'],
  ])('of a proxy that redirects to %s', async (location, shown) => {
    const report = await diagnoseSite({ proxy: redirectTo(location) });
    expect(JSON.stringify(report)).not.toContain('s3cr3t');
    expect(outcomeOf(report, 'proxy-answers')).toMatchObject({
      seen: expect.stringMatching(/302, a redirect to \S.*$/) as string,
    });
    expect((outcomeOf(report, 'proxy-answers') as { seen: string }).seen.endsWith(` to ${shown}`)).toBe(true);
  });

  it.each([
    ['the page', { paths: { '/sign-up': redirectTo(SESSION) } }],
    ['the script', { paths: { '/baanx-kyc-step.js': redirectTo(SESSION) } }],
    [
      'the page’s path',
      { html: `<base href="/eyJs3cr3t/;s3cr3t/">${scriptTag('type="module" src="baanx-kyc-step.js"')}` },
    ],
    [
      'the proxy’s path',
      { html: htmlOf(GOOD_SCRIPT, '<baanx-kyc-step proxy-url="/kyc;jsessionid=s3cr3t"></baanx-kyc-step>') },
    ],
    ['the script’s URL', { html: scriptTag('src="/;v=s3cr3t/baanx-kyc-step.js?key=s3cr3t#s3cr3t"') }],
    [
      'the script’s attributes',
      { html: scriptTag('src="/baanx-kyc-step.js" data-key="s3cr3t" nonce="s3cr3t"') },
    ],
    ['the script’s password', { html: scriptTag('src="//u:s3cr3t@app.example/baanx-kyc-step.js"') }],
    [
      'a nonce of the policy',
      { moreHeaders: { 'content-security-policy': `${GOOD_CSP}; script-src 'NONCE-s3cr3t'` } },
    ],
    [
      'a nonce of default-src',
      { moreHeaders: { 'content-security-policy': "default-src 'nonce-s3cr3t'; frame-ancestors 'none'" } },
    ],
    [
      'a nonce of a report-only policy',
      { moreHeaders: { 'content-security-policy-report-only': "default-src 'nonce-s3cr3t'" } },
    ],
  ] as [string, Fault][])('of %s', async (_, fault) => {
    const report = await diagnoseSite(fault);
    expect(report.checks.some(({ status }) => status === 'failed')).toBe(true);
    expect(JSON.stringify(report)).not.toContain('s3cr3t');
  });

  it.each([
    'cookie-value',
    'sid=cookie-value; theme=dark',
    'bearer-token',
    'whk-of-the-webhook',
    'id-of-a-person',
  ])('that a server repeats as its code or request ID: %s', async (secret) => {
    const headers = { 'x-request-id': secret, 'cache-control': `max-age=1, ${secret}` };
    const report = await diagnoseSite(
      { proxy: async () => Response.json({ code: secret, [secret]: 1 }, { status: 500, headers }) },
      {
        headers: { cookie: 'sid=cookie-value; theme=dark', authorization: 'Bearer bearer-token' },
        webhookKey: 'whk-of-the-webhook',
        onboardingId: 'id-of-a-person',
      },
    );
    expect(outcomeOf(report, 'baanx-reachable')?.status).toBe('failed');
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  it('but the code and the request ID of an honest proxy', async () => {
    const report = await diagnoseSite({ baanx: async () => Promise.reject(new Error('down')) });
    expect(outcomeOf(report, 'baanx-reachable')).toMatchObject({
      seen: expect.stringContaining('502 “baanx-unavailable”') as string,
      fix: expect.stringMatching(/requestId [\w-]{8,}$/) as string,
    });
  });
});

describe('A proxy on plain http', () => {
  const cookiesSentTo = async (url: string, proxyUrl: string) => {
    const origins = new Set<string>();
    const site = createSite({ proxyOptions: { allowedOrigins: [new URL(PAGE).origin] } });
    const report = await diagnose({
      ...EVERYTHING,
      url,
      proxyUrl,
      fetch: fetchFrom((request) => {
        if (request.headers.has('cookie')) origins.add(new URL(request.url).origin);
        return site(request);
      }),
    });
    return { origins: [...origins], report };
  };

  it('gets no cookie of an https page, because browsers send it nothing', async () => {
    const { origins, report } = await cookiesSentTo(PAGE, 'http://api.example/api/baanx');
    expect(origins).toEqual(['https://app.example']);
    expect(outcomeOf(report, 'proxy-https')).toMatchObject({
      status: 'failed',
      seen: expect.stringContaining('browsers block its use from an https page') as string,
    });
  });

  it.each([
    [PAGE, 'http://localhost:8080/api/baanx'],
    ['http://localhost:3000/sign-up', 'http://localhost:8080/api/baanx'],
  ])('gets it on this machine: %s, %s', async (url, proxyUrl) => {
    expect((await cookiesSentTo(url, proxyUrl)).origins).toContain('http://localhost:8080');
  });
});
