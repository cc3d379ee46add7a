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
import { locateExample, FRAMEWORKS, PAGES } from '../support/examples.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = mkdtempSync(join(tmpdir(), 'playground-'));
let server: PreviewServer;
let browser: Browser;
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build-demo.mjs', folder], { cwd: root, stdio: 'inherit' });
  // Below a path, as on a site that hosts several projects.
  server = await preview({
    configFile: false,
    root: folder,
    base: '/below/a/path/',
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 4810 },
  });
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function open(page: string, parameters: Record<string, string>): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  return Visit.begin(await context.newPage(), `${server.resolvedUrls?.local[0] ?? ''}${page}`, {
    'poll-interval': '400',
    ...parameters,
  });
}

describe('The playground as static files', () => {
  it('includes the documentation, with an index for language models', async () => {
    const home = server.resolvedUrls?.local[0] ?? '';
    const index = await (await fetch(`${home}llms.txt`)).text();
    const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links).toEqual(expect.arrayContaining(['README.md', 'docs/recipes.md', 'llms-full.txt']));
    for (const link of links) expect((await fetch(home + link)).status, link).toBe(200);
    const full = await (await fetch(`${home}llms-full.txt`)).text();
    expect(full).toContain('# Troubleshooting');
    expect(full).not.toContain('generated:');
  });

  it('has no dead link and no axe violation on any page', { timeout: 180_000 }, async () => {
    const home = server.resolvedUrls?.local[0] ?? '';
    const queue = [home];
    const visited = new Set(queue);
    const page = await (await browser.newContext()).newPage();
    const problems: string[] = [];
    for (let url = queue.shift(); url; url = queue.shift()) {
      const response = await page.goto(url);
      if (response?.status() !== 200) problems.push(`${url}: ${response?.status()}`);
      if (!response?.headers()['content-type']?.includes('html')) continue;
      await page.waitForLoadState('networkidle');
      // The pages of the examples are hidden until their service worker runs.
      await page.waitForFunction(() => !document.querySelector('main[hidden]'));
      for (const link of await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((element) => (element as HTMLAnchorElement).href))) {
        // Of all parameters, only `in`, which selects the example, leads to another page.
        const [linked = ''] = link.split(/[?#](?!in=)/);
        if (!linked.startsWith(home) || visited.has(linked)) continue;
        visited.add(linked);
        queue.push(linked);
      }
      // Pages in frames are checked on their own.
      await page.addScriptTag({ path: axe });
      problems.push(
        ...(await page.evaluate(async (pageUrl) => {
          const { axe } = window as unknown as {
            axe: {
              run(
                of: Document,
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run(document, { iframes: false });
          return violations.map(({ id, nodes }) => `${pageUrl}: ${id} ${nodes[0]?.html}`);
        }, url)),
      );
    }
    expect(problems).toEqual([]);
    expect([...visited].map((visitedUrl) => visitedUrl.slice(home.length))).toEqual(
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

  it('completes a verification in the browser, and restores it after a reload', async () => {
    const visit = await open('sign-up.html', { 'onboarding-id': 'approve-static' });
    await visit.waitForState('ready');
    await visit.press('Start verification');
    await visit.verify('Approve');
    await visit.waitForState('verified');
    await visit.page.reload();
    await visit.waitForState('verified');
    expect(visit.events('verified')).toHaveLength(2);
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
  });

  it.concurrent.each([...FRAMEWORKS, ...PAGES])(
    'opens Veriff on the page of each example: %s',
    async (name) => {
      const visit = await open('frameworks.html', { in: name });
      const { container, step } = locateExample(visit.page, name);
      if (name === 'dialog') await visit.press('Verify your identity');
      await container.getByRole('button', { name: 'Start verification' }).click();
      await step.frameLocator('iframe').getByRole('button', { name: 'Continue' }).waitFor();
      expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    },
  );

  it('simulates the account flow, and a page that does not allow the camera', async () => {
    const visit = await open('', { 'onboarding-id': 'approve-account', flow: 'account' });
    const { page } = visit;
    await page.getByText('Sandbox in this browser').waitFor();
    const start = page.frameLocator('#sign-up').getByRole('button', { name: 'Start verification' });
    await start.waitFor();
    const reloaded = page.waitForEvent('framenavigated');
    await page.getByLabel('Simulate a problem').selectOption('no-camera');
    await reloaded;
    const popup = page.waitForEvent('popup');
    await start.click();
    await (await popup).getByRole('heading', { name: 'Let’s check who you are' }).waitFor();
    expect(visit.console.join('\n')).toContain('Permissions-Policy');
  });
});
