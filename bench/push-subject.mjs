/**
 * One of the proxy processes of bench/push.mjs: `node push-subject.mjs BUILT REDIS_PORT`. It sends its port to the parent process,
 * and answers each message with its open streams, CPU time and memory.
 */
import { Redis } from 'ioredis';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , built = '', redisPort = ''] = process.argv;
const load = (/** @type {string} */ file) => import(pathToFileURL(join(built, file)).href);
const [{ createKycProxy }, { toNodeHandler }, { createPushHub }] = await Promise.all(
  ['handler.mjs', 'node.mjs', 'server.mjs'].map(load),
);

const redis = new Redis(Number(redisPort), '127.0.0.1');
/** @type {ReturnType<typeof createPushHub>} */
let hub;
await new Promise((resolve) => {
  hub = createPushHub({
    redis,
    onRedis: (/** @type {string} */ state) => state === 'up' && resolve(undefined),
  });
});
const proxy = createKycProxy({ clientKey: 'bench', authorize: async () => true, push: hub });
const server = createServer(toNodeHandler(proxy)).listen(
  { port: 0, host: '127.0.0.1', backlog: 4096 },
  () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
  },
);
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ streams: hub.streams, cpu: user + system, heap: heapUsed, rss });
});
process.once('disconnect', () => process.exit());
