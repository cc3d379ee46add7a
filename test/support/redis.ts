import { ensureProgram } from '../../scripts/browsers/debian.mjs';
import { start, type Started } from '../proxy/support/process.js';

/** The path of the Redis server. Undefined if there is none: its tests are then skipped. */
export const redisServer = ensureProgram('redis-server');

/** Starts a Redis server that stores nothing on disk, and waits until it accepts connections. */
export async function startRedis(port: number): Promise<Started> {
  if (redisServer === undefined) throw new Error('redis-server is not installed');
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = start(redisServer, options);
  await redis.line(/Ready to accept connections/);
  return redis;
}
