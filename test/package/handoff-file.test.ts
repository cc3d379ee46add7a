import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { BUNDLES, HANDOFF_FILE } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';
import { Host, serveFiles } from '../support/host.js';

const LINK = 'https://phone.example/continue/a-token';

let site: Host;
let cdn: Host;
let browser: Browser;
beforeAll(async () => {
  cdn = await Host.open(serveFiles([join(root, 'dist')], { 'access-control-allow-origin': '*' }));
  const pages = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  for (const [kind, attributes] of [
    ['classic', `src="${cdn.url}${BUNDLES.iife}" crossorigin`],
    ['module', `src="${cdn.url}${BUNDLES.es}" type="module"`],
  ] as const)
    writeFileSync(
      join(pages, `${kind}.html`),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
       <meta http-equiv="content-security-policy" content="script-src ${cdn.url}; require-trusted-types-for 'script'; trusted-types lit-html">
       <script ${attributes}></script></head>
       <body><baanx-kyc-step onboarding-id="approve-${kind}" handoff-url="${LINK}"></baanx-kyc-step></body></html>`,
    );
  site = await Host.open(serveFiles([pages]));
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), cdn.close()]);
});

describe.each(['classic', 'module'])('%s script from another origin', (kind) => {
  it('loads the QR encoder from beside it, once a code is shown', async () => {
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`${site.url}${kind}.html`);
    const button = page.getByRole('button', { name: 'Use your phone instead' });
    await button.waitFor();
    expect(scripts).toHaveLength(1);
    await button.click();
    const code = page.getByRole('img', { name: 'QR code' });
    await code.waitFor();
    expect(decodeQR(PNG.sync.read(await code.screenshot()))).toBe(LINK);
    expect(scripts.at(-1)).toBe(`${cdn.url}${HANDOFF_FILE}`);
    await page.close();
  });

  it('shows the link alone if that file is missing, with a warning', async () => {
    const page = await browser.newPage();
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.route(`**/${HANDOFF_FILE}`, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.url}${kind}.html`);
    await page.getByRole('button', { name: 'Use your phone instead' }).click();
    await page.getByText(LINK).waitFor();
    expect(warnings.filter((text) => text.includes(HANDOFF_FILE))).toHaveLength(1);
    await page.close();
  });
});
