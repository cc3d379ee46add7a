import { describe, expect, it, vi } from 'vitest';
import { anyoneWithTheOnboardingId, createKycProxy, type KycProxyOptions } from '../../src/proxy/handler.js';
import {
  accountRequest,
  ID,
  KEY,
  proxyTo,
  SESSION_URL,
  sessionRequest,
  statusRequest,
} from './scripted-baanx.js';

const session = () => Response.json({ sessionUrl: SESSION_URL, id: 'veriff-internal' });
const record = () =>
  Response.json({
    id: ID,
    email: 'ada@person.example',
    firstName: 'Ada',
    ssn: '078-05-1120',
    verificationState: 'PENDING',
  });

describe('what Baanx receives', () => {
  it('is a session request with the key and the ID alone', async () => {
    const { proxy, received } = proxyTo(session);
    const response = await proxy(
      sessionRequest(
        { onboardingId: ID, email: 'ada@person.example' },
        {
          cookie: 'sid=1',
          authorization: 'Bearer stray',
          'x-client-key': 'forged',
          'x-forwarded-for': '::1',
        },
      ),
    );
    expect(await response.json()).toEqual({ sessionUrl: SESSION_URL });
    expect(received).toHaveLength(1);
    expect(received[0]?.url).toBe('https://dev.api.baanx.com/v1/auth/register/verification');
    expect(await received[0]?.json()).toEqual({ onboardingId: ID });
    expect(Object.fromEntries(received[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-client-key': KEY,
    });
    expect(received[0]?.redirect).toBe('manual');
  });

  it('is a status request, whose response is reduced to the state', async () => {
    const { proxy, received } = proxyTo(record, { baseUrl: 'https://gateway.example/baanx/' });
    const response = await proxy(statusRequest());
    expect(await response.json()).toEqual({ verificationState: 'PENDING', submitted: true });
    expect(received[0]?.url).toBe(`https://gateway.example/baanx/v1/auth/register?onboardingId=${ID}`);
    expect(received[0]?.headers.get('x-client-key')).toBe(KEY);
  });

  it('has the ID escaped, and nothing else of the query', async () => {
    const { proxy, received } = proxyTo(record);
    await proxy(statusRequest({}, `onboardingId=${encodeURIComponent('a&b=c#d/../e%00')}&admin=1`));
    expect(received[0]?.url).toBe(
      'https://dev.api.baanx.com/v1/auth/register?onboardingId=a%26b%3Dc%23d%2F..%2Fe%2500',
    );
  });

  it.each([
    { option: undefined, header: 'true', sent: 'true' },
    { option: undefined, header: 'false', sent: null },
    { option: undefined, header: 'true, true', sent: null },
    { option: undefined, header: undefined, sent: null },
    { option: true, header: undefined, sent: 'true' },
    { option: true, header: 'false', sent: 'true' },
    { option: false, header: 'true', sent: null },
  ])('sends x-us-env: usEnv $option, element $header, Baanx $sent', async ({ option, header, sent }) => {
    const { proxy, received } = proxyTo(record, option === undefined ? {} : { usEnv: option });
    await proxy(statusRequest({ headers: header === undefined ? {} : { 'x-us-env': header } }));
    expect(received[0]?.headers.get('x-us-env')).toBe(sent);
  });
});

describe('the account flow', () => {
  it.each([
    { case: 'nothing set up', options: {}, header: 'Bearer mine', sent: undefined },
    { case: 'passed on', options: { passAuthorization: true }, header: 'Bearer mine', sent: 'Bearer mine' },
    { case: 'no header', options: { passAuthorization: true }, header: undefined, sent: undefined },
    { case: 'no bearer', options: { passAuthorization: true }, header: 'Basic bWluZQ==', sent: undefined },
    {
      case: 'two tokens',
      options: { passAuthorization: true },
      header: 'Bearer a, Bearer b',
      sent: undefined,
    },
    {
      case: "the host's own",
      options: { accessToken: () => 'hosts', passAuthorization: true },
      header: 'Bearer mine',
      sent: 'Bearer hosts',
    },
    {
      case: 'the host has none',
      options: { accessToken: () => undefined, passAuthorization: true },
      header: 'Bearer mine',
      sent: undefined,
    },
    {
      case: 'a token of two lines',
      options: { accessToken: () => 'a\r\nx: y' },
      header: undefined,
      sent: undefined,
    },
  ])('takes the token: $case', async ({ options, header, sent }) => {
    for (const [path, answer] of [
      ['/v1/user', record],
      ['/v1/user/verification', session],
    ] as const) {
      const { proxy, received } = proxyTo(answer, options);
      const response = await proxy(
        accountRequest(path, header === undefined ? {} : { authorization: header }),
      );
      expect(response.status).toBe(sent === undefined ? 401 : 200);
      expect(received.map((request) => request.headers.get('authorization'))).toEqual(
        sent === undefined ? [] : [sent],
      );
    }
  });
});

describe('an onboarding ID in the account flow', () => {
  it('reaches neither authorize nor Baanx', async () => {
    const about: unknown[] = [];
    const { proxy, received } = proxyTo(record, {
      accessToken: () => 'token',
      authorize: (_, question) => about.push(question) > 0,
    });
    expect((await proxy(accountRequest(`/v1/user?onboardingId=${ID}`))).status).toBe(200);
    expect(about).toEqual([{ onboardingId: undefined, route: 'account-status' }]);
    expect(received[0]?.url).toBe('https://dev.api.baanx.com/v1/user');
  });
});

describe('accessToken', () => {
  it('fails closed if it throws, and says that it did', async () => {
    const { proxy, received } = proxyTo(session, {
      accessToken: () => {
        throw new Error('the session store is down');
      },
    });
    const response = await proxy(accountRequest('/v1/user'));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "The proxy's accessToken failed", code: 'proxy-error' });
    expect(received).toHaveLength(0);
  });
});

