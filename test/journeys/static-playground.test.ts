import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_FOLDER } from '../support/built-demo.js';
import { Site, Visit } from '../support/demo.js';
import { locateExample, FRAMEWORKS, PAGES } from '../support/examples.js';

/** The pages by their paths. The pages that only frames load are checked in test/accessibility. */
const SITE = [
  ...readdirSync(DEMO_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('gallery-'))
    .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')),
  ...[...FRAMEWORKS, ...PAGES].map((name) => `frameworks.html?in=${name}`),
];
/** The pages and files to which pages link, by URL. */
const linked = new Set<string>();
/** The page that a link leads to. Of all parameters, only `in`, which selects the example, leads to another one. */
const pageOf = (link: string) => link.replace(/[?#](?!in=).*/, '').replace(/\/index\.html$/, '/');

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let site: Site;
/** All pages share it, and with it the service worker that simulates Baanx. */
let context: BrowserContext;
beforeAll(async () => {
  site = await Site.openStatic();
  context = (await site.blank()).context();
});
afterAll(() => site.close());

const openPlayground = async (page: string, parameters: Record<string, string>): Promise<Visit> =>
  Visit.begin(await context.newPage(), `${site.url}${page}`, { 'poll-interval': '400', ...parameters });

describe('The playground as static files', () => {
  it('includes the documentation, with an index for language models', async () => {
    const index = await (await fetch(`${site.url}llms.txt`)).text();
    const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links).toEqual(expect.arrayContaining(['README.md', 'docs/recipes.md']));
    for (const link of links) expect((await fetch(site.url + link)).status, link).toBe(200);
    const full = await (await fetch(`${site.url}llms-full.txt`)).text();
    expect(full).toContain('# Troubleshooting');
    expect(full).not.toContain('generated:');
  });

  describe('has no dead link and no axe violation', () => {
    let page: Page;
    beforeAll(async () => {
      page = await context.newPage();
      // Pages in frames are checked on their own.
      await page.route('**', (route) =>
        route.request().isNavigationRequest() && route.request().frame() !== page.mainFrame()
          ? route.abort()
          : route.continue(),
      );
      await page.addInitScript({ path: axe });
    });
    afterAll(() => page.close());

    it.each(SITE)('%s', async (path) => {
      await page.goto(site.url + path);
      // The pages of the examples are hidden until their backend runs, and busy until their step is there.
      await page.waitForFunction(() => !document.querySelector('main[hidden], [aria-busy="true"]'));
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      const dead: string[] = [];
      for (const url of new Set(hrefs.filter((href) => href.startsWith(site.url)).map(pageOf))) {
        if (linked.has(url)) continue;
        linked.add(url);
        if ((await fetch(url)).status !== 200) dead.push(url);
      }
      expect(dead).toEqual([]);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(of: Document, how: object): Promise<AxeResults> } };
        const results = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
    });

    it('and every page is linked from another one', () => {
      // Only a hand-off link leads to the phone's page.
      const pages = SITE.filter((page) => page !== 'phone.html');
      expect([...linked].map((url) => url.slice(site.url.length))).toEqual(
        expect.arrayContaining([...pages, 'llms.txt']),
      );
    });
  });

  it('completes a verification in the browser, and restores it after a reload', async () => {
    const visit = await openPlayground('sign-up.html', { 'onboarding-id': 'approve-static' });
    await visit.waitForState('ready');
    await visit.press('Start verification');
    await visit.verify('Approve');
    await visit.waitForState('verified');
    await visit.page.reload();
    await visit.waitForState('verified');
    expect(visit.events('verified')).toHaveLength(2);
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    await visit.page.close();
  });

  it.each([...FRAMEWORKS, ...PAGES])('opens Veriff on the page of each example: %s', async (name) => {
    const visit = await openPlayground('frameworks.html', { in: name });
    const { container, step } = locateExample(visit.page, name);
    if (name === 'dialog') await visit.press('Verify your identity');
    await container.getByRole('button', { name: 'Start verification' }).click();
    await step.frameLocator('iframe').getByRole('button', { name: 'Continue' }).waitFor();
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    await visit.page.close();
  });

  it('changes the language', async () => {
    const visit = await openPlayground('sign-up.html', { 'onboarding-id': 'approve-language', lang: 'de' });
    await visit.page.getByRole('button', { name: 'Identifizierung starten' }).waitFor();
    await visit.page.close();
  });

  it('simulates the account flow, and a page that does not allow the camera', async () => {
    const visit = await openPlayground('', { 'onboarding-id': 'approve-account', flow: 'account' });
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
