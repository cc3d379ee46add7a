import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createHandoff,
  createMemoryStore,
  type HandoffOptions,
  type HandoffStore,
  type HandoffSubject,
} from '../../src/server/index.js';
import { createMemoryLinks } from '../../src/server/handoff-store.js';

const SECRET = 'never-to-be-seen-0123456789abcdef';
const OTHER = 'another-secret-0123456789abcdef-xyz';
const ADA: HandoffSubject = { flow: 'registration', onboardingId: 'US_100a99cf-f4d3-4fa1-c123-2e9833440ebb' };

const create = (options: Partial<HandoffOptions> = {}) => createHandoff({ secret: SECRET, ...options });
const ok = (value: unknown) => ({ ok: true, value });
const refused = (code: string) => ({ ok: false, failure: { code } });
const storeWith = (claim: HandoffStore['claim']): HandoffStore => ({ claim, release: async () => undefined });
const never = () => new Promise<never>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('A hand-off link', () => {
  it.each<HandoffSubject>([ADA, { flow: 'account', userId: 'user-1' }])(
    'says whose verification it continues: %j',
    async (subject) => {
      const handoff = create();
      const { token } = await handoff.issue(subject);
      expect(await handoff.redeem(token)).toEqual(ok(subject));
    },
  );

  it('contains only the subject that the link was issued for', async () => {
    const handoff = create();
    const session = { ...ADA, accessToken: 'secret', sessionUrl: 'https://magic.veriff.me/v/x' };
    expect(await handoff.redeem((await handoff.issue(session)).token)).toEqual(ok(ADA));
  });

  it('is URL-safe, shows nobody what is in it, and is never the same twice', async () => {
    const handoff = create();
    const [one, two] = await Promise.all([handoff.issue(ADA), handoff.issue(ADA)]);
    expect(one.token).toMatch(/^[\w-]{100,400}$/);
    expect(one.token).not.toBe(two.token);
    for (const encoding of ['base64url', 'latin1'] as const)
      expect(Buffer.from(one.token, encoding).toString('latin1')).not.toContain('100a99cf');
  });

  it.each([
    [undefined, 600_000],
    [10_000, 10_000],
    [2_592_000_000, 2_592_000_000],
  ])('with the lifetime %s is valid for %i ms', async (lifetime, ms) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_767_605_400_000 });
    const handoff = create(lifetime === undefined ? {} : { lifetime });
    const links = await Promise.all([handoff.issue(ADA), handoff.issue(ADA)]);
    expect(links[0].expiresAt).toBe(new Date(Date.now() + ms).toISOString());
    vi.setSystemTime(1_767_605_400_000 + ms - 1);
    expect(await handoff.redeem(links[0].token)).toEqual(ok(ADA));
    vi.setSystemTime(1_767_605_400_000 + ms);
    expect(await handoff.redeem(links[1].token)).toEqual(refused('expired'));
    expect(await handoff.redeem(links[0].token), 'used and expired').toEqual(refused('expired'));
  });

  it('can be used once, also by 50 devices at the same time', async () => {
    const handoff = create();
    const { token } = await handoff.issue(ADA);
    const results = await Promise.all(Array.from({ length: 50 }, () => handoff.redeem(token)));
    expect(results.filter(({ ok }) => ok)).toEqual([ok(ADA)]);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => refused('used')));
    const another = await handoff.issue(ADA);
    expect(await handoff.redeem(another.token), 'a new link of the same person').toEqual(ok(ADA));
  });

  it('cannot be used again after the server’s clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_767_605_400_000 });
    const handoff = create({ lifetime: 10_000 });
    const { token } = await handoff.issue(ADA);
    expect((await handoff.redeem(token)).ok).toBe(true);
    vi.advanceTimersByTime(60_000);
    vi.setSystemTime(1_767_605_400_000);
    expect(await handoff.redeem(token)).toEqual(refused('used'));
  });

  it('is invalid if any of its characters is changed, removed or doubled', async () => {
    const handoff = create();
    const { token } = await handoff.issue(ADA);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const damaged = token.split('').flatMap((char, at) => {
      const [before, after] = [token.slice(0, at), token.slice(at + 1)];
      // The lowest and the highest bit: at the end of base64url the lowest ones mean nothing.
      const flipped = [1, 32].map((bit) => alphabet[alphabet.indexOf(char) ^ bit]!);
      return [...flipped, '', char + char].map((other) => before + other + after);
    });
    for (const text of damaged.filter((one) => one !== token))
      expect(await handoff.redeem(text), text).toEqual(refused('invalid'));
    expect(damaged.length).toBeGreaterThan(400);
    expect(await handoff.redeem(token), 'the attempts have not used it up').toEqual(ok(ADA));
  });

  it('is invalid if any of its bytes is changed', async () => {
    const handoff = create();
    const { token } = await handoff.issue(ADA);
    const bytes = Buffer.from(token, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      expect(await handoff.redeem(changed.toString('base64url')), `byte ${at}`).toEqual(refused('invalid'));
    }
    expect((await handoff.redeem(token)).ok).toBe(true);
  });

  it.each<[string, (token: string) => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 1],
    ['an object', () => ({})],
    ['a list with the token in it', (token) => [token]],
    ['an empty text', () => ''],
    ['the token and a space', (token) => `${token} `],
    ['the token with padding', (token) => `${token}=`],
    ['the token as a URL', (token) => `https://app.example/kyc/continue/${token}`],
    ['other characters', () => '✓'.repeat(100)],
    ['a megabyte', () => 'A'.repeat(1_000_000)],
    ['zeros', () => 'A'.repeat(170)],
    ['less than a tag', () => 'AAAA'],
  ])('is not %s', async (_title, change) => {
    const handoff = create();
    const { token } = await handoff.issue(ADA);
    expect(await handoff.redeem(change(token))).toEqual(refused('invalid'));
  });

  it('costs the same work whether it is genuine, damaged or no token at all: one decryption with each secret', async () => {
    const handoff = create({ secret: [SECRET, OTHER] });
    const { token } = await handoff.issue(ADA);
    const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
    for (const bad of [token, `A${token.slice(1)}`, '', undefined, '%', 'A'.repeat(9_999)]) {
      decrypt.mockClear();
      await handoff.redeem(bad);
      const sizes = decrypt.mock.calls.map(([, , data]) => data.byteLength);
      expect(
        sizes.map((size) => size > 100),
        String(bad).slice(0, 9),
      ).toEqual([true, true]);
    }
  });
});

