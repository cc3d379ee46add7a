import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { BUNDLES, root } from '../../scripts/bundle.mjs';
import { LOCALES } from '../../src/locales.js';
import { Host, serveFiles } from '../support/host.js';

const dist = join(root, 'dist');
const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as Record<string, string>;
const script = (name: string, kind: string) =>
  `<script ${kind} src="${name}" integrity="${hashes[name] ?? 'none'}" crossorigin="anonymous"></script>`;
const german = 'locales/de.js';

/** Each way to put the two scripts into a page. */
const PAGES = [
  { name: 'module', head: [script(BUNDLES.es, 'type="module"'), script(german, 'type="module"')] },
  { name: 'before', head: [script(german, ''), script(BUNDLES.es, 'type="module"')] },
  { name: 'classic', head: [script(BUNDLES.iife, ''), script(german, 'defer')] },
];

let host: Host;
let browser: Browser;
beforeAll(async () => {
  const site = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  for (const { name, head } of PAGES)
    writeFileSync(
      join(site, `${name}.html`),
      `<!doctype html><html lang="de-CH"><head><meta charset="utf-8"><title>Host</title>
       <link rel="icon" href="data:,">${head.join('')}</head>
       <body><baanx-kyc-step onboarding-id="approve-${name}"></baanx-kyc-step></body></html>`,
    );
  host = await Host.open(serveFiles([site, dist]));
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('a language by one extra script', () => {
  it.each(PAGES)('$name', async ({ name }) => {
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`${host.url}${name}.html`);
    await page.getByRole('button', { name: 'Prüfung starten' }).waitFor();
    expect(scripts).toHaveLength(2);
    await page.close();
  });

  it('leaves no name of its own in the page, and neither does the classic script', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => Object.assign(window, { before: Object.getOwnPropertyNames(window) }));
    await page.goto(`${host.url}classic.html`);
    await page.getByRole('button', { name: 'Prüfung starten' }).waitFor();
    const left = await page.evaluate(() => {
      const { before } = window as unknown as { before: string[] };
      return Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'before');
    });
    // Lit keeps notes of its own there.
    expect(left.filter((name) => !/^(lit[A-Z]|reactiveElement)/.test(name))).toEqual([]);
    await page.close();
  });

  it('there is, with its hash, for every language but English, which is inside', () => {
    const missing = LOCALES.filter((code) => code !== 'en' && !hashes[`locales/${code}.js`]);
    expect(missing).toEqual([]);
  });
});
