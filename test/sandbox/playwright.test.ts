import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeKycSandbox, type RoutablePage } from '../../src/sandbox/playwright.js';
import { build } from 'vite';
import { fileURLToPath } from 'node:url';
import { launchBrowser, serveFiles } from './servers.js';

it('accepts a real Playwright page', () => {
  // The compiler checks this: the module declares the parts of Playwright's types that it uses.
  const acceptsPages: (page: Page) => unknown = routeKycSandbox satisfies (page: RoutablePage) => unknown;
  expect(acceptsPages).toBe(routeKycSandbox);
});

describe('routeKycSandbox()', { timeout: 30_000 }, () => {
  let browser: Browser;
  let app: Awaited<ReturnType<typeof serveFiles>>;

  beforeAll(async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      mode: 'production',
      build: {
        write: false,
        lib: {
          entry: fileURLToPath(new URL('../../src/index.ts', import.meta.url)),
          formats: ['es'],
          fileName: 'element',
        },
      },
    });
    const [output] = [built].flat();
    if (!output || !('output' in output)) throw new Error('Nothing was built');
    const policy = "frame-src https://*.veriff.me; connect-src 'self'";
    app = await serveFiles({
      '/element.js': [output.output[0].code, 'text/javascript'],
      '/': [
        `<!doctype html><html lang="en"><title>Sign-up</title>
         <meta http-equiv="Content-Security-Policy" content="${policy}">
         <script type="module" src="element.js"></script><baanx-kyc-step></baanx-kyc-step></html>`,
        'text/html',
      ],
    });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    app?.close();
  });

  /** Opens the app with these attributes on the element. */
  async function open(page: Page, attributes: Record<string, string>) {
    await page.goto(app.origin);
    await page.locator('baanx-kyc-step').evaluate((step, entries) => {
      for (const [name, value] of entries) step.setAttribute(name, value);
    }, Object.entries(attributes));
  }

  const verify = async (veriff: Pick<Page, 'getByRole'>) => {
    for (const name of ['Continue', 'Passport', /photo/, 'Submit'])
      await veriff.getByRole('button', { name }).click();
  };

  it('answers the app and Veriff in the dialog, without any setting of the element', async () => {
    const page = await browser.newPage();
    const sandbox = await routeKycSandbox(page, { decideMs: 0 });
    await open(page, { 'onboarding-id': 'reject-1' });
    await page.getByRole('button', { name: 'Start verification' }).click();
    await verify(page.frameLocator('baanx-kyc-step iframe'));
    await page.getByRole('heading', { name: 'We couldn’t verify your identity' }).waitFor();
    expect(sandbox.applicants.find('reject-1').state).toBe('REJECTED');
    await page.close();
  });

  it('answers Veriff in a popup', async () => {
    const page = await browser.newPage();
    await routeKycSandbox(page, { decideMs: 0 });
    await open(page, { 'onboarding-id': 'approve-1', 'open-in': 'popup', 'poll-interval': '200' });
    const popup = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Start verification' }).click();
    await verify(await popup);
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    await page.close();
  });

  it('takes the bearer token of the account flow', async () => {
    const page = await browser.newPage();
    await routeKycSandbox(page);
    await page.goto(app.origin);
    await page.locator('baanx-kyc-step').evaluate((step) => {
      Object.assign(step, {
        flow: 'account',
        fetcher: (input: RequestInfo, init?: RequestInit) => {
          const request = new Request(input, init);
          request.headers.set('authorization', 'Bearer verified-1');
          return fetch(request);
        },
      });
    });
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    await page.close();
  });

  it('leaves nothing behind when a page closes during a slow response', async () => {
    const page = await browser.newPage();
    await routeKycSandbox(page);
    const requested = page.waitForRequest('**/api/baanx/**');
    await open(page, { 'onboarding-id': 'slow-1s-1' });
    await requested;
    const context = page.context();
    await page.close();
    await context.close();
  });
});
