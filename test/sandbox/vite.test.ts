import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { kycSandbox } from '../../src/sandbox/vite.js';
import { serveSandboxVeriff } from '../../src/sandbox/node.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { launchBrowser } from './servers.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A Vite config that uses the plugin. `revision` makes a difference that a test can wait for. */
const config = (options: object, revision: number) => `
  import { kycSandbox } from '${repository}src/sandbox/vite.ts';
  export default {
    plugins: [kycSandbox(${JSON.stringify(options)})],
    define: { REVISION: ${revision} },
    resolve: { conditions: ['module', 'browser', 'production'] },
    server: { fs: { allow: ['${repository}', '.'] } },
  };`;

const PAGE = `<!doctype html><html lang="en"><head><title>Sign-up</title></head><body>
  <script type="module" src="/@fs${repository}src/index.ts"></script>
  <baanx-kyc-step onboarding-id="reject-1"></baanx-kyc-step></body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Starts a dev server over an app with this configuration of the plugin. */
async function startApp(options: object) {
  const root = mkdtempSync(join(tmpdir(), 'kyc-sandbox-app-'));
  const configFile = join(root, 'vite.config.ts');
  const write = (revision: number) => writeFileSync(configFile, config(options, revision));
  writeFileSync(join(root, 'index.html'), PAGE);
  write(1);
  const server = await createServer({ root, configFile, logLevel: 'silent', server: { host: '127.0.0.1' } });
  await server.listen();
  cleanUps.push(() => rmSync(root, { recursive: true }));
  cleanUps.push(() => server.close());
  const changeConfig = async (revision: number) => {
    write(revision);
    // Vite replaces the config before the new server listens.
    await vi.waitFor(async () => {
      expect(server.config.define).toEqual({ REVISION: revision });
      expect((await fetch(urlOf(server))).status).toBe(200);
    }, 20_000);
  };
  return { server, changeConfig };
}

const urlOf = (server: ViteDevServer) => server.resolvedUrls?.local[0] ?? '';

async function veriffOriginOf(server: ViteDevServer) {
  const html = await (await fetch(urlOf(server))).text();
  return /<meta name="baanx-kyc-sandbox" content="([^"]+)">/.exec(html)?.[1];
}

async function freePort() {
  const server = await serveSandboxVeriff(createSandbox({ veriffOrigin: 'http://127.0.0.1' }));
  await server.close();
  return Number(new URL(server.origin).port);
}

/** Goes through Veriff on the app's page, and expects a rejection. */
async function expectRejection(server: ViteDevServer) {
  const page = await browser.newPage();
  await page.goto(urlOf(server));
  await page.getByRole('button', { name: /verification|Try again/ }).click();
  const veriff = page.frameLocator('baanx-kyc-step iframe');
  for (const name of ['Continue', 'Passport', /photo/, 'Submit'])
    await veriff.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'We couldn’t verify your identity' }).waitFor();
  await page.close();
}

describe('kycSandbox() in a Vite dev server', { timeout: 60_000 }, () => {
  it('gives the page a backend and a trusted Veriff, also after the config has changed', async () => {
    const { server, changeConfig } = await startApp({ decideMs: 0 });
    await expectRejection(server);
    const firstOrigin = await veriffOriginOf(server);
    await changeConfig(2);
    await expectRejection(server);
    await expect(fetch(firstOrigin ?? '')).rejects.toThrow();
  });

  it('keeps its Veriff port when the config changes', async () => {
    const veriffPort = await freePort();
    const { server, changeConfig } = await startApp({ decideMs: 0, veriffPort });
    for (const revision of [2, 3]) {
      await changeConfig(revision);
      expect(await veriffOriginOf(server)).toBe(`http://127.0.0.1:${veriffPort}`);
      expect((await fetch(`http://127.0.0.1:${veriffPort}/`)).status).toBe(404);
    }
    await expectRejection(server);
    await server.close();
    await expect(fetch(`http://127.0.0.1:${veriffPort}/`)).rejects.toThrow();
  });

  it('survives a restart with the same plugin object', async () => {
    const veriffPort = await freePort();
    const configureServer = vi.fn();
    const server = await createServer({
      configFile: false,
      logLevel: 'silent',
      root: mkdtempSync(join(tmpdir(), 'kyc-sandbox-app-')),
      plugins: [kycSandbox({ veriffPort }), { name: 'after', configureServer }],
      server: { host: '127.0.0.1' },
    });
    cleanUps.push(() => server.close());
    await server.listen();
    await server.restart();
    expect(configureServer).toHaveBeenCalledTimes(2);
    expect((await fetch(`http://127.0.0.1:${veriffPort}/`)).status).toBe(404);
    const status = `${urlOf(server)}api/baanx/v1/auth/register?onboardingId=verified-1`;
    expect(await (await fetch(status)).json()).toMatchObject({ verificationState: 'VERIFIED' });
  });

  it('names the port that another program has taken', async () => {
    const other = createHttpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    cleanUps.push(() => other.close());
    const address = other.address();
    const veriffPort = typeof address === 'object' ? address?.port : undefined;
    await expect(startApp({ veriffPort })).rejects.toThrow(`127.0.0.1:${veriffPort}`);
  });

  it('works in middleware mode', async () => {
    const server = await createServer({
      configFile: false,
      logLevel: 'silent',
      root: mkdtempSync(join(tmpdir(), 'kyc-sandbox-app-')),
      plugins: [kycSandbox({ proxy: { basePath: '/kyc' } })],
      server: { middlewareMode: true, ws: false },
    });
    cleanUps.push(() => server.close());
    const app = createHttpServer(server.middlewares);
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    cleanUps.push(() => app.close());
    const address = app.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const response = await fetch(`http://127.0.0.1:${port}/kyc/v1/auth/register?onboardingId=verified-1`);
    expect(await response.json()).toMatchObject({ verificationState: 'VERIFIED' });
    expect(await server.transformIndexHtml('/', PAGE)).toContain(
      '<meta name="baanx-kyc-sandbox" content="http://',
    );
  });
});
