import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';

let server: ViteDevServer;
let browser: Browser;
beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'silent',
    resolve: { conditions: ['module', 'browser', 'production'] },
    server: { host: '127.0.0.1', port: 0 },
    plugins: [
      {
        name: 'test-page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/page', (_, res) => {
            res.setHeader('content-type', 'text/html');
            res.end(`<!doctype html><html lang="sv"><title>Host</title><script type="module">
              import '/src/index.ts';
              import '/src/locales.ts';
              const step = document.querySelector('baanx-kyc-step');
              step.fetcher = () => new Promise(() => undefined);
              step.onboardingId = 'nobody';
            </script><body><baanx-kyc-step></baanx-kyc-step></body></html>`);
          });
        },
      },
    ],
  });
  await server.listen();
  const found = findChromium();
  if (!found) throw new Error('No Chromium: set CHROME_PATH');
  browser = await chromium.launch(found);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page whose Swedish locale fails to load until `connect` is called. */
async function pageWithoutLocale() {
  const page = await browser.newPage();
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  let isConnected = false;
  let requests = 0;
  await page.route('**/locales/sv.ts*', async (route) => {
    requests++;
    await (isConnected ? route.continue() : route.abort());
  });
  const failure = page.waitForEvent('console', (message) => message.text().includes('failed to load;'));
  await page.goto(`${server.resolvedUrls?.local[0]}page`);
  await failure;
  expect(await language(page)).toBe('en');
  return { page, warnings, requests: () => requests, connect: () => (isConnected = true) };
}

const language = (page: Page) => page.locator('baanx-kyc-step [lang]').getAttribute('lang');
const swedish = (page: Page) => page.locator('baanx-kyc-step [lang=sv]').first().waitFor();

it.each<[string, () => void]>([
  ['when the browser is back online', () => window.dispatchEvent(new Event('online'))],
  ['when the element updates', () => document.querySelector('baanx-kyc-step')?.requestUpdate()],
  ['by a new element', () => document.body.append(document.createElement('baanx-kyc-step'))],
  [
    'when the language changes',
    () => document.querySelector('baanx-kyc-step')?.setAttribute('lang', 'sv-FI'),
  ],
])('a locale that failed to load is loaded %s', { timeout: 30_000 }, async (_, trigger) => {
  const { page, connect } = await pageWithoutLocale();
  connect();
  await page.evaluate(trigger);
  await swedish(page);
  await page.close();
});

it('a locale that keeps failing is reported once, and loaded in the end', { timeout: 30_000 }, async () => {
  const { page, warnings, requests, connect } = await pageWithoutLocale();
  const before = requests();
  const retried = page.waitForEvent('requestfailed', (request) => request.url().includes('/locales/sv'));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await retried;
  expect(requests()).toBeGreaterThan(before);
  expect(warnings).toEqual([
    expect.stringContaining('The locale for "sv" failed to load; it will be retried.'),
  ]);
  connect();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await swedish(page);
  await page.close();
});
