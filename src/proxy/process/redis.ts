import type { Redis } from 'ioredis';
import { loadPackage } from '../optional-package.js';

/**
 * Connects the process to Redis.
 * @param onRedis is called when the connection is established or lost
 */
export async function connectRedis(url: string, onRedis: (state: 'up' | 'down') => void): Promise<Redis> {
  const { Redis } = await loadPackage('REDIS_URL', 'ioredis', () => import('ioredis'));
  // While Redis is down, no request waits for it: the limiter decides what happens.
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // Otherwise commands to a Redis that hangs would pile up until the system closes the connection.
    socketTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let last: 'up' | 'down' | undefined;
  const report = (state: 'up' | 'down') => {
    if (last !== state) onRedis(state);
    last = state;
  };
  redis.on('ready', () => report('up'));
  // The error itself is not logged, because it may contain the URL, and with it a password.
  redis.on('error', () => report('down'));
  redis.on('close', () => report('down'));
  return redis;
}
