import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureProgram } from '../../scripts/browsers/debian.mjs';
import { keepsTheContract } from './support/contract.js';
import { freePort, start, type Started } from './support/process.js';
import { documented } from './support/snippets.js';
import { KEY, listenSandbox, type Listening } from './support/upstream.js';

const nginx = ensureProgram('nginx');

/** What Baanx may say for its own host. */
const OF_BAANX = {
  'set-cookie': 'sid=of-baanx',
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
};

describe.skipIf(nginx === undefined)('nginx.conf of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-nginx-'));
  let server: Started;
  let port: number;
  let baanx: Listening;
  beforeAll(async () => {
    [port, baanx] = await Promise.all([freePort(), listenSandbox(OF_BAANX)]);
    writeFileSync(join(folder, 'nginx.conf'), configuration());
    server = start(nginx!, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr']);
    await server.line(/start worker process \d/);
  }, 60_000);
  afterAll(async () => {
    await server.end('SIGQUIT');
    await baanx.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const reach = () => ({ proxyUrl: `http://127.0.0.1:${port}/api/baanx` });

  const configuration = () => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`).join('\n  ')}
  ${documented('deploy/nginx.conf')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replaceAll('YOUR_CLIENT_KEY', KEY)
    .replaceAll('https://dev.api.baanx.com', baanx.origin)}
}`;

  keepsTheContract(reach, { reduces: false, account: true });

  it('passes on neither cookies nor a word on which pages may read', async () => {
    const { status, headers } = await fetch(`${reach().proxyUrl}/v1/auth/register?onboardingId=verified-1`);
    expect(status).toBe(200);
    for (const name of Object.keys(OF_BAANX)) expect(headers.has(name), name).toBe(false);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('lets neither a large body through nor a flood', async () => {
    const { proxyUrl } = reach();
    const large = await fetch(`${proxyUrl}/v1/auth/register/verification`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ' '.repeat(4097),
    });
    expect(large.status).toBe(413);
    const flood = Array.from({ length: 100 }, () => fetch(`${proxyUrl}/v1/auth/register?onboardingId=a`));
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('passes the whole record on, as the documentation says', async () => {
    const answer = await fetch(`${reach().proxyUrl}/v1/auth/register?onboardingId=verified-1`);
    expect(await answer.text()).toMatch(answer.status === 429 ? /429/ : /"email"/);
  });
});
