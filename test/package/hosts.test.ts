import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browser.mjs';
import { BUNDLES, root } from '../../scripts/bundle.mjs';
import { files, Host } from '../support/host.js';

const STEP = '<baanx-kyc-step onboarding-id="approve-host"></baanx-kyc-step>';
const page = (body: string, head = '') => `<!doctype html>
<html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${head}
<script type="module" src="${BUNDLES.es}"></script></head><body>${body}</body></html>`;

/** Pages that are not made for the step. */
const PAGES = {
  'dialog.html': page(
    `<dialog id="own"><h1>Sign-up</h1>${STEP}</dialog><script>document.getElementById('own').showModal()</script>`,
  ),
  'aggressive.html': page(
    STEP,
    `<style>
       * { all: unset !important; display: inline !important; color: red !important; }
       button, h2, dialog, iframe { display: none !important; }
     </style>`,
  ),
  'worker.html': page(STEP),
  'worker.js': "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));",
  'framed.html': page(
    '<iframe id="outer" src="worker.html" allow="camera *; microphone *" width="600" height="900"></iframe>',
  ),
  'by-hand.html': page('<main></main>'),
};

let host: Host;
let browser: Browser;
beforeAll(async () => {
  const site = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(site, name), text);
  host = await Host.open(files([site, join(root, 'dist')]));
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

async function open(name: string, told: string[] = [], before = () => {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
  await context.addInitScript(before);
  await host.serveVeriff(context);
  const opened = await context.newPage();
  opened.on('console', (message) => told.push(message.text()));
  opened.on('pageerror', (error) => told.push(error.message));
  await opened.goto(host.url + name);
  return opened;
}

/** From Start to the verdict, by what a person sees and presses. */
async function verify(place: Page | FrameLocator): Promise<void> {
  await place.getByRole('button', { name: /Start|Continue/ }).click();
  const veriff = place.frameLocator('baanx-kyc-step iframe');
  await veriff.getByRole('button', { name: 'Continue' }).click();
  await veriff.getByRole('button', { name: 'Passport' }).click();
  await veriff.getByRole('button', { name: 'Take photo' }).click();
  await veriff.getByRole('radio', { name: 'Approve', exact: true }).check();
  await veriff.getByRole('button', { name: 'Submit' }).click();
  await place.getByRole('heading', { name: 'You are verified' }).waitFor();
}

const fresh = async (place: Page | FrameLocator, id: string) =>
  place.locator('baanx-kyc-step').evaluate((step, onboardingId) => {
    step.setAttribute('onboarding-id', onboardingId);
  }, id);

describe('in a page that was not made for it', () => {
  it('goes all the way inside the page’s own modal dialog, which stays open', async () => {
    const opened = await open('dialog.html');
    await fresh(opened, 'approve-dialog');
    await verify(opened);
    expect(await opened.locator('#own').evaluate((own: HTMLDialogElement) => own.open)).toBe(true);
    await opened.context().close();
  });

  it('is not undone by a page that styles everything', async () => {
    const opened = await open('aggressive.html');
    await fresh(opened, 'approve-aggressive');
    await verify(opened);
    await opened.context().close();
  });

  it('goes all the way behind a service worker', async () => {
    const told: string[] = [];
    const opened = await open('worker.html', told);
    await opened.evaluate(async () => {
      const controlled = new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
      await navigator.serviceWorker.register('worker.js');
      await navigator.serviceWorker.ready;
      return Promise.race([controlled, navigator.serviceWorker.ready]);
    });
    await opened.reload();
    expect(await opened.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await fresh(opened, 'approve-worker');
    await verify(opened);
    expect(told).toEqual([]);
    await opened.context().close();
  });

  it('goes all the way inside a frame', async () => {
    const opened = await open('framed.html');
    const inner = opened.frameLocator('#outer');
    await fresh(inner, 'approve-framed');
    await verify(inner);
    await opened.context().close();
  });

  it('goes all the way where nothing is there that came after Safari 15.4', async () => {
    const told: string[] = [];
    const opened = await open('by-hand.html', told, () => {
      const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
      const later: [object, string][] = [
        [HTMLElement.prototype, 'attachInternals'],
        [HTMLElement.prototype, 'inert'],
        [Document.prototype, 'adoptedStyleSheets'],
        [ShadowRoot.prototype, 'adoptedStyleSheets'],
        [CSSStyleSheet.prototype, 'replaceSync'],
        [AbortSignal, 'timeout'],
        [AbortSignal, 'any'],
        [URL, 'canParse'],
        [URL, 'parse'],
        [Promise, 'withResolvers'],
        [Promise, 'try'],
        [Array, 'fromAsync'],
        [Array.prototype, 'toSorted'],
        [Array.prototype, 'toReversed'],
        [Array.prototype, 'with'],
        [Object, 'groupBy'],
        [Set.prototype, 'union'],
        [iterator, 'map'],
        [iterator, 'filter'],
        [iterator, 'toArray'],
        [Element.prototype, 'checkVisibility'],
        [HTMLDialogElement.prototype, 'requestClose'],
        [Navigator.prototype, 'userActivation'],
        [Document.prototype, 'featurePolicy'],
        [window, 'requestIdleCallback'],
        [window, 'scheduler'],
        [window, 'trustedTypes'],
      ];
      for (const [place, name] of later) Reflect.deleteProperty(place, name);
    });
    await opened.locator('main').evaluate((main) => {
      main.innerHTML =
        '<form><baanx-kyc-step onboarding-id="approve-older" required></baanx-kyc-step></form>';
    });
    await verify(opened);
    const valid = await opened
      .locator('main')
      .evaluate((main) => main.querySelector('baanx-kyc-step')?.checkValidity());
    expect(valid).toBe(true);
    expect(told).toEqual([]);
    await opened.context().close();
  });

  it('is put in, taken out half way and put in again by hand', async () => {
    const opened = await open('by-hand.html');
    const place = opened.locator('main');
    await place.evaluate((main) => {
      const step = document.createElement('baanx-kyc-step');
      step.onboardingId = 'approve-by-hand';
      main.append(step);
    });
    await opened.getByRole('button', { name: 'Start verification' }).click();
    await opened.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
    await place.evaluate((main) => {
      const step = main.querySelector('baanx-kyc-step');
      step?.remove();
      if (step) main.append(step);
    });
    expect(await opened.locator('baanx-kyc-step iframe').count()).toBe(0);
    await verify(opened);
    await opened.context().close();
  });
});