describe('A secret', () => {
  it('that differs makes other links', async () => {
    const { token } = await create({ secret: OTHER }).issue(ADA);
    expect(await create().redeem(token)).toEqual(refused('invalid'));
  });

  it('can be rotated: links are made with the first one, and accepted with any', async () => {
    const before = create();
    const during = create({ secret: [OTHER, SECRET] });
    const after = create({ secret: OTHER });
    const [old, fresh, fresh2] = await Promise.all([before, during, during].map((one) => one.issue(ADA)));
    expect(await during.redeem(old!.token)).toEqual(ok(ADA));
    expect(await during.redeem(fresh!.token)).toEqual(ok(ADA));
    expect(await after.redeem(fresh2!.token)).toEqual(ok(ADA));
    expect(await before.redeem(fresh2!.token)).toEqual(refused('invalid'));
  });

  it('is never the key itself, and the content is bound to what the link is for', async () => {
    const content = JSON.stringify({ id: '1', expiresAt: Date.now() + 60_000, subject: ADA });
    const derived = (info: string) => new Uint8Array(hkdfSync('sha256', SECRET, '', info, 32));
    const forge = (key: Uint8Array, additionalData: string) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(additionalData));
      return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    };
    const context = 'baanx-kyc-step/handoff/1/once/device';
    const handoff = create();
    const forgeries = {
      'without additional data': forge(derived(context), ''),
      'with a key for something else': forge(derived(''), context),
      'with the secret as the key': forge(Buffer.from(SECRET.slice(0, 32)), context),
    };
    for (const [title, token] of Object.entries(forgeries))
      expect(await handoff.redeem(token), title).toEqual(refused('invalid'));
    expect(await handoff.redeem(forge(derived(context), context)), 'as it is made').toEqual(ok(ADA));
  });
});

