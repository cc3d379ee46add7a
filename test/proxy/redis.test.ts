import { Redis } from 'ioredis';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { redisServer, startRedis } from '../support/redis.js';
import { expectHarmless } from './support/harmless-log.js';
import { freePort, start, type Started } from './support/process.js';
import { KEY, listenSandbox, type Listening } from './support/upstream.js';

describe.skipIf(redisServer === undefined)('limits in a real Redis', () => {
  let cli: string;
  let baanx: Listening;
  let port: number;
  let redis: Started;
  const running = new Set<Started>();

  async function startProxy(env: Record<string, string>): Promise<{ process: Started; status: string }> {
    const started = start(process.execPath, [cli], {
      BAANX_CLIENT_KEY: KEY,
      BAANX_BASE_URL: baanx.origin,
      AUTHORIZE: 'off',
      PORT: '0',
      REDIS_URL: `redis://127.0.0.1:${port}`,
      ...env,
    });
    running.add(started);
    const line = JSON.parse(await started.line(/"listening"/)) as { listening: string; limits: string };
    expect(line.limits).toBe('redis');
    await started.line(/"redis":"up"/);
    return { process: started, status: `${line.listening}/api/baanx/v1/auth/register?onboardingId=` };
  }
  const ask = async (url: string) => (await fetch(url)).status;

  beforeAll(async () => {
    [cli, baanx, port] = await Promise.all([
      buildProxy('proxy-redis').then((folder) => join(folder, 'cli.mjs')),
      listenSandbox(),
      freePort(),
    ]);
    redis = await startRedis(port);
  }, 60_000);
  afterAll(async () => {
    for (const one of running) await one.end('SIGKILL');
    expectHarmless([...running].flatMap(({ lines }) => lines.filter((line) => line.includes('"route"'))));
    await redis.end('SIGKILL');
    await baanx.close();
  });

  it('are shared by two processes, without an onboarding ID in Redis', async () => {
    const limits = {
      LIMIT_PER_ADDRESS: '20/600',
      LIMIT_PER_ONBOARDING: '5/600',
      CLIENT_ADDRESS_HEADER: 'x-real-ip',
    };
    const [one, two] = await Promise.all([startProxy(limits), startProxy(limits)]);
    const both = (id: string, address: string) =>
      Promise.all(
        Array.from({ length: 15 }, (_, i) => [one.status, two.status][i % 2]! + id).map(
          async (url) => (await fetch(url, { headers: { 'x-real-ip': address } })).status,
        ),
      );
    const passed = (statuses: number[]) => statuses.filter((status) => status === 200).length;
    expect(passed(await both('verified-a', '192.0.2.1')), 'of one onboarding').toBe(5);
    expect(passed(await both('verified-b', '192.0.2.1')), 'and of one address, 5 of which are left').toBe(5);
    expect(passed(await both('verified-c', '192.0.2.2')), 'another address').toBe(5);

    const client = new Redis(port, '127.0.0.1');
    const keys = await client.keys('*');
    client.disconnect();
    expect(keys.sort().join()).toMatch(
      /^baanx-kyc:address:192\.0\.2\.1,baanx-kyc:address:192\.0\.2\.2(,baanx-kyc:onboarding:[\da-f]{32}){3}$/,
    );
  });

  it('lose no request while Redis is killed, and comes back, under load', async () => {
    const many = { LIMIT_PER_ADDRESS: '1000000/600', LIMIT_PER_ONBOARDING: '1000000/600' };
    const proxies = await Promise.all([startProxy(many), startProxy(many)]);
    const statuses: number[] = [];
    let wanted = () => {};
    let over = false;
    /** Once so many requests more have been answered. */
    const answered = (more: number) =>
      new Promise<void>((resolve) => {
        const goal = statuses.length + more;
        wanted = () => statuses.length >= goal && resolve();
      });
    const load = proxies.flatMap(({ status }) =>
      Array.from({ length: 10 }, async (_, i) => {
        while (!over) {
          statuses.push(await ask(`${status}verified-${i}`).catch(() => 0));
          wanted();
        }
      }),
    );
    await answered(100);
    await redis.end('SIGKILL');
    await Promise.all(proxies.map((proxy) => proxy.process.line(/"redis":"down"/)));
    await answered(100);
    redis = await startRedis(port);
    const back = (proxy: Started) => proxy.lines.filter((line) => line.includes('"redis":"up"')).length === 2;
    while (!proxies.every((proxy) => back(proxy.process))) await answered(20);
    await answered(100);
    over = true;
    await Promise.all(load);
    expect(statuses.length).toBeGreaterThan(300);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  }, 30_000);

  it('go on in the process while Redis hangs or is down, or refuse everything where that is wanted', async () => {
    const limit = { LIMIT_PER_ADDRESS: '1000/600', LIMIT_PER_ONBOARDING: '3/600' };
    const [open, closed] = await Promise.all([
      startProxy(limit),
      startProxy({ ...limit, REDIS_DOWN: 'closed' }),
    ]);
    redis.child.kill('SIGSTOP');
    expect(await ask(`${open.status}verified-hang`)).toBe(200);
    expect(await ask(`${closed.status}verified-hang`)).toBe(503);
    // What waits for an answer does not pile up: the connection that hangs is given up.
    await Promise.all([open, closed].map((proxy) => proxy.process.line(/"redis":"down"/)));
    await redis.end('SIGKILL');
    const four = [];
    for (let i = 0; i < 4; i++) four.push(await ask(`${open.status}verified-down`));
    expect(four).toEqual([200, 200, 200, 429]);
    expect(await ask(`${closed.status}verified-down`)).toBe(503);
    redis = await startRedis(port);
    while ((await ask(`${closed.status}verified-back`)) === 503);
    expect(await ask(`${closed.status}verified-back`)).toBe(200);
  }, 30_000);
});
