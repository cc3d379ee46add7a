#!/usr/bin/env node
/** `baanx-kyc-proxy`: the proxy as a process. */
import { readFileSync } from 'node:fs';
import { readEnvironment, VARIABLES, type ProxySetup } from './environment.js';
import { createKycProxy, type KycProxyOptions, type Limiter } from './handler.js';
import { keepAlive } from './keep-alive.js';
import { serveProxy } from './server.js';

const HELP = `Usage: baanx-kyc-proxy

Stands between <baanx-kyc-step> and Baanx: it adds the client key and lets through only what the widget needs.
GET /healthz tells whether it takes requests. SIGTERM and SIGINT let what is under way finish.

Environment:
${VARIABLES}
`;

/** A mistake of whoever starts it: a text, and no stack. */
class Mistake extends Error {}

const say = (record: object): void =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...record })}\n`);

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(HELP);
  if (args.length > 0) throw new Mistake('It takes no arguments but --help: the environment sets it up.');
  const setup = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  if (!('proxy' in setup)) throw new Mistake(setup.join('\n'));

  const limits = await limiterOf(setup);
  const options: KycProxyOptions = {
    ...setup.proxy,
    ...(limits && { limiter: limits.limiter }),
    ...(setup.log && { log: say }),
    transport: keepAlive(),
  };
  // Who reads the log may go, and must not take the proxy along.
  process.stdout.on('error', () => undefined);
  const server = await serveProxy(proxyOf(options), setup.host, setup.port).catch((error: unknown) => {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Mistake(`It can not listen on ${setup.host}, port ${setup.port} (${code}).`);
  });

  const stop = (signal: NodeJS.Signals) => {
    say({ stopping: signal });
    void server.stop(setup.stopTimeout).then((finished) => {
      limits?.close();
      if (!finished) process.exitCode = 1;
      say({ stopped: finished ? 'all requests finished' : 'some requests were cut off' });
    });
  };
  // Once each: who asks a second time means it.
  process.once('SIGTERM', stop).once('SIGINT', stop);
  say({ listening: server.origin, limits: limits?.where ?? 'off' });
}

function proxyOf(options: KycProxyOptions) {
  try {
    return createKycProxy(options);
  } catch (error) {
    throw new Mistake((error as Error).message);
  }
}

interface Limits {
  readonly limiter: Limiter;
  readonly where: 'memory' | 'redis';
  close(): void;
}

async function limiterOf({ limits, redisUrl }: ProxySetup): Promise<Limits | undefined> {
  if (!limits) return undefined;
  const { createLimiter } = await import('./limits.js').catch(() => {
    throw new Mistake('Limits need a package: `npm install rate-limiter-flexible`, or set LIMIT=off.');
  });
  if (redisUrl === undefined) {
    return { limiter: createLimiter(limits), where: 'memory', close: () => undefined };
  }
  const { Redis } = await import('ioredis').catch(() => {
    throw new Mistake('REDIS_URL needs a package: `npm install ioredis`.');
  });
  // While it is down nothing waits for it: the limiter says what happens meanwhile.
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // Else what is asked of a Redis that hangs would pile up until the system gives the connection up.
    socketTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let up: boolean | undefined;
  const tell = (now: boolean) => {
    if (up !== now) say({ redis: now ? 'up' : 'down' });
    up = now;
  };
  redis.on('ready', () => tell(true));
  // The error itself is not told: it may hold the URL, and with it a password.
  redis.on('error', () => tell(false));
  redis.on('close', () => tell(false));
  return { limiter: createLimiter({ ...limits, redis }), where: 'redis', close: () => redis.disconnect() };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Mistake)) throw error;
  process.stderr.write(`baanx-kyc-proxy: ${error.message}\nSee baanx-kyc-proxy --help.\n`);
  process.exitCode = 1;
});
