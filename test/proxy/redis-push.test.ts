import { Redis } from 'ioredis';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { createPushHub, type PushHub } from '../../src/server/index.js';
import { read, type FollowedStream } from '../server/streams.js';
import { redisServer, startRedis } from '../support/redis.js';
import { freePort, start, type Started } from './support/process.js';

describe.skipIf(redisServer === undefined)('Push through two proxy processes and a real Redis', () => {
  let cli: string;
  let port: number;
  let redis: Started;
  let client: Redis;
  let hub: PushHub;
  const running = new Set<Started>();
  const looks = ({ text }: FollowedStream) => text.split('data: look\n\n').length - 1;
  const soon = { timeout: 20_000, interval: 20 };

  async function startProxy() {
    const proxy = start(process.execPath, [cli], {
      BAANX_CLIENT_KEY: 'key',
      BAANX_BASE_URL: 'http://127.0.0.1:9',
      AUTHORIZE: 'off',
      LIMIT: 'off',
      PORT: '0',
      PUSH: 'on',
      STOP_DELAY_MS: '0',
      REDIS_URL: `redis://127.0.0.1:${port}`,
    });
    running.add(proxy);
    const { listening } = JSON.parse(await proxy.line(/"listening".*"push":"on"/)) as { listening: string };
    await proxy.line(/"push":"up"/);
    return { proxy, open: (id: string) => openStream(listening, id) };
  }

  async function openStream(origin: string, id: string): Promise<FollowedStream> {
    const response = await fetch(`${origin}/api/baanx/v1/events?onboardingId=${id}`);
    expect(response.status).toBe(200);
    return read(response.body!);
  }

  beforeAll(async () => {
    [cli, port] = await Promise.all([
      buildProxy('proxy-redis-push').then((folder) => join(folder, 'cli.mjs')),
      freePort(),
    ]);
    redis = await startRedis(port);
    // The host's own server, where the webhooks arrive.
    client = new Redis(port, '127.0.0.1', { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    const states: string[] = [];
    hub = createPushHub({ redis: client, onRedis: (state) => states.push(state) });
    await vi.waitFor(() => expect(states).toEqual(['up']), soon);
  }, 60_000);
  afterAll(async () => {
    hub.close();
    client.disconnect();
    for (const one of running) await one.end('SIGKILL');
    await redis.end('SIGKILL');
  });

  it(
    'reaches whoever waits, also after Redis was killed and restarted, and ends the streams of a process that stops',
    { timeout: 60_000 },
    async () => {
      const [one, two] = await Promise.all([startProxy(), startProxy()]);
      const streams = await Promise.all([one.open('a'), two.open('a'), two.open('b')]);
      await hub.publish('a');
      await vi.waitFor(() => expect(streams.map(looks)).toEqual([1, 1, 0]), soon);

      await redis.end('SIGKILL');
      await Promise.all([one, two].map(({ proxy }) => proxy.line(/"push":"down"/)));
      // Until Redis is back, the elements poll.
      await vi.waitFor(
        () => expect(streams.every(({ text }) => text.endsWith('data: poll\n\n'))).toBe(true),
        soon,
      );
      await hub.publish('a');
      redis = await startRedis(port);
      // What was published meanwhile arrives, and whoever may have missed something looks.
      await vi.waitFor(
        () => expect(streams.every((stream) => looks(stream) > (stream === streams[2] ? 0 : 1))).toBe(true),
        soon,
      );
      expect(streams.map(({ hasEnded }) => hasEnded)).toEqual([false, false, false]);

      const ended = one.proxy.end('SIGTERM');
      await vi.waitFor(() => expect(streams[0]?.hasEnded).toBe(true), soon);
      expect(await ended).toBe(0);
      const before = streams.map(looks);
      await hub.publish('a');
      await vi.waitFor(() => expect(looks(streams[1])).toBe((before[1] ?? 0) + 1), soon);
    },
  );
});
