import { Redis } from 'ioredis';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandoff, createPushHub, createWebhookHandler, type PushHub } from '../../src/server/index.js';
import { freePort, type Started } from '../proxy/support/process.js';
import { redisServer, startRedis } from '../support/redis.js';
import { follow, type FollowedStream } from './streams.js';
import { KEY, kycEvent, signedWebhook } from './webhooks.js';

/** As docs/server.md recommends. */
const OPTIONS = { enableOfflineQueue: false, maxRetriesPerRequest: 0, socketTimeout: 2_000 };

describe.skipIf(redisServer === undefined)('With a real Redis', () => {
  let port: number;
  let redis: Started;
  const clients: Redis[] = [];
  const hubs: PushHub[] = [];

  /** A client of its own, as each process has. */
  async function connect(options: object = OPTIONS): Promise<Redis> {
    const client = new Redis(port, '127.0.0.1', options);
    client.on('error', () => undefined);
    clients.push(client);
    if (client.status !== 'ready')
      await new Promise<void>((resolve) => client.once('ready', () => resolve()));
    return client;
  }

  async function startHub(options?: object) {
    const states: string[] = [];
    const hub = createPushHub({
      redis: await connect(options),
      heartbeat: 1_000,
      onRedis: (state) => states.push(state),
    });
    hubs.push(hub);
    await vi.waitFor(() => expect(states).toEqual(['up']));
    return { hub, states };
  }

  /** What the last notice told a stream: `poll` while its hub does not hear the others. */
  const lastNotice = ({ text }: FollowedStream) => text.match(/data: (\w+)\n\n(?!.*data)/s)?.[1];
  const looks = (text: string) => text.split('data: look\n\n').length - 1;
  const soon = { timeout: 15_000, interval: 20 };

  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
  });
  afterEach(() => {
    for (const hub of hubs.splice(0)) hub.close();
    for (const client of clients.splice(0)) client.disconnect();
  });
  afterAll(() => redis.end('SIGKILL'));

  it('a notice reaches the streams of all hubs, once each, and Redis never sees an onboarding ID', async () => {
    const [one, two, monitor] = await Promise.all([startHub(), startHub(), connect()]);
    const seen: string[] = [];
    await monitor.subscribe('baanx-kyc:push');
    monitor.on('message', (_channel: string, message: string) => seen.push(message));
    const streams = await Promise.all([one, two].map(({ hub }) => follow(hub, 'onboarding-1')));
    const other = await follow(two.hub, 'onboarding-2');
    await one.hub.publish('onboarding-1');
    await vi.waitFor(() => expect(streams.map(({ text }) => looks(text))).toEqual([1, 1]));
    await two.hub.publish('onboarding-1');
    await vi.waitFor(() => expect(streams.map(({ text }) => looks(text))).toEqual([2, 2]));
    expect(looks(other.text)).toBe(0);
    expect(seen).toHaveLength(2);
    const client = await connect();
    one.hub.close();
    await vi.waitFor(async () =>
      expect(await client.call('PUBSUB', 'NUMSUB', 'baanx-kyc:push')).toEqual(['baanx-kyc:push', 2]),
    );
    expect(one.states, 'a hub that was closed reports no outage').toEqual(['up']);
    expect(seen.join()).toMatch(/^[\da-f-]{36} [\da-f]{32},[\da-f-]{36} [\da-f]{32}$/);
  });

  it(
    'streams stay open and tell elements to poll while Redis is down, and what was published meanwhile arrives',
    { timeout: 30_000 },
    async () => {
      const [one, two] = await Promise.all([startHub(), startHub()]);
      const here = await follow(one.hub, 'onboarding-1');
      const there = await follow(two.hub, 'onboarding-1');
      const unconcerned = await follow(two.hub, 'onboarding-2');
      await redis.end('SIGKILL');
      await vi.waitFor(() => expect([one.states.at(-1), two.states.at(-1)]).toEqual(['down', 'down']), soon);
      const streams = [here, there, unconcerned];
      await vi.waitFor(() => expect(streams.map(lastNotice)).toEqual(['poll', 'poll', 'poll']), soon);
      const opened = await follow(two.hub, 'onboarding-3');
      await vi.waitFor(() => expect(opened.text).toBe('data: poll\n\n'));
      const heardHere = here.text.length;
      await one.hub.publish('onboarding-1');
      await vi.waitFor(() => expect(here.text.slice(heardHere), 'where it is published').toMatch(/data/));
      expect([looks(there.text), there.hasEnded]).toEqual([0, false]);
      redis = await startRedis(port);
      await vi.waitFor(() => expect(looks(there.text)).toBeGreaterThan(0), soon);
      // A hub cannot know what it has missed, so everybody looks.
      await vi.waitFor(
        () => expect([...streams, opened].map(lastNotice)).toEqual(['look', 'look', 'look', 'look']),
        soon,
      );
      expect(streams.map(({ hasEnded }) => hasEnded)).toEqual([false, false, false]);
      const before = looks(there.text);
      await one.hub.publish('onboarding-1');
      await vi.waitFor(() => expect(looks(there.text)).toBe(before + 1), soon);
    },
  );

  it(
    'a Redis that hangs is noticed, and neither publishing nor a stream hangs with it',
    { timeout: 40_000 },
    async () => {
      const { hub, states } = await startHub();
      const stream = await follow(hub, 'onboarding-1');
      redis.child.kill('SIGSTOP');
      const startedAt = performance.now();
      await hub.publish('onboarding-1');
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      await vi.waitFor(() => expect(looks(stream.text)).toBe(1));
      await vi.waitFor(() => expect(states.at(-1)).toBe('down'), soon);
      redis.child.kill('SIGCONT');
      await vi.waitFor(() => expect(states.at(-1)).toBe('up'), soon);
    },
  );

  it(
    'what its ACL refuses is said once, elements poll meanwhile, and nothing is lost once it is allowed',
    { timeout: 40_000 },
    async () => {
      const admin = await connect();
      const rights = (...rules: string[]) => admin.call('ACL', 'SETUSER', 'app', ...rules);
      await rights('reset', 'on', '>secret', '~*', '+@all', 'resetchannels');
      const other = await startHub();
      const there = await follow(other.hub, 'onboarding-1');
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const hub = createPushHub({
        redis: await connect({ ...OPTIONS, username: 'app', password: 'secret' }),
      });
      hubs.push(hub);
      const here = await follow(hub, 'onboarding-2');
      await vi.waitFor(() => expect(warn).toHaveBeenCalled(), soon);
      await hub.publish('onboarding-1');
      await hub.publish('onboarding-1');
      expect(lastNotice(here)).toBe('poll');
      // Longer than the pause between two attempts.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        expect.stringContaining('&baanx-kyc:push +publish +subscribe'),
      );
      warn.mockRestore();
      expect(looks(there.text)).toBe(0);
      // Redis closes no connection for a right that is added.
      await rights('&baanx-kyc:push');
      await vi.waitFor(() => expect(looks(there.text)).toBe(1), soon);
      await vi.waitFor(() => expect(lastNotice(here)).toBe('look'), soon);
    },
  );

  it('what Redis did not take for a moment is sent soon, although the connection stayed', async () => {
    const { hub } = await startHub();
    const there = await follow(hub, 'onboarding-1');
    let fails = true;
    const redisClient = await connect();
    const publisher = createPushHub({
      redis: Object.assign(Object.create(redisClient) as Redis, {
        call: (...command: [string, ...string[]]) =>
          fails ? Promise.reject(new Error('Command timed out')) : redisClient.call(...command),
      }),
    });
    hubs.push(publisher);
    for (const id of ['onboarding-1', 'onboarding-2']) await publisher.publish(id);
    fails = false;
    await vi.waitFor(() => expect(looks(there.text)).toBe(1), soon);
  });

  it('an event reaches one of two processes once, and again after onEvent failed', async () => {
    const handled: string[] = [];
    let fails = true;
    const handlers = await Promise.all(
      ['one', 'two'].map(async (name) =>
        createWebhookHandler({
          keys: KEY,
          redis: await connect(),
          onError: () => undefined,
          onEvent: () => {
            if (fails) throw new Error('no');
            handled.push(name);
          },
        }),
      ),
    );
    const event = kycEvent();
    const deliver = (index: number) => async () =>
      (await handlers[index % 2]!(await signedWebhook(event))).status;
    expect(await deliver(0)()).toBe(500);
    fails = false;
    const statuses = await Promise.all(Array.from({ length: 10 }, (_, i) => deliver(i)()));
    // One is handled; those at the same time are sent again.
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    expect(await deliver(1)()).toBe(200);
    expect(handled).toHaveLength(1);
    const client = await connect();
    const [key = ''] = await client.keys('baanx-kyc:webhook:*');
    expect(key).toBe(`baanx-kyc:webhook:${event.event_id}`);
    expect(await client.pttl(key)).toBeGreaterThan(6 * 24 * 3_600_000);
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'an event while Redis is down (%s) is answered with 503 in time, and handled when it is sent again',
    { timeout: 30_000 },
    async (signal) => {
      const handled: unknown[] = [];
      const handler = createWebhookHandler({
        keys: KEY,
        redis: await connect(),
        timeout: 3_000,
        onError: () => undefined,
        onEvent: (event) => void handled.push(event),
      });
      const event = kycEvent();
      const deliver = async () => (await handler(await signedWebhook(event))).status;
      if (signal === 'SIGKILL') await redis.end(signal);
      else redis.child.kill(signal);
      const startedAt = performance.now();
      expect(await deliver()).toBe(503);
      expect(performance.now() - startedAt).toBeLessThan(8_000);
      expect(handled).toEqual([]);
      if (signal === 'SIGKILL') redis = await startRedis(port);
      else redis.child.kill('SIGCONT');
      await vi.waitFor(async () => expect(await deliver()).toBe(200), { timeout: 20_000, interval: 200 });
      expect(handled).toEqual([event]);
    },
  );

  const SECRET = 'never-to-be-seen-0123456789abcdef';
  const ADA = { flow: 'registration', onboardingId: 'onboarding-1' } as const;

  it('a link is accepted by one of two processes, once, and Redis forgets it after it has expired', async () => {
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async () =>
        createHandoff({ secret: SECRET, redis: await connect(), lifetime: 60_000 }),
      ),
    );
    const { token } = await one!.issue(ADA);
    const results = await Promise.all([one!, two!, one!, two!].map((handoff) => handoff.redeem(token)));
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: ADA }]);
    expect(await two!.redeem(token)).toEqual({ ok: false, failure: { code: 'used' } });
    const client = await connect();
    const keys = await client.keys('baanx-kyc:handoff:*');
    expect(keys).toEqual([expect.stringMatching(/^baanx-kyc:handoff:[\da-f-]{36}$/)]);
    const remembered = await client.pttl(keys[0]!);
    expect(remembered).toBeGreaterThan(60_000);
    expect(remembered).toBeLessThan(600_000);
  });

  it.each([
    ['SIGKILL', 'as recommended', OPTIONS],
    ['SIGSTOP', 'as recommended', OPTIONS],
    // The client queues commands, and sends them when the connection is back.
    ['SIGKILL', 'with the defaults', {}],
    ['SIGSTOP', 'with the defaults', {}],
  ] as const)(
    'a link while Redis is down (%s, a client %s) is refused with store-failed, in time, and accepted once afterwards',
    { timeout: 30_000 },
    async (signal, _client, options) => {
      const redisClient = await connect(options);
      const handoff = createHandoff({ secret: SECRET, redis: redisClient });
      const { token } = await handoff.issue(ADA);
      if (signal === 'SIGKILL') await redis.end(signal);
      else redis.child.kill(signal);
      const startedAt = performance.now();
      const result = await handoff.redeem(token);
      expect(performance.now() - startedAt).toBeLessThan(4_000);
      expect(result).toEqual({
        ok: false,
        failure: { code: 'store-failed', error: expect.any(Error) as Error },
      });
      expect(inspect(result, { depth: 9 })).not.toContain(token);
      if (signal === 'SIGKILL') redis = await startRedis(port);
      else redis.child.kill('SIGCONT');
      await vi.waitFor(async () => expect(await redisClient.call('PING')).toBe('PONG'), soon);
      await vi.waitFor(async () => expect((await handoff.redeem(token)).ok).toBe(true), soon);
      expect(await handoff.redeem(token)).toEqual({ ok: false, failure: { code: 'used' } });
      const second = createHandoff({ secret: SECRET, redis: await connect() });
      expect(await second.redeem(token), 'in another process').toEqual({
        ok: false,
        failure: { code: 'used' },
      });
    },
  );
});
