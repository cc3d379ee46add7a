import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUNDLES } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';
import { routeKycSandbox } from '../../src/sandbox/playwright.js';
import { launchBrowser, serveFiles } from '../sandbox/servers.js';

const ses = createRequire(import.meta.url)
  .resolve('ses/lockdown')
  .replace(/lockdown\.\w+$/, 'lockdown.umd.js');
const page = (script: string): readonly [string, string] => [
  `<!doctype html><html lang="en"><title>Wallet</title><link rel="icon" href="data:,">
   <script src="ses.js"></script><script>lockdown();</script>${script}
   <baanx-kyc-step onboarding-id="approve-1"></baanx-kyc-step></html>`,
  'text/html',
];

let browser: Browser;
let app: Awaited<ReturnType<typeof serveFiles>>;
beforeAll(async () => {
  const script = (name: string): readonly [string, string] => [
    readFileSync(join(root, 'dist', name), 'utf8'),
    'text/javascript',
  ];
  app = await serveFiles({
    '/ses.js': [readFileSync(ses, 'utf8'), 'text/javascript'],
    '/module.js': script(BUNDLES.es),
    '/classic.js': script(BUNDLES.iife),
    '/module': page('<script type="module" src="module.js"></script>'),
    '/classic': page('<script src="classic.js"></script>'),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  app?.close();
});

it.each(['module', 'classic'])('The %s script works in a page that SES has locked down', async (name) => {
  const wallet = await browser.newPage();
  const errors: unknown[] = [];
  wallet.on('pageerror', (error) => errors.push(error));
  await routeKycSandbox(wallet, { decideMs: 0 });
  await wallet.goto(`${app.origin}/${name}`);
  expect(await wallet.evaluate('Object.isFrozen(Symbol)')).toBe(true);
  await wallet.getByRole('button', { name: 'Start verification' }).click();
  const veriff = wallet.frameLocator('baanx-kyc-step iframe');
  for (const button of ['Continue', 'Passport', /photo/, 'Submit'])
    await veriff.getByRole('button', { name: button }).click();
  await wallet.getByRole('heading', { name: 'You’re verified' }).waitFor();
  expect(errors).toEqual([]);
  await wallet.close();
});
