/**
 * `node bench/push.mjs`: opens 5,000 event streams on two proxy processes that share a real Redis, and publishes to 1,000 of them
 * from a third process, as a host's webhook handler does. Measures the memory of a stream, and the time from a publish until the
 * notice has arrived at the client.
 */
import { Redis } from 'ioredis';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureProgram } from '../scripts/browsers/debian.mjs';
import { buildProxy } from '../scripts/proxy-build.mjs';
import { formatNumber, report } from './support/report.mjs';

const STREAMS = 5_000;
const PUBLISHES = 1_000;
/** The longest time from a publish until the notice arrives. */
const BUDGET_MS = 1_000;

const program = ensureProgram('redis-server');
if (program === undefined) {
  console.log('This bench needs redis-server. Install it, or run it as root on Debian.');
  process.exit(1);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

const built = await buildProxy('push-bench');
const redisPort = await freePort();
const redisServer = spawn(program, ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const text of redisServer.stdout) if (String(text).includes('Ready to accept')) break;

const proxies = await Promise.all(
  [0, 1].map(async () => {
    const child = fork(new URL('push-subject.mjs', import.meta.url), [built, String(redisPort)], {
      execArgv: ['--expose-gc'],
    });
    const [{ port }] = await once(child, 'message');
    return { child, port };
  }),
);

/** @param {typeof proxies[number]} proxy @returns {Promise<{ streams: number, cpu: number, heap: number, rss: number }>} */
async function usage({ child }) {
  child.send('usage');
  return (await once(child, 'message'))[0];
}
/** Of both processes together. */
async function totalUsage() {
  const all = await Promise.all(proxies.map(usage));
  const sum = (/** @type {keyof typeof all[number]} */ name) =>
    all.reduce((total, one) => total + one[name], 0);
  return { streams: sum('streams'), cpu: sum('cpu'), heap: sum('heap'), rss: sum('rss') };
}

/** When the notice for each onboarding arrived. @type {Map<string, number>} */
const arrivals = new Map();
/** @type {import('node:http').ClientRequest[]} */
const clients = [];

/** @param {number} index */
async function openStream(index) {
  const id = `bench-${index}`;
  const { port } = proxies[index % proxies.length] ?? { port: 0 };
  const client = get(`http://127.0.0.1:${port}/api/baanx/v1/events?onboardingId=${id}`, { agent: false });
  clients.push(client);
  const [response] = await once(client, 'response');
  if (response.statusCode !== 200) throw new Error(`The proxy answered ${response.statusCode}`);
  response.on('data', (/** @type {Buffer} */ chunk) => {
    if (chunk.includes('data:')) arrivals.set(id, performance.now());
  });
}

const { createPushHub } = await import(pathToFileURL(join(built, 'server.mjs')).href);
const redis = new Redis(redisPort, '127.0.0.1');
const hub = createPushHub({ redis });
try {
  const before = await totalUsage();
  const openedAt = performance.now();
  for (let first = 0; first < STREAMS; first += 100)
    await Promise.all(Array.from({ length: 100 }, (_, index) => openStream(first + index)));
  const openingMs = performance.now() - openedAt;
  const open = await totalUsage();

  /** @type {number[]} */
  const delays = [];
  const publishedFrom = performance.now();
  /** @type {Map<string, number>} */
  const published = new Map();
  for (let index = 0; index < PUBLISHES; index++) {
    const id = `bench-${index * (STREAMS / PUBLISHES)}`;
    published.set(id, performance.now());
    void hub.publish(id);
    // About as fast as webhooks of a large sign-up could arrive: 100 in a moment, then the next.
    if (index % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const deadline = performance.now() + 30_000;
  while (arrivals.size < PUBLISHES && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const allMs = Math.max(...arrivals.values()) - publishedFrom;
  for (const [id, at] of published) delays.push((arrivals.get(id) ?? Infinity) - at);
  delays.sort((a, b) => a - b);
  const after = await totalUsage();
  const at = (/** @type {number} */ share) =>
    formatNumber(delays[Math.ceil(delays.length * share) - 1] ?? NaN, 1);
  const perStream = (/** @type {'heap' | 'rss'} */ name) =>
    formatNumber((open[name] - before[name]) / STREAMS / 1024, 1);

  report('push', 'Push, two proxy processes and one Redis', [
    ['', ''],
    ['open streams', formatNumber(open.streams)],
    ['opened per second', formatNumber((STREAMS / openingMs) * 1_000)],
    ['heap of a stream, KB', perStream('heap')],
    ['resident memory of a stream, KB', perStream('rss')],
    [`publishes`, formatNumber(PUBLISHES)],
    ['notices that arrived', formatNumber(arrivals.size)],
    ['from publish to notice, median, ms', at(0.5)],
    ['p99, ms', at(0.99)],
    ['longest, ms', at(1)],
    ['all of them, ms', formatNumber(allMs)],
    ['CPU time of both proxies per publish, µs', formatNumber((after.cpu - open.cpu) / PUBLISHES)],
  ]);
  if (arrivals.size < PUBLISHES || (delays.at(-1) ?? Infinity) > BUDGET_MS) process.exitCode = 1;
} finally {
  for (const client of clients) client.destroy();
  hub.close();
  redis.disconnect();
  for (const { child } of proxies) child.disconnect();
  redisServer.kill();
}
