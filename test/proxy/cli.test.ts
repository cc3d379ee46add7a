import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { expectHarmless } from './support/harmless-log.js';
import { start, type Started } from './support/process.js';
import { KEY, listen, listenSandbox, type Listening } from './support/upstream.js';

let cli: string;
let baanx: Listening;
const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-cli-'));
const running = new Set<Started>();

beforeAll(async () => {
  cli = join(await buildProxy('proxy-cli'), 'cli.mjs');
  baanx = await listenSandbox();
  writeFileSync(join(folder, 'key'), `${KEY}\n`);
}, 60_000);
afterAll(async () => {
  for (const one of running) await one.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  await baanx.close();
});

const BASE = { BAANX_CLIENT_KEY: KEY, AUTHORIZE: 'off', PORT: '0', STOP_DELAY_MS: '0' };

function run(env: Record<string, string>, ...args: string[]): Started {
  const started = start(process.execPath, [cli, ...args], env);
  running.add(started);
  return started;
}

async function listening(env: Record<string, string> = {}): Promise<[Started, string]> {
  const started = run({ ...BASE, BAANX_BASE_URL: baanx.origin, ...env });
  const line = await started.line(/"listening"/);
  return [started, (JSON.parse(line) as { listening: string }).listening];
}

/** The exit code and everything that was printed. */
async function outcome(started: Started): Promise<[number | NodeJS.Signals, string]> {
  const [code] = (await once(started.child, 'close')) as [number];
  return [code, started.lines.join('\n')];
}

describe('what it prints', () => {
  it('is its help, with every variable', async () => {
    const [code, text] = await outcome(run({}, '--help'));
    expect(code).toBe(0);
    for (const name of [
      'BAANX_CLIENT_KEY',
      'ALLOWED_ORIGINS',
      'REDIS_URL',
      'PUSH',
      'CLIENT_ADDRESS_HEADER',
      'AUTHORIZE_URL',
      'METRICS_HOST',
      'METRICS_PORT',
      '/healthz',
      '/readyz',
    ]) {
      expect(text).toContain(name);
    }
  });

  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['no key', {}, [], /BAANX_CLIENT_KEY is missing\. Set it/],
    ['an empty key', { BAANX_CLIENT_KEY: ' ' }, [], /BAANX_CLIENT_KEY is missing/],
    ['a key no header can carry', { ...BASE, BAANX_CLIENT_KEY: `${KEY}\nx` }, [], /clientKey .* has spaces/],
    ['no decision on who may use it', { BAANX_CLIENT_KEY: KEY }, [], /AUTHORIZE_URL is missing/],
    ['two such decisions', { ...BASE, AUTHORIZE_URL: 'http://a.example/' }, [], /cannot be used together/],
    [
      'an AUTHORIZE_URL with a password',
      { BAANX_CLIENT_KEY: KEY, AUTHORIZE_URL: 'http://u:p4ss@h' },
      [],
      /AUTHORIZE_URL must be/,
    ],
    ['a key file that is not there', { BAANX_CLIENT_KEY_FILE: '/nowhere/key' }, [], /_FILE cannot be read/],
    ['a base URL that is none', { ...BASE, BAANX_BASE_URL: 'x' }, [], /baseUrl must be/],
    ['a port that is none', { BAANX_CLIENT_KEY: KEY, PORT: '80a' }, [], /PORT must be a whole number/],
    ['a limit that is none', { BAANX_CLIENT_KEY: KEY, LIMIT_PER_ADDRESS: '10' }, [], /requests\/seconds/],
    ['a word that is none', { BAANX_CLIENT_KEY: KEY, REDIS_DOWN: 'maybe' }, [], /REDIS_DOWN must be open or/],
    [
      'a Redis that is none',
      { BAANX_CLIENT_KEY: KEY, REDIS_URL: 'http://u:p4ss@h' },
      [],
      /REDIS_URL must start/,
    ],
    ['push without a Redis', { ...BASE, PUSH: 'on' }, [], /PUSH=on needs REDIS_URL/],
    ['an argument', { BAANX_CLIENT_KEY: KEY }, ['--port=80'], /Unknown argument/],
    ['two mistakes', { PORT: 'x' }, [], /BAANX_CLIENT_KEY is missing[^]*PORT must/],
  ])('is one clear message and exit code 1: %s', async (_, env, args, says) => {
    const [code, text] = await outcome(run(env, ...args));
    expect(code).toBe(1);
    expect(text).toMatch(says);
    expect(text).toMatch(/See baanx-kyc-proxy --help\.$/);
    expect(text).not.toMatch(/ {4}at |client-key-never|p4ss/);
  });

  it('is a clear message if the port is taken', async () => {
    const [code, text] = await outcome(run({ ...BASE, PORT: new URL(baanx.origin).port }));
    expect(code).toBe(1);
    expect(text).toMatch(/Cannot listen on 127\.0\.0\.1, port \d+ \(EADDRINUSE\)/);
  });
});

