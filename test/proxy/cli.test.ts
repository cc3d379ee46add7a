import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { expectHarmless } from './support/harmless-log.js';
import { start, type Started } from './support/process.js';
import { KEY, listenSandbox, type Listening } from './support/upstream.js';

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

function run(env: Record<string, string>, ...args: string[]): Started {
  const started = start(process.execPath, [cli, ...args], env);
  running.add(started);
  return started;
}

async function listening(env: Record<string, string> = {}): Promise<[Started, string]> {
  const started = run({ BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: baanx.origin, PORT: '0', ...env });
  const line = await started.line(/"listening"/);
  return [started, (JSON.parse(line) as { listening: string }).listening];
}

/** The exit code and all that was said. */
async function outcome(started: Started): Promise<[number | NodeJS.Signals, string]> {
  const [code] = (await once(started.child, 'close')) as [number];
  return [code, started.lines.join('\n')];
}

describe('what it says', () => {
  it('is its help, with every variable', async () => {
    const [code, text] = await outcome(run({}, '--help'));
    expect(code).toBe(0);
    for (const name of [
      'BAANX_CLIENT_KEY',
      'ALLOWED_ORIGINS',
      'REDIS_URL',
      'CLIENT_ADDRESS_HEADER',
      '/healthz',
    ]) {
      expect(text).toContain(name);
    }
  });

  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['no key', {}, [], /BAANX_CLIENT_KEY is missing\. Set it/],
    ['an empty key', { BAANX_CLIENT_KEY: ' ' }, [], /BAANX_CLIENT_KEY is missing/],
    ['a key no header can carry', { BAANX_CLIENT_KEY: `${KEY}\nx` }, [], /clientKey .* has spaces/],
    ['a key file that is not there', { BAANX_CLIENT_KEY_FILE: '/nowhere/key' }, [], /_FILE can not be read/],
    ['a base URL that is none', { BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: 'x' }, [], /baseUrl must be/],
    ['a port that is none', { BAANX_CLIENT_KEY: KEY, PORT: '80a' }, [], /PORT must be a whole number/],
    ['a limit that is none', { BAANX_CLIENT_KEY: KEY, LIMIT_PER_ADDRESS: '10' }, [], /requests\/seconds/],
    ['a word that is none', { BAANX_CLIENT_KEY: KEY, REDIS_DOWN: 'maybe' }, [], /REDIS_DOWN must be open or/],
    [
      'a Redis that is none',
      { BAANX_CLIENT_KEY: KEY, REDIS_URL: 'http://u:p4ss@h' },
      [],
      /REDIS_URL must start/,
    ],
    ['an argument', { BAANX_CLIENT_KEY: KEY }, ['--port=80'], /takes no arguments/],
    ['two mistakes', { PORT: 'x' }, [], /BAANX_CLIENT_KEY is missing[^]*PORT must/],
  ])('is one clear mistake and exit code 1: %s', async (_, env, args, says) => {
    const [code, text] = await outcome(run(env, ...args));
    expect(code).toBe(1);
    expect(text).toMatch(says);
    expect(text).toMatch(/See baanx-kyc-proxy --help\.$/);
    expect(text).not.toMatch(/ {4}at |client-key-never|p4ss/);
  });

  it('is a clear mistake where the port is taken', async () => {
    const [code, text] = await outcome(run({ BAANX_CLIENT_KEY: KEY, PORT: new URL(baanx.origin).port }));
    expect(code).toBe(1);
    expect(text).toMatch(/can not listen on 127\.0\.0\.1, port \d+ \(EADDRINUSE\)/);
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

  it('finishes what is under way when it is stopped, and takes nothing new', async () => {
    const slow = await slowBaanx();
    const [started, origin] = await listening({ BAANX_BASE_URL: slow.origin });
    const received = once(slow.server, 'request');
    const answer = fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`);
    const [, held] = (await received) as [unknown, import('node:http').ServerResponse];
    started.child.kill('SIGTERM');
    await started.line(/"stopping":"SIGTERM"/);
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    held.end('{"verificationState":"PENDING"}');
    const response = await answer;
    expect([response.status, response.headers.get('connection')]).toEqual([200, 'close']);
    expect(await response.json()).toEqual({ verificationState: 'PENDING' });
    const [code, text] = await outcome(started);
    expect(code).toBe(0);
    expect(text).toContain('all requests finished');
    slow.server.close();
  });

  it('does not wait for a connection that asks nothing', async () => {
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

  it('goes on where nobody reads its log any more', async () => {
    const [started, origin] = await listening();
    started.child.stdout?.destroy();
    const ask = async () => (await fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=a`)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
    expect(await started.end()).toBe(0);
  });

  it('cuts off what does not finish in time, and says so', async () => {
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
});

/** A Baanx that answers when the test wants it to. */
async function slowBaanx(): Promise<{ server: Server; origin: string }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
