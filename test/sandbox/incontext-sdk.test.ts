import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, serveFiles, startSandbox } from './servers.js';
import { calls, sessionUrl } from './sandbox-client.js';

/**
 * Veriff's own SDK as the parent of the simulated page: if the two are compatible, code that works with the simulated page
 * works with Veriff.
 */
describe('Veriff’s incontext SDK 2.5.0', { timeout: 30_000 }, () => {
  let browser: Browser;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let host: Awaited<ReturnType<typeof serveFiles>>;
  let page: Page;

  beforeAll(async () => {
    const sdk = createRequire(import.meta.url).resolve('@veriff/incontext-sdk/dist/index.umd.js');
    host = await serveFiles({
      '/': [
        `<!doctype html><title>Host</title><script src="/sdk.js"></script><script>
          const events = [];
          const open = (url, lang) => veriffSDK.createVeriffFrame({
            url, lang, onEvent: (name) => events.push(name), onReload: () => events.push('onReload'),
          });
        </script>`,
        'text/html',
      ],
      '/sdk.js': [await readFile(sdk, 'utf8'), 'text/javascript'],
    });
    sandbox = await startSandbox();
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    host?.close();
  });

  afterEach(async () => page.close());

  const open = async (url: string, lang = '') => {
    page = await browser.newPage();
    await page.goto(host.origin);
    await page.evaluate(`open(${JSON.stringify(url)}, ${JSON.stringify(lang)})`);
    return page.frameLocator('#veriffFrame');
  };
  const press = async (frame: ReturnType<Page['frameLocator']>, name: string) =>
    frame.getByRole('button', { name }).click();
  const events = () => page.evaluate('events');
  const received = (name: string) => page.waitForFunction(`events.includes(${JSON.stringify(name)})`);

  it('receives STARTED, SUBMITTED and FINISHED in this order, and closes', async () => {
    const frame = await open(await sessionUrl(sandbox, 'sdk'), 'de');
    expect(await frame.locator('html').getAttribute('lang')).toBe('de');
    await press(frame, 'Continue');
    await received('STARTED');
    await press(frame, 'Passport');
    await press(frame, 'Take photo');
    await frame.getByRole('radiogroup', { name: 'Outcome' }).getByRole('radio', { name: 'Reject' }).check();
    await press(frame, 'Submit');
    await received('SUBMITTED');
    expect(await page.locator('#veriffFrame').count(), 'a last screen follows').toBe(1);
    expect(sandbox.applicants.find('sdk').state).toBe('REJECTED');
    await press(frame, 'Finish');
    await received('FINISHED');
    expect(await events()).toEqual(['STARTED', 'SUBMITTED', 'FINISHED']);
    expect(await page.locator('#veriffFrame').count()).toBe(0);
  });

  it.each([[[]], [['Continue']], [['Continue', 'Passport']], [['Continue', 'Passport', 'Take photo']]])(
    'receives CANCELED after %j, and the same URL continues',
    async (presses: string[]) => {
      const url = await sessionUrl(sandbox, 'sdk-cancel');
      const frame = await open(url);
      for (const name of presses) await press(frame, name);
      await press(frame, 'Cancel');
      await received('CANCELED');
      expect(await events()).toEqual(presses.length ? ['STARTED', 'CANCELED'] : ['CANCELED']);
      expect(await page.locator('#veriffFrame').count()).toBe(0);
      await page.evaluate(`open(${JSON.stringify(url)})`);
      await frame.getByRole('button', { name: 'Continue' }).waitFor();
    },
  );

  it('makes the page render, and receives requests to reload', async () => {
    const frame = await open(await sessionUrl(sandbox, 'sdk-reload'));
    await frame.getByText('Tester').click();
    await frame.getByText('Rendered by version 2.5.0').waitFor();
    await press(frame, 'Ask to reload');
    await received('RELOAD');
    expect(await events()).toEqual(['onReload', 'RELOAD']);
    const reloaded = page.waitForEvent('load');
    await press(frame, 'Force a reload');
    await reloaded;
    expect(await events()).toEqual([]);
  });

  it('receives FINISHED from a session that was submitted, and CANCELED from one that is over', async () => {
    const url = await sessionUrl(sandbox, 'sdk-again');
    await sandbox.veriff(new Request(`${url}/submit`, { method: 'POST', body: '{"outcome":"never"}' }));
    await press(await open(url), 'Finish');
    await received('FINISHED');
    await page.close();
    const usedUp = await sessionUrl(sandbox, calls.accountSession('sdk-account'));
    await sandbox.veriff(new Request(usedUp));
    await press(await open(usedUp), 'Close');
    await received('CANCELED');
  });

  it('receives nothing from a silent page, which renders nothing', async () => {
    const frame = await open(await sessionUrl(sandbox, 'veriff-silent-1'));
    await frame.locator('#page').waitFor({ state: 'attached' });
    expect(await frame.locator('#page').isVisible()).toBe(false);
    expect(await events()).toEqual([]);
  });
});
