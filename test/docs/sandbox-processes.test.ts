import { mkdtempSync } from 'node:fs';
import { get, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type UserConfig } from 'vite';
import { afterEach, expect, it, vi } from 'vitest';
import { freePort } from '../proxy/support/process.js';
import { load } from './run.js';
import { snippetOf } from './snippets.js';

/** What the example exports: its server, and the simulated Veriff, alone or in a sandbox. */
interface Example {
  readonly server: Server;
  readonly veriff?: { close(): Promise<void> };
  readonly sandbox?: { close(): Promise<void> };
}

let running: Example | undefined;
afterEach(async () => {
  running?.server.closeAllConnections();
  running?.server.close();
  await (running?.veriff ?? running?.sandbox)?.close();
  vi.unstubAllEnvs();
});

/** Runs the example on free ports and creates a session through it. */
async function createdSession(page: string, file: string) {
  const [port, veriffPort] = [await freePort(), await freePort()];
  const snippet = snippetOf(page, file).replace('4000', String(port)).replace('4001', String(veriffPort));
  running = await load<Example>(snippet);
  const response = await fetch(`http://127.0.0.1:${port}/api/baanx/v1/auth/register/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ onboardingId: 'approve-1' }),
  });
  const { sessionUrl } = (await response.json()) as { sessionUrl: string };
  const { origin, pathname } = new URL(sessionUrl);
  const veriff = `http://127.0.0.1:${veriffPort}`;
  return { origin, veriff, page: await fetch(veriff + pathname) };
}

it('The sandbox of the quick start for Angular creates sessions on its own Veriff', async () => {
  const { origin, veriff, page } = await createdSession('docs/quick-start.md', 'sandbox.mjs');
  expect(origin).toBe(veriff);
  expect(page.status).toBe(200);
});

it('The sandbox for a real phone creates sessions at the address of the tunnel', async () => {
  vi.stubEnv('VERIFF_ORIGIN', 'https://veriff-tunnel.example');
  const { origin, page } = await createdSession('docs/devices.md', 'phone-sandbox.mjs');
  expect(origin).toBe('https://veriff-tunnel.example');
  expect(page.status).toBe(200);
});

it(
  'The Vite config for a real phone accepts the tunnel’s host name and no other',
  { timeout: 60_000 },
  async () => {
    const { default: config } = await load<{ default: UserConfig }>(
      snippetOf('docs/devices.md', 'vite.config.ts'),
    );
    const server = await createServer({
      ...config,
      configFile: false,
      logLevel: 'silent',
      root: mkdtempSync(join(tmpdir(), 'phone-')),
      server: { ...config.server, host: '127.0.0.1', port: 0 },
    });
    await server.listen();
    const { port } = new URL(server.resolvedUrls?.local[0] ?? '');
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path: '/@vite/client', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    expect(await statusFor('some-words.trycloudflare.com')).toBe(200);
    expect(await statusFor('attacker.example')).toBe(403);
    await server.close();
  },
);
