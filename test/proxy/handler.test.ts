import { describe, expect, it } from 'vitest';
import { createKycProxy, type KycProxyOptions } from '../../src/proxy/handler.js';
import {
  accountRequest,
  ID,
  KEY,
  proxyTo,
  SESSION_URL,
  sessionRequest,
  statusRequest,
} from './baanx-double.js';

const session = () => Response.json({ sessionUrl: SESSION_URL, id: 'veriff-internal' });
const record = () =>
  Response.json({
    id: ID,
    email: 'ada@person.example',
    firstName: 'Ada',
    ssn: '078-05-1120',
    verificationState: 'PENDING',
  });

describe('what Baanx is asked', () => {
  it('asks for a session with the key and the id alone', async () => {
    const { proxy, asked } = proxyTo(session);
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
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('https://dev.api.baanx.com/v1/auth/register/verification');
    expect(await asked[0]?.json()).toEqual({ onboardingId: ID });
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-client-key': KEY,
    });
    expect(asked[0]?.redirect).toBe('manual');
  });

  it('asks for the status and gives back the state alone', async () => {
    const { proxy, asked } = proxyTo(record, { baseUrl: 'https://gateway.example/baanx/' });
    const response = await proxy(statusRequest());
    expect(await response.json()).toEqual({ verificationState: 'PENDING' });
    expect(asked[0]?.url).toBe(`https://gateway.example/baanx/v1/auth/register?onboardingId=${ID}`);
    expect(asked[0]?.headers.get('x-client-key')).toBe(KEY);
  });

  it('escapes the id, and takes nothing else of the query along', async () => {
    const { proxy, asked } = proxyTo(record);
    await proxy(statusRequest({}, `onboardingId=${encodeURIComponent('a&b=c#d/../e%00')}&admin=1`));
    expect(asked[0]?.url).toBe(
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
  ])('sends x-us-env: usEnv $option, widget $header, Baanx $sent', async ({ option, header, sent }) => {
    const { proxy, asked } = proxyTo(record, option === undefined ? {} : { usEnv: option });
    await proxy(statusRequest({ headers: header === undefined ? {} : { 'x-us-env': header } }));
    expect(asked[0]?.headers.get('x-us-env')).toBe(sent);
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
      const { proxy, asked } = proxyTo(answer, options);
      const response = await proxy(
        accountRequest(path, header === undefined ? {} : { authorization: header }),
      );
      expect(response.status).toBe(sent === undefined ? 401 : 200);
      expect(asked.map((request) => request.headers.get('authorization'))).toEqual(
        sent === undefined ? [] : [sent],
      );
    }
  });
});

describe('accessToken', () => {
  it('fails closed where it throws, and says that it did', async () => {
    const { proxy, asked } = proxyTo(session, {
      accessToken: () => {
        throw new Error('the session store is down');
      },
    });
    const response = await proxy(accountRequest('/v1/user'));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "The proxy's accessToken threw an error" });
    expect(asked).toHaveLength(0);
  });
});

describe('authorize', () => {
  it('is told the onboarding and the route, and its false is a 403', async () => {
    const about: unknown[] = [];
    const { proxy, asked } = proxyTo(session, {
      authorize: (_, question) => {
        about.push(question);
        return false;
      },
    });
    const response = await proxy(sessionRequest());
    expect(response.status).toBe(403);
    expect(about).toEqual([{ onboardingId: ID, route: 'registration-session' }]);
    expect(asked).toHaveLength(0);
  });

  it('fails closed where it throws, and says that it did but not why', async () => {
    const records: unknown[] = [];
    const { proxy, asked } = proxyTo(session, {
      authorize: () => Promise.reject(new Error(`no session of ${ID}`)),
      log: (entry) => records.push(entry),
    });
    const response = await proxy(sessionRequest());
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "The proxy's authorize threw an error" });
    expect(records).toMatchObject([{ status: 500, threw: 'authorize' }]);
    expect(JSON.stringify(records)).not.toContain(ID);
    expect(asked).toHaveLength(0);
  });
});

describe('options', () => {
  it.each([
    { clientKey: '' },
    { clientKey: ' ' },
    { clientKey: 'key\n' },
    { clientKey: KEY, baseUrl: 'dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'ftp://dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'https://user:word@dev.api.baanx.com' },
    { clientKey: KEY, baseUrl: 'https://dev.api.baanx.com/?a=b' },
    { clientKey: KEY, basePath: 'api' },
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
  ])('refuses to start with %j, and does not repeat the key', (options: object) => {
    // Not every host is typed.
    const start = () => createKycProxy(options as KycProxyOptions);
    expect(start).toThrow(/^createKycProxy: /);
    expect(start).not.toThrow(KEY);
  });

  it('takes origins as browsers write them, those of apps in a shell among them', () => {
    const allowedOrigins = ['https://app.example', 'http://localhost:3000', 'capacitor://localhost'];
    const veriffOrigins = ['https://*.veriff.me', 'http://[::1]:4180'];
    expect(() => createKycProxy({ clientKey: KEY, allowedOrigins, veriffOrigins })).not.toThrow();
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

  it('has another hash for the same onboarding in another process', async () => {
    const hashes = await Promise.all(
      [1, 2].map(async () => {
        let onboarding: string | undefined;
        const { proxy } = proxyTo(record, { log: (entry) => void (onboarding = entry.onboarding) });
        await proxy(statusRequest());
        return onboarding;
      }),
    );
    expect(hashes[0]).toBeDefined();
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it.each([
    () => {
      throw new Error('disk full');
    },
    () => Promise.reject(new Error('disk full')),
  ])('may fail without harm', async (log) => {
    const { proxy } = proxyTo(record, { log });
    expect((await proxy(statusRequest())).status).toBe(200);
  });
});
