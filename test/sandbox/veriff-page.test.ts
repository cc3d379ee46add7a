import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { veriffPage } from '../../src/sandbox/veriff-page.js';
import { launch, serveFiles, startSandbox } from './browser.js';
import { sessionUrl } from './sandbox-client.js';

it('fits a real window', () => {
  // The proof is that this compiles: the page brings along its own idea of a window.
  const forRealWindows: (page: Window) => void = veriffPage;
  expect(forRealWindows).toBe(veriffPage);
});

describe('the simulated page', { timeout: 30_000 }, () => {
  let browser: Browser;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });
  afterEach(async () => page.close());

  const press = (where: Page, name: string) => where.getByRole('button', { name }).click();
  const heading = (where: Page, name: string) => where.getByRole('heading', { name }).waitFor();

  it('on its own leads to the end, and leaves the focus on each heading', async () => {
    page = await browser.newPage();
    await page.goto(await sessionUrl(sandbox, 'alone'));
    await press(page, 'Continue');
    await press(page, 'National ID card');
    await press(page, 'Take photo');
    await heading(page, 'Is everything readable?');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Is everything readable?');
    await press(page, 'Submit');
    await press(page, 'Finish');
    await heading(page, 'All done');
    expect(sandbox.applicants.find('alone').state).toBe('VERIFIED');
  });

  it('in a popup closes itself', async () => {
    page = await browser.newPage();
    const host = await serveFiles({ '/': ['<!doctype html><title>Host</title>', 'text/html'] });
    await page.goto(host.origin);
    const opened = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url), await sessionUrl(sandbox, 'popup'));
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await press(popup, 'Cancel');
    await closed;
    host.close();
  });

  it('draws for its parent alone', async () => {
    page = await browser.newPage();
    const render = "frames[0].postMessage({ name: 'VERIFF_RENDER', payload: { version: '1' } }, '*')";
    const url = await sessionUrl(sandbox, 'framed');
    const host = await serveFiles({
      '/': [`<!doctype html><title>Host</title><iframe src="${url}"></iframe>`, 'text/html'],
      '/sibling': [`<!doctype html><script>parent.${render}</script>`, 'text/html'],
    });
    await page.goto(host.origin);
    const frame = page.frames()[1];
    if (!frame) throw new Error('No frame');
    // Listens behind the page's own listener: when it hears of a message, the page has dealt with it.
    const listen = `heard = new Promise((resolve) => addEventListener('message', resolve, { once: true })); 0`;
    await frame.evaluate(listen);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '/sibling' }))`,
    );
    await frame.evaluate('heard.then(() => 0)');
    expect(await frame.locator('#page').isVisible()).toBe(false);
    await frame.evaluate(listen);
    await page.evaluate(render);
    await frame.evaluate('heard.then(() => 0)');
    expect(await frame.locator('#page').isVisible()).toBe(true);
    host.close();
  });

  it.each([
    ['is refused', 'Promise.reject(new DOMException("no", "NotAllowedError"))', 'NotAllowedError'],
    ['is missing', 'Promise.reject(new DOMException("no", "NotFoundError"))', 'NotFoundError'],
  ])('goes on with a sample where the camera %s', async (_, answer, reason) => {
    page = await browser.newPage();
    await page.addInitScript(`navigator.mediaDevices.getUserMedia = () => ${answer}`);
    await page.goto(await sessionUrl(sandbox, `camera-${reason}`));
    await press(page, 'Continue');
    await press(page, 'Passport');
    await page.getByText(reason).waitFor();
    expect(await page.getByRole('button', { name: 'Take photo' }).isVisible()).toBe(false);
    await press(page, 'Use a sample photo');
    await page.getByRole('button', { name: 'Submit' }).waitFor();
  });

  it('can be left while the browser still asks about the camera', async () => {
    page = await browser.newPage();
    await page.addInitScript('navigator.mediaDevices.getUserMedia = () => new Promise(() => {})');
    await page.goto(await sessionUrl(sandbox, 'asking'));
    await press(page, 'Continue');
    await press(page, 'Passport');
    await press(page, 'Cancel');
    await heading(page, 'Not finished yet');
  });

  it('lets go of the camera once the photo is taken', async () => {
    page = await browser.newPage();
    await page.addInitScript(`
      const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => (window.camera = await get(wanted));`);
    await page.goto(await sessionUrl(sandbox, 'camera'));
    await press(page, 'Continue');
    await press(page, 'Passport');
    await page.getByRole('button', { name: 'Take photo' }).waitFor();
    const states = () => page.evaluate('camera.getTracks().map((track) => track.readyState)');
    expect(await states()).toEqual(['live']);
    await press(page, 'Take photo');
    expect(await states()).toEqual(['ended']);
  });

  it('says so, and lets the person try again, where handing in does not work', async () => {
    page = await browser.newPage();
    const url = await sessionUrl(sandbox, 'offline');
    await page.goto(url);
    await press(page, 'Continue');
    await press(page, 'Passport');
    await press(page, 'Take photo');
    await page.context().setOffline(true);
    await press(page, 'Submit');
    await page.getByRole('alert').getByText('That did not work').waitFor();
    await page.context().setOffline(false);
    await press(page, 'Submit');
    await page.getByRole('button', { name: 'Finish' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it.each([
    ['handed in', 'two-windows', 'Thank you, that’s all'],
    ['over', 'veriff-over-1', 'This session is over'],
  ])('learns at the first step that the session is %s meanwhile', async (_, id, last) => {
    page = await browser.newPage();
    const url = await sessionUrl(sandbox, id);
    // The page as it was before.
    await page.route(url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace(/data-stage="\w+"/, 'data-stage="open"'),
      });
    });
    await sandbox.veriff(new Request(`${url}/submit`, { method: 'POST', body: '{"outcome":"approve"}' }));
    await page.goto(url);
    await press(page, 'Continue');
    await heading(page, last);
  });
});