describe('how it runs', () => {
  it('takes its key from a file, its path from the environment, and counts', async () => {
    const [started, origin] = await listening({
      BAANX_CLIENT_KEY: '',
      BAANX_CLIENT_KEY_FILE: join(folder, 'key'),
      BASE_PATH: '/kyc',
      LIMIT_PER_ONBOARDING: '2/60',
    });
    const ask = async () => (await fetch(`${origin}/kyc/v1/auth/register?onboardingId=verified-1`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    await started.end();
    expectHarmless(started.lines.filter((line) => line.includes('"method"')));
    expect(started.lines.join('\n')).not.toMatch(/client-key|verified-1|veriff/);
  });

  it('finishes the open requests when it is stopped, and takes no new connection', async () => {
    const slow = await slowBaanx();
    const [started, origin] = await listening({ BAANX_BASE_URL: slow.origin });
    const received = once(slow.server, 'request');
    const answer = fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`);
    const [, held] = (await received) as [unknown, import('node:http').ServerResponse];
    started.child.kill('SIGTERM');
    await started.line(/"stopping":"SIGTERM"/);
    // The listener closes shortly after the line is printed.
    const connect = () =>
      fetch(`${origin}/healthz`).then(
        () => 'accepted',
        () => 'refused',
      );
    await expect.poll(connect).toBe('refused');
    held.end('{"verificationState":"PENDING"}');
    const response = await answer;
    expect([response.status, response.headers.get('connection')]).toEqual([200, 'close']);
    expect(await response.json()).toEqual({ verificationState: 'PENDING' });
    const [code, text] = await outcome(started);
    expect(code).toBe(0);
    expect(text).toContain('all requests finished');
    slow.server.close();
  });

  it('does not wait for a connection without a request', async () => {
    const [started, origin] = await listening({ STOP_TIMEOUT_MS: '60000' });
    const browser = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(browser, 'connect');
    // It may end with a reset, which is as good.
    browser.on('error', () => undefined);
    const gone = new Promise((resolve) => browser.once('close', resolve));
    started.child.kill('SIGTERM');
    await gone;
    const [code, text] = await outcome(started);
    expect(code).toBe(0);
    expect(text).toContain('all requests finished');
  });

  it('goes on if its log is no longer read', async () => {
    const [started, origin] = await listening();
    started.child.stdout?.destroy();
    const ask = async () => (await fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
    expect(await started.end()).toBe(0);
  });

  it('cuts off requests that do not finish in time, and says so', async () => {
    const slow = await slowBaanx();
    const [started, origin] = await listening({ BAANX_BASE_URL: slow.origin, STOP_TIMEOUT_MS: '100' });
    const received = once(slow.server, 'request');
    const answer = fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`).catch(() => 'cut');
    await received;
    started.child.kill('SIGINT');
    expect(await answer).toBe('cut');
    const [code, text] = await outcome(started);
    expect(code).toBe(1);
    expect(text).toContain('some requests were cut off');
    slow.server.closeAllConnections();
    slow.server.close();
  });

  it('refuses no request in a rolling update, whose balancer connects anew for each', async () => {
    const manyRequests = { LIMIT_PER_ADDRESS: '1000000/60' };
    const [old, oldOrigin] = await listening({ ...manyRequests, STOP_DELAY_MS: '2000' });
    const [, newOrigin] = await listening(manyRequests);
    const statuses: number[] = [];
    let isOver = false;
    let isOldReady = true;
    /** Like a balancer: it sends to the old process until it has seen `/readyz` fail. */
    const balance = async () => {
      for (let turn = 0; !isOver; turn++) {
        const origin = isOldReady && turn % 2 ? oldOrigin : newOrigin;
        statuses.push(
          await statusOverNewConnection(`${origin}/api/baanx/v1/auth/register?onboardingId=verified-${turn}`),
        );
      }
    };
    const balancing = Promise.all([balance(), balance(), balance()]);
    await expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(6);
    expect(await statusOverNewConnection(`${oldOrigin}/readyz`)).toBe(200);
    old.child.kill('SIGTERM');
    await old.line(/"stopping":"SIGTERM"/);
    expect(await statusOverNewConnection(`${oldOrigin}/readyz`)).toBe(503);
    expect(await statusOverNewConnection(`${oldOrigin}/healthz`)).toBe(200);
    isOldReady = false;
    const [code, text] = await outcome(old);
    isOver = true;
    await balancing;
    expect(code).toBe(0);
    expect(text).toContain('all requests finished');
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  it('serves metrics by route, status and reason on a port of their own', async () => {
    const [started, origin] = await listening({
      HOST: '0.0.0.0',
      METRICS_PORT: '0',
      LIMIT_PER_ONBOARDING: '1/60',
    });
    const { metrics } = JSON.parse(started.lines.find((line) => line.includes('"metrics"')) ?? '{}') as {
      metrics: string;
    };
    expect(new URL(metrics).hostname, 'for this machine only, unless METRICS_HOST says otherwise').toBe(
      '127.0.0.1',
    );
    const ask = async (path: string) => (await fetch(origin + path)).status;
    const status = '/api/baanx/v1/auth/register?onboardingId=verified-1';
    expect([await ask(status), await ask(status), await ask('/api/baanx/v1/users')]).toEqual([200, 429, 404]);
    expect(await ask('/metrics'), 'on the public port').toBe(404);
    const text = await (await fetch(metrics)).text();
    for (const line of [
      'baanx_kyc_requests_total{route="registration-status",status="200",reason="none"} 1',
      'baanx_kyc_requests_total{route="registration-status",status="429",reason="onboarding-limit"} 1',
      'baanx_kyc_requests_total{route="none",status="404",reason="unknown-path"} 2',
      'baanx_kyc_limited_total{limit="onboarding"} 1',
      'baanx_kyc_request_duration_seconds_count{route="registration-status",status="200"} 1',
      'baanx_kyc_upstream_connections{state="connected"} 1',
    ]) {
      expect(text).toContain(line);
    }
    await started.end();
  });

  it('asks AUTHORIZE_URL with the cookies and the onboarding ID', async () => {
    const seen: unknown[] = [];
    const auth = await listen((req, res) => {
      const { cookie, 'x-onboarding-id': id, 'x-kyc-route': route } = req.headers;
      seen.push({ cookie, id, route, authorization: req.headers.authorization });
      res.writeHead(cookie === 'sid=1' ? 204 : cookie === 'sid=2' ? 302 : 503, { location: '/login' }).end();
    });
    const [started, origin] = await listening({ AUTHORIZE: '', AUTHORIZE_URL: `${auth.origin}/may-verify` });
    const ask = async (cookie: string) => {
      const headers = { cookie, authorization: 'Bearer stray' };
      const response = await fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=verified-1`, {
        headers,
      });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    expect(await ask('sid=1')).toEqual([200, undefined]);
    expect(await ask('sid=1'), 'from the cache').toEqual([200, undefined]);
    expect(await ask('sid=2'), 'a redirect to a login page').toEqual([403, 'not-allowed']);
    expect(await ask('sid=3'), 'a server that fails').toEqual([500, 'proxy-error']);
    const about = { id: 'verified-1', route: 'registration-status', authorization: undefined };
    expect(seen).toEqual(['sid=1', 'sid=2', 'sid=3'].map((cookie) => ({ cookie, ...about })));
    await started.line(/"reason":"authorize-failed","error":"Error"/);
    expect(started.lines.join('\n')).not.toMatch(/sid=|verified-1|may-verify/);
    await started.end();
    await auth.close();
  });

  it('names the packages that are missing', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'baanx-kyc-bare-'));
    cpSync(join(cli, '..'), bare, { recursive: true });
    const started = start(process.execPath, [join(bare, 'cli.mjs')], BASE);
    const [code, text] = await outcome(started);
    rmSync(bare, { recursive: true });
    expect(code).toBe(1);
    expect(text).toMatch(/^baanx-kyc-proxy: .*npm install @hono\/node-server hono undici/);
    expect(text).not.toMatch(/ {4}at /);
  });
});

/** The status of a response over a connection that is used once. */
async function statusOverNewConnection(url: string): Promise<number> {
  const request = get(url, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode ?? 0;
}

/** A Baanx whose responses the test sends itself. */
async function slowBaanx(): Promise<{ server: Server; origin: string }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
