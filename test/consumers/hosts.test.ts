import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import type { BaanxKycStep } from '../../src/index.js';
import { installApp } from '../support/consumer.js';
import { submitDocuments } from '../support/submit-documents.js';
import { Host, serveFiles } from '../support/host.js';
import { findingsIn, findingsWithFaults, idsOfFaults } from './doctor.js';

const example = (name: string, file = 'identity-step.html', id = name) =>
  readFileSync(join(root, 'demo/frameworks', name, file), 'utf8').replace(
    '{{ onboardingId }}',
    `approve-${id}`,
  );

/** Pages that were not made for the step, with the examples that the documentation shows for them. */
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
  const home = await installApp('hosts');
  for (const [name, text] of Object.entries(pages(readFileSync(join(home, 'page.html'), 'utf8'))))
    writeFileSync(join(home, name), text);
  host = await Host.open(serveFiles([home, join(home, 'node_modules/baanx-kyc-step/dist')]));
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
}, 400_000);
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Opens one of the pages. `messages` collects its console messages and errors. */
async function open(name: string, initScript = () => {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
  await context.addInitScript(initScript);
  await host.serveVeriff(context);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(host.url + name);
  return { page, messages };
}

/** Clicks through the verification, from Start to Submit. */
async function verify(container: Page | FrameLocator, whileOpen = async () => {}): Promise<void> {
  await container.getByRole('button', { name: /Start|Continue/ }).click();
  const veriff = container.frameLocator('baanx-kyc-step iframe');
  await veriff.getByRole('button', { name: 'Continue' }).waitFor();
  await whileOpen();
  await submitDocuments(veriff, 'Approve');
}

/** Expects the host page to receive the verdict, and no console message or error. */
async function expectVerified({ page, messages }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await page.waitForFunction(() => document.title === 'Step 4 of 6');
  expect(messages).toEqual([]);
  await page.context().close();
}

describe('A page that was not made for the step', () => {
  it.each(['by-hand.html', 'dialog.html', 'css.html', 'service-worker.html', 'form.html'])(
    'has no finding of the doctor, which sees what is wrong if its server is broken: %s',
    async (name) => {
      const url = host.url + name;
      expect(await findingsIn(url)).toEqual([]);
      expect(await findingsWithFaults(url)).toEqual(await idsOfFaults(url));
    },
  );
});

describe('On a page that was not made for it, the step', () => {
  it('works inside the page’s own modal dialog, which stays open', async () => {
    const visit = await open('dialog.html');
    const { page } = visit;
    await page.getByRole('button', { name: 'Verify your identity' }).click();
    const { width = 0 } = (await page.locator('baanx-kyc-step').boundingBox()) ?? {};
    expect(width).toBeGreaterThan(500);
    await verify(page, async () => {
      expect(await page.locator('#identity').evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(true);
    });
    await expectVerified(visit);
  });

  it('works although the page styles every element', async () => {
    const visit = await open('css.html');
    await verify(visit.page);
    await expectVerified(visit);
  });

  it('works behind a service worker', async () => {
    const visit = await open('service-worker.html');
    const { page } = visit;
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('service-worker.js');
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await verify(page);
    await expectVerified(visit);
  });

  it('works inside a frame', async () => {
    const visit = await open('iframe.html');
    await verify(visit.page.frameLocator('iframe'));
    await expectVerified(visit);
  });

  it('can be removed while Veriff is open, and inserted again', async () => {
    const visit = await open('by-hand.html');
    const { page } = visit;
    await page.getByRole('button', { name: 'Start verification' }).click();
    await page.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
    await page.locator('baanx-kyc-step').evaluate((step) => {
      const parent = step.parentElement;
      step.remove();
      parent?.append(step);
    });
    expect(await page.locator('baanx-kyc-step iframe').count()).toBe(0);
    await verify(page);
    await expectVerified(visit);
  });

  it('works without the features that browsers gained after Safari 15.4', async () => {
    const visit = await open('form.html', () => {
      const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
      const newerFeatures: [object, string][] = [
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
      for (const [object, name] of newerFeatures) Reflect.deleteProperty(object, name);
    });
    const { page } = visit;
    await verify(page);
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    expect(await page.locator('baanx-kyc-step').evaluate((step: BaanxKycStep) => step.checkValidity())).toBe(
      true,
    );
    await expectVerified(visit);
  });
});
