import { describe, expect, it, vi } from 'vitest';
import { networkOf, networkOfHeader } from '../../src/proxy/client-address.js';
import {
  createKycProxy,
  type Connection,
  type KycProxyRecord,
  type Limiter,
} from '../../src/proxy/handler.js';
import { createLimiter } from '../../src/proxy/limits.js';
import { accountRequest, ID, proxyTo, sessionRequest, statusRequest } from './scripted-baanx.js';

const status = () => Response.json({ verificationState: 'PENDING' });
const request = (id = ID, headers: Record<string, string> = {}): Request =>
  statusRequest({ headers }, `onboardingId=${id}`);
type Counted = Parameters<Limiter>[0];

const LOCAL = { remoteAddress: '192.0.2.7' };

describe('what is counted', () => {
  const counted = async (
    request: Request,
    options: Parameters<typeof proxyTo>[1] = {},
    connection: Connection = LOCAL,
  ) => {
    const seen: Counted[] = [];
    const limiter: Limiter = async (one) => void seen.push(one);
    await proxyTo(status, { limiter, accessToken: () => 'token', ...options }).proxy(request, connection);
    return seen;
  };

  it('is a request by its address, then by its onboarding, without revealing its ID', async () => {
    const seen = await counted(request());
    expect(seen).toEqual([
      { by: 'address', key: '192.0.2.7', route: 'registration-status' },
      {
        by: 'onboarding',
        key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        route: 'registration-status',
      },
    ]);
    expect(await counted(request())).toEqual(seen);
    const other = await counted(request(), { clientKey: 'another' });
    expect(other[1]?.key).not.toBe(seen[1]?.key);
  });

  it.each<[string, Request, Connection, string[]]>([
    ['of no known address', statusRequest(), {}, ['onboarding']],
    ['of the account', accountRequest(), LOCAL, ['address', 'onboarding']],
    ['that creates a session', sessionRequest(), LOCAL, ['address', 'onboarding']],
    ['with another method', statusRequest({ method: 'PUT' }), LOCAL, []],
    ['without an ID', request(''), LOCAL, ['address']],
  ])('is what there is in a request %s', async (_, one, connection, by) => {
    expect((await counted(one, {}, connection)).map((count) => count.by)).toEqual(by);
  });

  it('is not the onboarding if authorize refuses the request', async () => {
    const seen = await counted(request(), { authorize: () => false });
    expect(seen.map(({ by }) => by)).toEqual(['address']);
  });
});

describe('a person in the account flow', () => {
  it('is counted by their access token, without revealing it, once authorize has allowed them', async () => {
    const seen: Counted[] = [];
    const limiter: Limiter = async (one) => {
      if (one.by === 'onboarding') seen.push(one);
      return undefined;
    };
    const token = ({ headers }: Request) => headers.get('cookie') ?? undefined;
    const authorize = ({ headers }: Request) => headers.get('cookie') !== 'stranger';
    const { proxy } = proxyTo(status, { limiter, accessToken: token, authorize });
    for (const cookie of ['ada', 'bob', 'ada', 'stranger'])
      await proxy(accountRequest('/v1/user', { cookie }), LOCAL);
    await proxy(accountRequest('/v1/user'), LOCAL);
    const keys = seen.map(({ key }) => key);
    expect(keys).toEqual([keys[0], keys[1], keys[0]]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });

  it('is refused over the limit, and others are not', async () => {
    const { proxy } = proxyTo(status, {
      limiter: createLimiter({ perAddress: false, perOnboarding: { requests: 2, seconds: 60 } }),
      passAuthorization: true,
    });
    const ask = async (token: string) =>
      (await proxy(accountRequest('/v1/user', { authorization: `Bearer ${token}` }), LOCAL)).status;
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('b')]).toEqual([200, 200, 429, 200]);
  });
});

