import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { veriffPage } from '../../src/sandbox/veriff-page.js';
import { launchBrowser, serveFiles, startSandbox } from './servers.js';
import { submitDocuments } from '../support/submit-documents.js';
import { sessionUrl } from './sandbox-client.js';

it('accepts a real window', () => {
  // The compiler checks this: the page declares its own type of a window.
  const acceptsRealWindows: (page: Window) => void = veriffPage;
  expect(acceptsRealWindows).toBe(veriffPage);
});

describe('the simulated Veriff page', { timeout: 30_000 }, () => {
  let browser: Browser;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });
  afterEach(async () => page.close());

  const press = (where: Page, name: string) => where.getByRole('button', { name }).click();
  const heading = (where: Page, name: string) => where.getByRole('heading', { name }).waitFor();

  it('outside a frame leads through all steps, and focuses each heading', async () => {
    page = await browser.newPage();
    await page.goto(await sessionUrl(sandbox, 'alone'));
    await press(page, 'Continue');
    await press(page, 'National ID card');
    await press(page, 'Take photo');
    await heading(page, 'Is everything readable?');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Is everything readable?');
    await press(page, 'Submit');
    await press(page, 'Finish');
    // A page of Veriff's own, with nothing that leads back. An app in whose WebView this is looks for the address.
    await heading(page, 'You’re all done');
    expect(page.url()).toBe(`${sandbox.origin}/get-verified?navigation=slim`);
    expect(await page.locator('a, button').count()).toBe(0);
    expect(sandbox.applicants.find('alone').state).toBe('VERIFIED');
  });

  it('outside a frame ends at the callback URL, if Baanx has configured one', async () => {
    page = await browser.newPage();
    const host = await serveFiles({
      '/back?a=%22b%22&copy=1': ['<!doctype html><h1>Back</h1>', 'text/html'],
    });
    const callbackUrl = `${host.origin}/back?a="b"&copy=1`;
    const withCallback = await startSandbox({ callbackUrl });
    await page.goto(await sessionUrl(withCallback, 'callback'));
    await submitDocuments(page, 'Approve');
    await press(page, 'Finish');
    await heading(page, 'Back');
    await withCallback.close();
    host.close();
  });

  it('in a popup closes itself when the person cancels', async () => {
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

  it('renders only when its parent asks for it', async () => {
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
    // This listener runs after the page's own, so once it is called the page has handled the message.
    const listen = `handled = new Promise((resolve) => addEventListener('message', resolve, { once: true })); 0`;
    await frame.evaluate(listen);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '/sibling' }))`,
    );
    await frame.evaluate('handled.then(() => 0)');
    expect(await frame.locator('#page').isVisible()).toBe(false);
    await frame.evaluate(listen);
    await page.evaluate(render);
    await frame.evaluate('handled.then(() => 0)');
    expect(await frame.locator('#page').isVisible()).toBe(true);
    host.close();
  });

  it.each([
    ['is refused', 'Promise.reject(new DOMException("no", "NotAllowedError"))', 'NotAllowedError'],
    ['is missing', 'Promise.reject(new DOMException("no", "NotFoundError"))', 'NotFoundError'],
  ])('offers a sample photo where the camera %s', async (_, answer, reason) => {
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

  it('can be canceled while the browser asks for permission to use the camera', async () => {
    page = await browser.newPage();
    await page.addInitScript('navigator.mediaDevices.getUserMedia = () => new Promise(() => {})');
    await page.goto(await sessionUrl(sandbox, 'permission'));
    await press(page, 'Continue');
    await press(page, 'Passport');
    await press(page, 'Cancel');
    await heading(page, 'Not finished yet');
  });

  it('stops the camera after the photo', async () => {
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

  it('shows a failed submission, and lets the person try again', async () => {
    page = await browser.newPage();
    const url = await sessionUrl(sandbox, 'offline');
    await page.goto(url);
    await press(page, 'Continue');
    await press(page, 'Passport');
    await press(page, 'Take photo');
    await page.context().setOffline(true);
    await press(page, 'Submit');
    await page.getByRole('alert').getByText('That didn’t work').waitFor();
    await page.context().setOffline(false);
    await press(page, 'Submit');
    await page.getByRole('button', { name: 'Finish' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it.each([
    ['submitted', 'two-windows', 'Thank you, that’s all'],
    ['over', 'veriff-over-1', 'This session is over'],
  ])('shows after the first step that the session is %s by now', async (_, id, last) => {
    page = await browser.newPage();
    const url = await sessionUrl(sandbox, id);
    // Simulates a page that was loaded before.
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
