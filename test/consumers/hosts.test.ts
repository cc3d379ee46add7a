import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/bundle.mjs';
import type { BaanxKycStep } from '../../src/index.js';
import { install } from '../support/consumer.js';
import { handIn } from '../support/hand-in.js';
import { files, Host } from '../support/host.js';

const example = (name: string, file = 'identity-step.html', who = name) =>
  readFileSync(join(root, 'demo/frameworks', name, file), 'utf8').replace(
    '{{ onboardingId }}',
    `approve-${who}`,
  );

/** Pages that are not made for the step, with the very examples that the documentation has for them. */
function pages(shell: string): Record<string, string> {
  const page = (body: string) => shell.replace('{{ example }}', () => body);
  const [frame = '', identity = ''] = example('iframe').split('<!-- identity.html -->');
  return {
    'by-hand.html': page(example('by-hand')),
    'dialog.html': page(example('dialog')),
    'css.html': page(`${example('css')}
      <style>
        * { display: inline !important; color: red !important; }
        button, h2, dialog, iframe { display: none !important; }
      </style>`),
    'service-worker.html': page(example('module')),
    'service-worker.js': example('service-worker', 'service-worker.js'),
    'iframe.html': page(frame),
    'identity.html': page(identity),
    'form.html': page(
      `<form>${example('module', undefined, 'form').replace('<baanx-kyc-step', '$& required')}</form>`,
    ),
  };
}

let host: Host;
let browser: Browser;
beforeAll(async () => {
  const home = await install('hosts');
  for (const [name, text] of Object.entries(pages(readFileSync(join(home, 'page.html'), 'utf8'))))
    writeFileSync(join(home, name), text);
  host = await Host.open(files([home, join(home, 'node_modules/baanx-kyc-step/dist')]));
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch(found);
}, 400_000);
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** A person on one of the pages; `told` is what its console said. */
async function open(name: string, before = () => {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
  await context.addInitScript(before);
  await host.serveVeriff(context);
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(error.message));
  await page.goto(host.url + name);
  return { page, told };
}

/** From Start to Submit, by what a person sees and presses. */
async function verify(place: Page | FrameLocator, whileOpen = async () => {}): Promise<void> {
  await place.getByRole('button', { name: /Start|Continue/ }).click();
  const veriff = place.frameLocator('baanx-kyc-step iframe');
  await veriff.getByRole('button', { name: 'Continue' }).waitFor();
  await whileOpen();
  await handIn(veriff, 'Approve');
}

/** The page has heard of the verdict, and nobody of a fault. */
async function isOver({ page, told }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await page.waitForFunction(() => document.title === 'Step 4 of 6');
  expect(told).toEqual([]);
  await page.context().close();
}

describe('in a page that was not made for it', () => {
  it('goes all the way inside the page’s own modal dialog, which stays open', async () => {
    const person = await open('dialog.html');
    const { page } = person;
    await page.getByRole('button', { name: 'Verify your identity' }).click();
    const { width = 0 } = (await page.locator('baanx-kyc-step').boundingBox()) ?? {};
    expect(width).toBeGreaterThan(500);
    await verify(page, async () => {
      expect(await page.locator('#identity').evaluate((own: HTMLDialogElement) => own.open)).toBe(true);
    });
    await isOver(person);
  });

  it('is not undone by a page that styles everything', async () => {
    const person = await open('css.html');
    await verify(person.page);
    await isOver(person);
  });

  it('goes all the way behind a service worker', async () => {
    const person = await open('service-worker.html');
    const { page } = person;
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('service-worker.js');
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await verify(page);
    await isOver(person);
  });

  it('goes all the way inside a frame', async () => {
    const person = await open('iframe.html');
    await verify(person.page.frameLocator('iframe'));
    await isOver(person);
  });

  it('is put in, taken out half way and put in again by hand', async () => {
    const person = await open('by-hand.html');
    const { page } = person;
    await page.getByRole('button', { name: 'Start verification' }).click();
    await page.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
    await page.locator('baanx-kyc-step').evaluate((step) => {
      const place = step.parentElement;
      step.remove();
      place?.append(step);
    });
    expect(await page.locator('baanx-kyc-step iframe').count()).toBe(0);
    await verify(page);
    await isOver(person);
  });

  it('goes all the way where nothing is there that came after Safari 15.4', async () => {
    const person = await open('form.html', () => {
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
    const { page } = person;
    await verify(page);
    await page.getByRole('heading', { name: 'You are verified' }).waitFor();
    expect(await page.locator('baanx-kyc-step').evaluate((step: BaanxKycStep) => step.checkValidity())).toBe(
      true,
    );
    await isOver(person);
  });
});
