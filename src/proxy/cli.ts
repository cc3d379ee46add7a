#!/usr/bin/env node
/** `baanx-kyc-proxy`: the proxy as a process. */
import { readFileSync } from 'node:fs';
import { anyoneWithTheOnboardingId, createKycProxy, type KycProxyOptions } from './handler.js';
import { toNodeHandler } from './node.js';
import { loadPackage } from './optional-package.js';
import { readEnvironment, VARIABLES, type ProcessSetup } from './process/environment.js';
import { forwardAuth } from './process/forward-auth.js';
import { createMetrics, type ProxyMetrics } from './process/metrics.js';
import { createProcessLimiter } from './process/limits.js';
import { connectRedis } from './process/redis.js';
import { serve, type RunningServer } from './process/server.js';
import { createPushHub } from './push.js';
import { undiciTransport } from './undici-transport.js';

const HELP = `Usage: baanx-kyc-proxy

The proxy between <baanx-kyc-step> and Baanx. It adds the client key and passes on only the requests that the element
needs. GET /healthz reports whether the process is running, GET /readyz whether it accepts requests. On SIGTERM or
SIGINT it finishes open requests and then exits.

Environment:
${VARIABLES}
`;

/** A setup problem, which is printed without a stack trace. */
class SetupError extends Error {}

const log = (record: object): void =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...record })}\n`);

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return void process.stdout.write(HELP);
  if (args.length > 0)
    throw new SetupError(
      'Unknown argument. The only argument is --help. Set everything else with environment variables.',
    );
  const setup = readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
  if (!('proxy' in setup)) throw new SetupError(setup.join('\n'));

  const { host, port, metricsHost, metricsPort, isLogging, authorizeUrl, limits, redisUrl, isPushing } =
    setup;
  await setUp(() =>
    loadPackage('baanx-kyc-proxy', '@hono/node-server hono undici', () =>
      Promise.all([import('@hono/node-server'), import('undici')]),
    ),
  );
  const transport = undiciTransport();
  const redis =
    redisUrl !== undefined && (limits || isPushing)
      ? await setUp(() => connectRedis(redisUrl, (state) => log({ redis: state })))
      : undefined;
  const limiter = limits && (await setUp(() => createProcessLimiter(limits, redis)));
  const push =
    isPushing && redis ? createPushHub({ redis, onRedis: (state) => log({ push: state }) }) : undefined;
  const metrics =
    metricsPort === undefined
      ? undefined
      : await setUp(async () => {
          const prometheus = await loadPackage('METRICS_PORT', 'prom-client', () => import('prom-client'));
          return createMetrics(prometheus, transport);
        });
  const options: KycProxyOptions = {
    ...setup.proxy,
    authorize: authorizeUrl === undefined ? anyoneWithTheOnboardingId : forwardAuth(authorizeUrl),
    ...(limiter && { limiter }),
    ...(push && { push }),
    transport,
    log(record) {
      metrics?.count(record);
      if (isLogging) log(record);
    },
    onError: (error, { requestId, reason }) => isLogging && log({ requestId, reason, error: nameOf(error) }),
  };
  // If the reader of the log closes the pipe, the proxy keeps running.
  process.stdout.on('error', () => undefined);
  const proxy = await setUp(() => createKycProxy(options));
  const server = await listen(() => serve(toNodeHandler(proxy), host, port), host, port);
  const metricsServer =
    metrics && (await listen(() => serveMetrics(metrics, setup), metricsHost, metricsPort ?? 0));

  const stop = async (signal: NodeJS.Signals) => {
    log({ stopping: signal });
    // Ctrl-C comes from a terminal: no load balancer has to notice first.
    const hasFinished = await server.stop(signal === 'SIGTERM' ? setup.stopDelay : 0, setup.stopTimeout, () =>
      push?.close(),
    );
    await metricsServer?.stop(0, 0);
    redis?.disconnect();
    await transport.close();
    if (!hasFinished) process.exitCode = 1;
    log({ stopped: hasFinished ? 'all requests finished' : 'some requests were cut off' });
  };
  // Only once each: a second signal ends the process immediately.
  process.once('SIGTERM', (signal) => void stop(signal)).once('SIGINT', (signal) => void stop(signal));
  log({
    listening: server.origin,
    limits: limits ? (redis ? 'redis' : 'memory') : 'off',
    push: push ? 'on' : 'off',
    authorize: authorizeUrl === undefined ? 'off' : 'forward',
    ...(metricsServer && { metrics: `${metricsServer.origin}/metrics` }),
  });
}

/** The name and code of an error; its message may contain a URL with an onboarding ID, or a password. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = (error.cause instanceof Error ? error.cause : error) as NodeJS.ErrnoException;
  return code === undefined ? error.name : `${error.name} ${code}`;
}

async function setUp<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw new SetupError((error as Error).message);
  }
}

async function listen(
  start: () => Promise<RunningServer>,
  host: string,
  port: number,
): Promise<RunningServer> {
  try {
    return await start();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new SetupError(`Cannot listen on ${host}, port ${port} (${code}).`);
  }
}

const serveMetrics = ({ registry }: ProxyMetrics, { metricsHost, metricsPort = 0 }: ProcessSetup) =>
  serve(
    (req, res) => {
      if (req.url !== '/metrics') return void res.writeHead(404).end();
      void registry.metrics().then((text) => {
        res.setHeader('content-type', registry.contentType).end(text);
      });
    },
    metricsHost,
    metricsPort,
  );

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`baanx-kyc-proxy: ${error.message}\nSee baanx-kyc-proxy --help.\n`);
  // The servers and timers of a partial start must not keep the process alive.
  process.exit(1);
});