describe('authorize', () => {
  it('receives the onboarding ID and the route, and its false is a 403', async () => {
    const about: unknown[] = [];
    const { proxy, received } = proxyTo(session, {
      authorize: (_, question) => {
        about.push(question);
        return false;
      },
    });
    const response = await proxy(sessionRequest());
    expect(response.status).toBe(403);
    expect(about).toEqual([{ onboardingId: ID, route: 'registration-session' }]);
    expect(received).toHaveLength(0);
  });

  it.each<[string, Request]>([
    ['a body with the ID twice', sessionRequest(`{"onboardingId":"other","onboardingId":"${ID}"}`)],
    [
      'a body with one ID and a query with another',
      new Request(`${sessionRequest().url}?onboardingId=other`, sessionRequest()),
    ],
    ['a query with a second ID by another name', statusRequest({}, `onboardingId=${ID}&onboardingid=other`)],
  ])('checks the ID that Baanx receives: %s', async (_, request) => {
    const checked: unknown[] = [];
    const { proxy, received } = proxyTo((sent) => (sent.method === 'POST' ? session() : record()), {
      authorize: (_, { onboardingId }) => checked.push(onboardingId) > 0,
    });
    expect((await proxy(request)).status).toBe(200);
    const [sent] = received;
    const sentId =
      sent?.method === 'POST' ? await sent.json() : Object.fromEntries(new URL(sent?.url ?? '').searchParams);
    expect([checked, sentId]).toEqual([[ID], { onboardingId: ID }]);
  });

  it('fails closed if it throws, and says that it did but not why', async () => {
    const records: unknown[] = [];
    const { proxy, received } = proxyTo(session, {
      authorize: () => Promise.reject(new Error(`no session of ${ID}`)),
      log: (entry) => records.push(entry),
    });
    const response = await proxy(sessionRequest());
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "The proxy's authorize failed", code: 'proxy-error' });
    expect(records).toMatchObject([{ status: 500, reason: 'authorize-failed' }]);
    expect(JSON.stringify(records)).not.toContain(ID);
    expect(received).toHaveLength(0);
  });
});