describe('A link for one purpose', () => {
  it.each<[string, Partial<HandoffOptions>]>([
    ['another purpose', { purpose: 're-entry' }],
    ['links that are reusable', { reusable: true }],
  ])('is invalid for %s', async (_title, options) => {
    const [device, other] = [create(), create(options)];
    expect(await other.redeem((await device.issue(ADA)).token)).toEqual(refused('invalid'));
    expect(await device.redeem((await other.issue(ADA)).token)).toEqual(refused('invalid'));
  });

  it('that is reusable works until it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_767_605_400_000 });
    const handoff = create({ purpose: 're-entry', reusable: true, lifetime: 7 * 86_400_000 });
    const { token } = await handoff.issue(ADA);
    for (const day of [0, 1, 6.99]) {
      vi.setSystemTime(1_767_605_400_000 + day * 86_400_000);
      expect(await handoff.redeem(token), `day ${day}`).toEqual(ok(ADA));
    }
    vi.setSystemTime(1_767_605_400_000 + 7 * 86_400_000);
    expect(await handoff.redeem(token)).toEqual(refused('expired'));
  });
});

describe('The store of used links', () => {
  it('never sees the token', async () => {
    const store = createMemoryLinks();
    const claim = vi.spyOn(store, 'claim');
    const [one, two] = [create({ store }), create({ store })];
    const { token } = await one.issue(ADA);
    expect(await two.redeem(token)).toEqual(ok(ADA));
    expect(await one.redeem(token)).toEqual(refused('used'));
    expect(claim.mock.calls[0]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), expect.any(Number)]);
    expect(claim.mock.calls[0]![1], 'remembered for longer than it is valid').toBeGreaterThan(600_000);
  });

  it.each<[string, HandoffStore['claim']]>([
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['never answers', never],
  ])('that %s makes redeeming fail closed, in time, with the cause', async (_title, claim) => {
    const handoff = create({ store: storeWith(claim) });
    const { token } = await handoff.issue(ADA);
    const startedAt = performance.now();
    const result = await handoff.redeem(token);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(result).toEqual({
      ok: false,
      failure: { code: 'store-failed', error: expect.anything() as unknown },
    });
    expect(inspect(result)).not.toContain(token);
    expect(inspect(result)).not.toContain(SECRET);
    expect(await handoff.redeem('x'), 'a bad token never reaches it').toEqual(refused('invalid'));
  });

  it('that answers too late does not use the link up', async () => {
    const store = createMemoryLinks();
    const release = vi.spyOn(store, 'release');
    let endOutage = () => {};
    const outage = new Promise<void>((resolve) => (endOutage = resolve));
    const queued = async (id: string, rememberMs: number) => {
      await outage;
      return store.claim(id, rememberMs);
    };
    const handoff = create({ store: { ...store, claim: queued } });
    const { token } = await handoff.issue(ADA);
    expect(await handoff.redeem(token)).toMatchObject({ failure: { code: 'store-failed' } });
    expect(release).not.toHaveBeenCalled();
    endOutage();
    await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
    expect(await handoff.redeem(token)).toEqual(ok(ADA));
    expect(await handoff.redeem(token)).toEqual(refused('used'));
    expect(release).toHaveBeenCalledOnce();
  });

  it('in memory forgets expired links, and accepts no more rather than forget one that is valid', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const store = createMemoryLinks(3);
    for (const id of ['1', '2']) expect(await store.claim(id, 1_000)).toBe('claimed');
    expect(await store.claim('3', 5_000)).toBe('claimed');
    await expect(store.claim('4', 1_000)).rejects.toThrow('3 used links are remembered');
    expect(await store.claim('1', 1_000)).toBe('used');
    vi.advanceTimersByTime(1_000);
    expect(await store.claim('4', 1_000)).toBe('claimed');
    expect(await store.claim('3', 1_000)).toBe('used');
  });
});