describe('the client’s address', () => {
  const warnings = async (headers: readonly Record<string, string>[], addressHeader?: string) => {
    const seen: Counted[] = [];
    const records: KycProxyRecord[] = [];
    const { proxy } = proxyTo(status, {
      limiter: async (one) => {
        if (one.by === 'address') seen.push(one);
        return undefined;
      },
      log: (record) => records.push(record),
      ...(addressHeader !== undefined && { addressHeader }),
    });
    for (const one of headers) await proxy(request(ID, one), LOCAL);
    return { keys: seen.map(({ key }) => key), warnings: records.map(({ warning }) => warning) };
  };

  it('is that of the connection, and a header only if it is named', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.9' };
    expect((await warnings([headers])).keys).toEqual(['192.0.2.7']);
    expect((await warnings([headers], 'X-Forwarded-For')).keys).toEqual(['198.51.100.9']);
  });

  it('is that of a load balancer if the header is not named, which is logged once', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.9' };
    expect((await warnings([{}, headers, headers])).warnings).toEqual([
      undefined,
      'address-header-unset',
      undefined,
    ]);
  });

  it('is not guessed if the header cannot be read, which is logged once', async () => {
    const unreadable = { 'x-forwarded-for': 'unknown' };
    const seen = await warnings([unreadable, {}, { 'x-forwarded-for': '198.51.100.9' }], 'x-forwarded-for');
    expect(seen.keys).toEqual(['198.51.100.9']);
    expect(seen.warnings).toEqual(['address-header-unreadable', undefined, undefined]);
  });

  it('may be unknown, which is logged once, or printed if there is no log', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const records: KycProxyRecord[] = [];
    const options = { limiter: async () => undefined };
    const logging = proxyTo(status, { ...options, log: (record) => records.push(record) });
    for (let i = 0; i < 2; i++) await logging.proxy(request());
    expect(records.map(({ warning }) => warning)).toEqual(['address-unknown', undefined]);
    expect(warn).not.toHaveBeenCalled();
    const fetcher = async () => status();
    const silent = createKycProxy({ clientKey: 'key', authorize: () => true, fetch: fetcher, ...options });
    for (let i = 0; i < 2; i++) await silent(request());
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/limit per address.*addressHeader/));
    const unlimited = proxyTo(status, { log: (record) => records.push(record) });
    await unlimited.proxy(request());
    expect(records.at(-1)?.warning).toBeUndefined();
    warn.mockRestore();
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['64:ff9b::192.0.2.7', '192.0.2.7'],
    ['64:ff9b::c000:207', '192.0.2.7'],
    ['2001:db8::1', '2001:db8::/64'],
    ['2001:0DB8:0:0:ffff:ffff:ffff:ffff', '2001:db8::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3:4:5:6:443', '2001:db8:1:2::/64'],
    ['2001:db8::1:46531', '2001:db8::/64'],
    ['[2001:db8::1]:443', '2001:db8::/64'],
    ['[2001:db8::1]', '2001:db8::/64'],
    ['::1', '::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '1',
    '0x7f.1',
    '192.0.2',
    '192.0.2.256',
    '010.0.0.1.5',
    ':::::',
    'a'.repeat(5000),
  ])('%j cannot be read', (text) => {
    expect(networkOf(text)).toBeUndefined();
  });

  it.each([
    ['x-forwarded-for', 'invented, 203.0.113.5,198.51.100.9', '198.51.100.9'],
    ['x-forwarded-for', '198.51.100.9, _hidden', undefined],
    ['forwarded', 'for=192.0.2.60;proto=http;by=203.0.113.43', '192.0.2.60'],
    ['Forwarded', 'for=192.0.2.43, for="[2001:db8:cafe::17]:4711"', '2001:db8:cafe::/64'],
    ['forwarded', 'proto=https;For="198.51.100.9:1234"', '198.51.100.9'],
    ['forwarded', 'for=unknown', undefined],
    ['forwarded', 'by=198.51.100.9', undefined],
    ['cloudfront-viewer-address', '198.51.100.9:46531', '198.51.100.9'],
    ['cloudfront-viewer-address', '2001:db8::1:46531', '2001:db8::/64'],
    // A port of four digits, which would read as a group of the address.
    ['CloudFront-Viewer-Address', '2001:db8::a:b:c:d:4653', '2001:db8::/64'],
  ])('%s: %s is %s', (name, value, network) => {
    const asked = new Request('https://app.example', { headers: { [name]: value } });
    expect(networkOfHeader(asked, name)).toBe(network);
  });
});