describe('options', () => {
  it.each([
    { clientKey: KEY, authorize: undefined },
    { clientKey: KEY, authorize: true },
    { clientKey: '' },
    { clientKey: ' ' },
    { clientKey: 'key\n' },
    { clientKey: KEY, baseUrl: 'dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'ftp://dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'http://dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'http://127.0.0.1.evil.example' },
    { clientKey: KEY, baseUrl: 'http://localhost@evil.example' },
    { clientKey: KEY, limiter: {} },
    { clientKey: KEY, push: () => undefined },
    { clientKey: KEY, passAuthorization: 'false' },
    { clientKey: KEY, log: console },
    { clientKey: KEY, baseUrl: 'https://user:word@dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'https://dev.api.baanx.com/?a=b' },
    { clientKey: KEY, basePath: 'api' },
    { clientKey: KEY, basePath: '/api?' },
    { clientKey: KEY, basePath: '/my api' },
    { clientKey: KEY, basePath: '/a/../api' },
    { clientKey: KEY, allowedOrigins: ['*'] },
    { clientKey: KEY, allowedOrigins: ['null'] },
    { clientKey: KEY, allowedOrigins: ['https://app.example/'] },
    { clientKey: KEY, allowedOrigins: ['https://App.example'] },
    { clientKey: KEY, allowedOrigins: ['https://app.example:443'] },
    { clientKey: KEY, allowedOrigins: ['app.example'] },
    { clientKey: KEY, allowedOrigins: 'https://app.example' },
    { clientKey: KEY, veriffOrigins: 'https://*.veriff.me' },
    { clientKey: KEY, authorise: () => true },
    { clientKey: KEY, veriffOrigins: ['https://*.'] },
    { clientKey: KEY, veriffOrigins: ['https://magic.veriff.me/v'] },
    { clientKey: KEY, timeout: 0 },
    { clientKey: KEY, timeout: Number.NaN },
    { clientKey: KEY, allowedHeaders: 'x-csrf-token' },
    { clientKey: KEY, allowedHeaders: ['x-csrf-token: 1'] },
    { clientKey: KEY, addressHeader: 'x real ip' },
  ])('refuses to start with %j, and does not repeat the key', (options: object) => {
    // Not every host is typed.
    const authorize = anyoneWithTheOnboardingId;
    const start = () => createKycProxy({ authorize, ...options } as KycProxyOptions);
    expect(start).toThrow(/^createKycProxy: /);
    expect(start).not.toThrow(KEY);
  });

  it.each([
    'http://localhost:4000',
    'http://127.0.0.1',
    'http://[::1]:80/api/',
    'http://baanx.localhost:1',
    'https://a.b/c',
  ])('takes the base URL %s', (baseUrl) => {
    expect(() =>
      createKycProxy({ clientKey: KEY, authorize: anyoneWithTheOnboardingId, baseUrl }),
    ).not.toThrow();
  });

  it('takes origins as browsers write them, those of apps in a shell among them', () => {
    const allowedOrigins = ['https://app.example', 'http://localhost:3000', 'capacitor://localhost'];
    const veriffOrigins = ['https://*.veriff.me', 'http://[::1]:4180'];
    const authorize = anyoneWithTheOnboardingId;
    expect(() => createKycProxy({ clientKey: KEY, authorize, allowedOrigins, veriffOrigins })).not.toThrow();
  });

  it.each([
    ['', '/v1/user'],
    ['/', '/v1/user'],
    ['/kyc/', '/kyc/v1/user'],
  ])('answers below basePath %j at %s', async (basePath, path) => {
    const { proxy } = proxyTo(record, { basePath, accessToken: () => 'token' });
    expect((await proxy(new Request(`https://app.example${path}`))).status).toBe(200);
    expect((await proxy(new Request(`https://app.example/api/baanx/v1/user`))).status).toBe(404);
  });
});

describe('the log', () => {
  it('has one record a request, and nothing secret in it', async () => {
    const records: unknown[] = [];
    const { proxy } = proxyTo((request) => (request.url.includes('verification') ? session() : record()), {
      log: (entry) => records.push(entry),
      passAuthorization: true,
    });
    await proxy(sessionRequest());
    await proxy(statusRequest());
    await proxy(accountRequest('/v1/user/verification', { authorization: 'Bearer bearer-of-ada' }));
    await proxy(new Request(`https://app.example/elsewhere?onboardingId=${ID}`, { method: 'SECRETS' }));
    expect(records).toMatchObject([
      { route: 'registration-session', method: 'POST', status: 200 },
      { route: 'registration-status', method: 'GET', status: 200 },
      { route: 'account-session', method: 'GET', status: 200, onboarding: undefined },
      { route: undefined, method: 'OTHER', status: 404, onboarding: undefined },
    ]);
    const [first, second] = records as { onboarding: string; durationMs: number }[];
    expect(first?.onboarding).toMatch(/^[0-9a-f]{12}$/);
    expect(second?.onboarding).toBe(first?.onboarding);
    expect(Number.isInteger(first?.durationMs)).toBe(true);
    const text = JSON.stringify(records);
    for (const secret of [
      ID,
      KEY,
      SESSION_URL,
      'veriff',
      'eyJ',
      'bearer-of-ada',
      'ada',
      '078',
      'elsewhere',
      'SECRETS',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('has the same pseudonym for an onboarding in every process with the same key, and another with another', async () => {
    const pseudonyms = await Promise.all(
      [KEY, KEY, 'another-key'].map(async (clientKey) => {
        let onboarding: string | undefined;
        const { proxy } = proxyTo(record, {
          clientKey,
          log: (entry) => void (onboarding = entry.onboarding),
        });
        await proxy(statusRequest());
        return onboarding;
      }),
    );
    expect(pseudonyms[0]).toMatch(/^[\da-f]{12}$/);
    expect(pseudonyms[1]).toBe(pseudonyms[0]);
    expect(pseudonyms[2]).not.toBe(pseudonyms[0]);
  });

  it.each([
    () => {
      throw new Error('disk full');
    },
    () => Promise.reject(new Error('disk full')),
  ])('may fail without harm, which the console reports', async (log) => {
    const report = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { proxy } = proxyTo(record, { log });
    expect((await proxy(statusRequest())).status).toBe(200);
    await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
    expect(report.mock.calls[0]?.[0]).toBe('createKycProxy: log threw an error');
    report.mockRestore();
  });
});