describe('createHandoff', () => {
  const redis = { call: never, duplicate: never, on: never } as never;

  it.each<[string, object, string]>([
    ['no secret', { secret: undefined }, 'secret is missing'],
    ['an empty secret', { secret: '' }, 'secret is missing'],
    ['a short secret', { secret: 'hunter2' }, 'shorter than 32 bytes'],
    ['an empty list of secrets', { secret: [] }, 'secret is missing'],
    ['a short secret in the list', { secret: [SECRET, 'hunter2'] }, 'shorter than 32 bytes'],
    ['a lifetime in seconds', { lifetime: 600 }, 'lifetime must be 10000 to 2592000000 ms'],
    ['a lifetime of a year', { lifetime: 31_536_000_000 }, 'lifetime must be'],
    ['a lifetime that is no number', { lifetime: 'soon' }, 'lifetime must be'],
    ['a purpose that is no word', { purpose: 'a/b' }, 'purpose must be one word'],
    [
      'a store for webhooks, which may forget a link',
      { store: createMemoryStore() },
      'store must be an object with claim and release. A webhook store does not fit',
    ],
    [
      'a store without release',
      { store: { claim: never } },
      'store must be an object with claim and release',
    ],
    ['redis and store', { redis, store: createMemoryLinks() }, 'redis and store cannot be used together'],
    ['reusable links with Redis', { reusable: true, redis }, 'remove redis and store'],
    ['reusable as a word', { reusable: 'yes' }, 'reusable must be true or false'],
    ['a misspelled option', { lifeTime: 1 }, 'there is no option lifeTime'],
  ])('refuses %s', (_title, options, message) => {
    const refusedCreation = () => createHandoff({ secret: SECRET, ...options });
    expect(refusedCreation).toThrow(TypeError);
    expect(refusedCreation).toThrow(`createHandoff: `);
    expect(refusedCreation).toThrow(message);
    expect(refusedCreation).not.toThrow(/hunter2|never-to-be-seen/);
  });

  it.each<[string, unknown, string]>([
    ['nobody', undefined, 'flow must be'],
    ['no flow', { onboardingId: 'a' }, 'flow must be'],
    ['another flow', { flow: 'login', onboardingId: 'a' }, 'flow must be'],
    ['no onboarding ID', { flow: 'registration' }, 'registration needs an onboardingId'],
    ['an empty onboarding ID', { flow: 'registration', onboardingId: '' }, 'needs an onboardingId'],
    ['an onboarding ID with a space', { flow: 'registration', onboardingId: 'a b' }, 'needs an onboardingId'],
    ['an account without user ID', { flow: 'account', onboardingId: 'a' }, 'account needs a userId'],
    ['a user ID that is too long', { flow: 'account', userId: 'a'.repeat(129) }, 'account needs a userId'],
  ])('issues no link for %s', async (_title, subject, message) => {
    const issued = create().issue(subject as HandoffSubject);
    await expect(issued).rejects.toThrow(TypeError);
    await expect(issued).rejects.toThrow(message);
  });
});

/** How many random tokens are tried: `HANDOFF_RUNS=1000000` takes some minutes. */
const RUNS = Number(process.env['HANDOFF_RUNS'] ?? 5_000);

it(`${RUNS} random tokens never throw, and none is accepted`, { timeout: 20_000 + RUNS }, async () => {
  const claim = vi.fn<HandoffStore['claim']>(() => Promise.resolve('claimed'));
  const handoff = create({ store: storeWith(claim) });
  const genuine = Buffer.from((await handoff.issue(ADA)).token, 'base64url');
  for (let run = 0; run < RUNS; run++) {
    const random = randomBytes(run % 3 === 0 ? run % 400 : genuine.length);
    // Also with the beginning of a genuine token, and as text that is no base64url.
    if (run % 3 === 1) genuine.copy(random, 0, 0, run % (genuine.length - 1));
    const token = random.toString(run % 7 === 0 ? 'latin1' : 'base64url');
    const result = await handoff.redeem(token);
    if (result.ok || result.failure.code !== 'invalid') expect.fail(`${inspect(result)} for ${token}`);
  }
  expect(claim).not.toHaveBeenCalled();
});
