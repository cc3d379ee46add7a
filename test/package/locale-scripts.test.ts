import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { BUNDLES } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';
import { LOCALES } from '../../src/locales.js';
import { Host, serveFiles } from '../support/host.js';

const dist = join(root, 'dist');
const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as Record<string, string>;
const script = (name: string, kind: string) =>
  `<script ${kind} src="${name}" integrity="${hashes[name] ?? 'none'}" crossorigin="anonymous"></script>`;
const german = 'locales/de.js';

/** The ways to load the element's script and the German locale in a page. */
const PAGES = [
  {
    name: 'two modules',
    file: 'module',
    head: [script(BUNDLES.es, 'type="module"'), script(german, 'type="module"')],
  },
  {
    name: 'the locale before the module',
    file: 'before',
    head: [script(german, ''), script(BUNDLES.es, 'type="module"')],
  },
  { name: 'two classic scripts', file: 'classic', head: [script(BUNDLES.iife, ''), script(german, 'defer')] },
];

let host: Host;
let browser: Browser;
beforeAll(async () => {
  const site = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  for (const { file, head } of PAGES)
    writeFileSync(
      join(site, `${file}.html`),
      `<!doctype html><html lang="de-CH"><head><meta charset="utf-8"><title>Host</title>
       <link rel="icon" href="data:,">${head.join('')}</head>
       <body><baanx-kyc-step onboarding-id="approve-${file}"></baanx-kyc-step></body></html>`,
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

describe('The script of a locale', () => {
  it.each(PAGES)('changes the language, in any order with the element’s script: $name', async ({ file }) => {
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`${host.url}${file}.html`);
    await page.getByRole('button', { name: 'Identifizierung starten' }).waitFor();
    expect(scripts).toHaveLength(2);
    await page.close();
  });

  it('adds no global variable to the page, and neither does the element’s classic script', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => Object.assign(window, { before: Object.getOwnPropertyNames(window) }));
    await page.goto(`${host.url}classic.html`);
    await page.getByRole('button', { name: 'Identifizierung starten' }).waitFor();
    const added = await page.evaluate(() => {
      const { before } = window as unknown as { before: string[] };
      return Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'before');
    });
    // Lit has global variables of its own.
    expect(added.filter((name) => !/^(lit[A-Z]|reactiveElement)/.test(name))).toEqual([]);
    await page.close();
  });

  it('exists with its integrity hash for every language except English, which the element contains', () => {
    const missing = LOCALES.filter((code) => code !== 'en' && !hashes[`locales/${code}.js`]);
    expect(missing).toEqual([]);
  });
});
