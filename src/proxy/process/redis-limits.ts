import type { Limiter } from '../options.js';
import { loadPackage } from '../optional-package.js';
import type { ProcessSetup } from './environment.js';

/** The limiter of the process, and where it counts. */
export interface ProcessLimits {
  readonly limiter: Limiter;
  readonly where: 'memory' | 'redis';
  close(): void;
}

/**
 * Makes the limiter that the environment describes; undefined without limits.
 * @param onRedis is called when the connection to Redis is established or lost
 */
export async function createProcessLimits(
  { limits, redisUrl }: Pick<ProcessSetup, 'limits' | 'redisUrl'>,
  onRedis: (state: 'up' | 'down') => void,
): Promise<ProcessLimits | undefined> {
  if (!limits) return undefined;
  const { createLimiter } = await loadPackage(
    'The limit (unless LIMIT=off)',
    'rate-limiter-flexible',
    () => import('../limits.js'),
  );
  if (redisUrl === undefined) {
    return { limiter: createLimiter(limits), where: 'memory', close: () => undefined };
  }
  const { Redis } = await loadPackage('REDIS_URL', 'ioredis', () => import('ioredis'));
  // While Redis is down no request waits for it: the limiter decides what happens meanwhile.
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // Otherwise commands to a Redis that hangs would pile up until the system gives the connection up.
    socketTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let last: 'up' | 'down' | undefined;
  const report = (state: 'up' | 'down') => {
    if (last !== state) onRedis(state);
    last = state;
  };
  redis.on('ready', () => report('up'));
  // The error itself is not logged: it may hold the URL, and with it a password.
  redis.on('error', () => report('down'));
  redis.on('close', () => report('down'));
  return { limiter: createLimiter({ ...limits, redis }), where: 'redis', close: () => redis.disconnect() };
}
