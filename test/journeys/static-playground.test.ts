import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/bundle.mjs';
import { Visit } from '../support/demo.js';
import { exampleIn, FRAMEWORKS, PAGES } from '../support/examples.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = mkdtempSync(join(tmpdir(), 'playground-'));
let server: PreviewServer;
let browser: Browser;
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build-demo.mjs', folder], { cwd: root, stdio: 'inherit' });
  // Below a path, as on a project's page.
  server = await preview({
    configFile: false,
    root: folder,
    base: '/below/a/path/',
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 4810 },
  });
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function visit(page: string, attributes: Record<string, string>): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  return Visit.begin(await context.newPage(), `${server.resolvedUrls?.local[0] ?? ''}${page}`, {
    'poll-interval': '400',
    ...attributes,
  });
}

describe('the playground as files on a web server', () => {
  it('has the documentation beside it, for machines too', async () => {
    const home = server.resolvedUrls?.local[0] ?? '';
    const index = await (await fetch(`${home}llms.txt`)).text();
    const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links).toEqual(expect.arrayContaining(['README.md', 'docs/recipes.md', 'llms-full.txt']));
    for (const link of links) expect((await fetch(home + link)).status, link).toBe(200);
    const full = await (await fetch(`${home}llms-full.txt`)).text();
    expect(full).toContain('# Troubleshooting');
    expect(full).not.toContain('generated:');
  });

  it('has no dead link on any page, and no fault that axe knows', async () => {
    const home = server.resolvedUrls?.local[0] ?? '';
    const waiting = [home];
    const seen = new Set(waiting);
    const page = await (await browser.newContext()).newPage();
    const faults: string[] = [];
    for (let at = waiting.shift(); at; at = waiting.shift()) {
      const answer = await page.goto(at);
      if (answer?.status() !== 200) faults.push(`${at}: ${answer?.status()}`);
      if (!answer?.headers()['content-type']?.includes('html')) continue;
      await page.waitForLoadState('networkidle');
      // The examples wait for their service worker.
      await page.waitForFunction(() => !document.querySelector('main[hidden]'));
      for (const link of await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))) {
        // Of all that may be asked of a page, only which example makes it another.
        const [address = ''] = link.split(/[?#](?!in=)/);
        if (!address.startsWith(home) || seen.has(address)) continue;
        seen.add(address);
        waiting.push(address);
      }
      // What is framed is a page of its own, looked at by itself.
      await page.addScriptTag({ path: axe });
      faults.push(
        ...(await page.evaluate(async (address) => {
          const { axe } = window as unknown as {
            axe: {
              run(
                of: Document,
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run(document, { iframes: false });
          return violations.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]?.html}`);
        }, at)),
      );
    }
    expect(faults).toEqual([]);
    expect([...seen].map((address) => address.slice(home.length))).toEqual(
      expect.arrayContaining([
        'sign-up.html',
        'gallery.html',
        'llms.txt',
        'README.html',
        'docs/recipes.html',
        ...[...FRAMEWORKS, ...PAGES].map((name) => `frameworks.html?in=${name}`),
      ]),
    );
  });

  it('plays the whole step in the browser, and resumes after a reload', async () => {
    const person = await visit('sign-up.html', { 'onboarding-id': 'approve-static' });
    await person.state('ready');
    await person.press('Start verification');
    await person.verify('Approve');
    await person.state('verified');
    await person.page.reload();
    await person.state('verified');
    expect(person.events('verified')).toHaveLength(2);
    expect(person.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
  });

  it.concurrent.each([...FRAMEWORKS, ...PAGES])('has the page of each example: %s', async (name) => {
    const person = await visit('frameworks.html', { in: name });
    const { place, step } = exampleIn(person.page, name);
    if (name === 'dialog') await person.press('Verify your identity');
    await place.getByRole('button', { name: 'Start verification' }).click();
    await step.frameLocator('iframe').getByRole('button', { name: 'Continue' }).waitFor();
    expect(person.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
  });

  it('plays the account flow, and a page that does not allow the camera', async () => {
    const person = await visit('', { 'onboarding-id': 'approve-account', flow: 'account' });
    const { page } = person;
    await page.getByText('Sandbox in this browser').waitFor();
    const start = page.frameLocator('#sign-up').getByRole('button', { name: 'Start verification' });
    await start.waitFor();
    const reloaded = page.waitForEvent('framenavigated');
    await page.getByLabel('What goes wrong').selectOption('no-camera');
    await reloaded;
    const popup = page.waitForEvent('popup');
    await start.click();
    await (await popup).getByRole('heading', { name: 'Let’s check who you are' }).waitFor();
    expect(person.console.join('\n')).toContain('Permissions-Policy');
  });
});
