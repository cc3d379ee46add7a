import { describe, expect, it, vi } from 'vitest';
import type { Countable, Limiter } from '../../src/proxy/handler.js';
import { incomingRequest } from '../../src/proxy/incoming.js';
import { Lifeline } from '../../src/proxy/lifeline.js';
import { createLimiter } from '../../src/proxy/limits.js';
import { accountRequest, ID, proxyTo, sessionRequest, SITE, statusRequest } from './baanx-double.js';

const status = () => Response.json({ verificationState: 'PENDING' });
const from = (address: string, id = ID, headers: Record<string, string> = {}): Request =>
  incomingRequest(
    `${SITE}/api/baanx/v1/auth/register?onboardingId=${id}`,
    { headers },
    new Lifeline(),
    address,
  );

describe('what is counted', () => {
  const counted = async (request: Request, options: Parameters<typeof proxyTo>[1] = {}) => {
    const seen: Countable[] = [];
    const limiter: Limiter = async (asked) => void seen.push(asked);
    await proxyTo(status, { limiter, accessToken: () => 'token', ...options }).proxy(request);
    return seen;
  };

  it('is a request by its address, then by its onboarding, whose id it does not tell', async () => {
    const seen = await counted(from('192.0.2.7'));
    expect(seen).toEqual([
      { by: 'address', key: '192.0.2.7', route: 'registration-status' },
      {
        by: 'onboarding',
        key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        route: 'registration-status',
      },
    ]);
    expect(await counted(from('192.0.2.7', ID))).toEqual(seen);
    const other = await counted(from('192.0.2.7', ID), { clientKey: 'another' });
    expect(other[1]?.key).not.toBe(seen[1]?.key);
  });

  it.each([
    ['of no address', statusRequest(), ['onboarding']],
    ['of no onboarding', accountRequest(), []],
    ['that asks for a session', sessionRequest(), ['onboarding']],
    ['that is refused anyway', statusRequest({ method: 'PUT' }), []],
    ['without an id', from('192.0.2.7', ''), ['address']],
  ])('is not more than there is in a request %s', async (_, request, by) => {
    expect((await counted(request)).map((one) => one.by)).toEqual(by);
  });

  it('is not the onboarding of someone who may not ask for it', async () => {
    const seen = await counted(from('192.0.2.7'), { authorize: () => false });
    expect(seen.map(({ by }) => by)).toEqual(['address']);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('takes the connection’s address %s for %s', async (address, key) => {
    expect((await counted(from(address)))[0]).toMatchObject({ by: 'address', key });
  });

  it.each([
    ['198.51.100.9', '198.51.100.9'],
    ['made-up, 203.0.113.5,198.51.100.9', '198.51.100.9'],
    ['198.51.100.9:4711', '198.51.100.9'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    // Not one that a balancer writes: the connection is all that is known.
    ['', '192.0.2.7'],
    ['unknown', '192.0.2.7'],
    ['198.51.100.9, _hidden', '192.0.2.7'],
    ['a'.repeat(5000), '192.0.2.7'],
    [':::::', '192.0.2.7'],
  ])('takes the header %j for %s, where it is trusted', async (value, key) => {
    const request = () => from('192.0.2.7', ID, { 'x-forwarded-for': value });
    expect((await counted(request(), { addressHeader: 'X-Forwarded-For' }))[0]?.key).toBe(key);
    expect((await counted(request()))[0]?.key).toBe('192.0.2.7');
  });
});

describe('a limit that is reached', () => {
  it('answers 429 with the whole seconds to wait, and Baanx is not asked', async () => {
    const { proxy, asked } = proxyTo(status, { limiter: async () => 1.2 });
    const response = await proxy(statusRequest());
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await response.json()).toEqual({ message: 'Too many requests' });
    expect(asked).toHaveLength(0);
  });

  it('that can not be known answers 503, and Baanx is not asked', async () => {
    const { proxy, asked } = proxyTo(status, {
      limiter: () => Promise.reject(new Error('redis://:pass@host')),
    });
    const response = await proxy(statusRequest());
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'The limits can not be checked' });
    expect(asked).toHaveLength(0);
  });
});

describe('createLimiter in memory', () => {
  const limit = (requests: number) => ({ requests, seconds: 60 });
  const ask = (limiter: Limiter, by: Countable['by'], key: string) =>
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

  it('lets a busy widget ask, and stops a flood', async () => {
    const { proxy } = proxyTo(status, { limiter: createLimiter() });
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i++) statuses.add((await proxy(from('192.0.2.7'))).status);
    expect([...statuses]).toEqual([200]);
    expect((await proxy(from('192.0.2.7'))).status).toBe(429);
    for (let i = 0; i < 540; i++) await proxy(from('192.0.2.7', `other-${i}`));
    expect((await proxy(from('192.0.2.7', 'one-more'))).status).toBe(429);
    expect((await proxy(from('192.0.2.8', 'one-more'))).status).toBe(200);
  });

  it('forgets who was counted longest ago once there are too many', async () => {
    const limiter = createLimiter({ perAddress: limit(1), maxKeys: 2 });
    for (const key of ['a', 'b']) await ask(limiter, 'address', key);
    expect(await ask(limiter, 'address', 'a')).toBeGreaterThan(0);
    expect(await ask(limiter, 'address', 'c')).toBeUndefined();
    expect(await ask(limiter, 'address', 'a'), 'a was counted after b').toBeGreaterThan(0);
    expect(await ask(limiter, 'address', 'b')).toBeUndefined();
  });

  it('counts only what it is told to', async () => {
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
  ])('refuses to start with %j', (options) => {
    expect(() => createLimiter(options)).toThrow(TypeError);
  });
});