describe('a limit that is reached', () => {
  it('answers 429 with the whole seconds to wait, and Baanx receives nothing', async () => {
    const { proxy, received } = proxyTo(status, { limiter: async () => 1.2 });
    const response = await proxy(statusRequest());
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await response.json()).toEqual({ message: 'Too many requests', code: 'rate-limited' });
    expect(received).toHaveLength(0);
  });

  it('that cannot be checked answers 503, and Baanx receives nothing', async () => {
    const { proxy, received } = proxyTo(status, {
      limiter: () => Promise.reject(new Error('redis://:pass@host')),
    });
    const response = await proxy(statusRequest());
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      message: 'The limits cannot be checked',
      code: 'limits-unavailable',
    });
    expect(received).toHaveLength(0);
  });
});

describe('createLimiter in memory', () => {
  const limit = (requests: number) => ({ requests, seconds: 60 });
  const ask = (limiter: Limiter, by: Counted['by'], key: string) =>
    limiter({ by, key, route: 'registration-status' });

  it('counts each address and each onboarding for itself, and starts anew after its time', async () => {
    vi.useFakeTimers();
    try {
      const limiter = createLimiter({ perAddress: limit(2), perOnboarding: limit(1) });
      expect(await ask(limiter, 'address', 'a')).toBeUndefined();
      expect(await ask(limiter, 'address', 'a')).toBeUndefined();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await ask(limiter, 'address', 'a')).toBe(40);
      expect(await ask(limiter, 'address', 'b')).toBeUndefined();
      expect(await ask(limiter, 'onboarding', 'a')).toBeUndefined();
      expect(await ask(limiter, 'onboarding', 'a')).toBe(60);
      await vi.advanceTimersByTimeAsync(40_001);
      expect(await ask(limiter, 'address', 'a')).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a busy element ask, and stops a flood', async () => {
    const { proxy } = proxyTo(status, { limiter: createLimiter() });
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i++) statuses.add((await proxy(request(), LOCAL)).status);
    expect([...statuses]).toEqual([200]);
    expect((await proxy(request(), LOCAL)).status).toBe(429);
    for (let i = 0; i < 540; i++) await proxy(request(`other-${i}`), LOCAL);
    expect((await proxy(request('one-more'), LOCAL)).status).toBe(429);
    expect((await proxy(request('one-more'), { remoteAddress: '192.0.2.8' })).status).toBe(200);
  });

  it('forgets who was counted longest ago once there are too many', async () => {
    const limiter = createLimiter({ perAddress: limit(1), maxKeys: 2 });
    for (const key of ['a', 'b']) await ask(limiter, 'address', key);
    expect(await ask(limiter, 'address', 'a')).toBeGreaterThan(0);
    expect(await ask(limiter, 'address', 'c')).toBeUndefined();
    expect(await ask(limiter, 'address', 'a'), 'a was counted after b').toBeGreaterThan(0);
    expect(await ask(limiter, 'address', 'b')).toBeUndefined();
  });

  it('counts only what has a limit', async () => {
    const limiter = createLimiter({ perAddress: false, perOnboarding: limit(1) });
    for (let i = 0; i < 3; i++) expect(await ask(limiter, 'address', 'a')).toBeUndefined();
    await ask(limiter, 'onboarding', 'a');
    expect(await ask(limiter, 'onboarding', 'a')).toBeGreaterThan(0);
  });

  it.each([
    { perAddress: { requests: 0, seconds: 60 } },
    { perOnboarding: { requests: 1, seconds: 0.5 } },
    { perOnboarding: { requests: 1, seconds: 30 * 24 * 3600 } },
    { maxKeys: Number.NaN },
    { perAddress: { requests: 600 } },
    { perAdress: false },
    { redisDown: 'close' },
    { redisTimeout: 2 ** 31 },
    { redis: 'redis://localhost' },
  ])('refuses to start with %j', (options: object) => {
    expect(() => createLimiter(options)).toThrow(/^createLimiter: /);
  });
});
