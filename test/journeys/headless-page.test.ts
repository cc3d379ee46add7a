import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import type { KycFlow } from '../../src/headless.js';
import { snippetOf } from '../docs/snippets.js';
import { Host, serveFiles } from '../support/host.js';
import { submitDocuments } from '../support/submit-documents.js';

const EXAMPLE = join(root, 'docs/examples');
/** The scripts of the pages, by their names. */
const SCRIPTS = {
  /** Shows the step of docs/headless-page.md. */
  index: `import { showStep } from '${join(EXAMPLE, 'plain-page.ts')}';
    const onboardingId = location.search.slice(1);
    window.flow = showStep({ onboardingId, proxyUrl: '/api/baanx', pollInterval: 200 });`,
  /** The first snippet of docs/headless.md. */
  identity: snippetOf('docs/headless.md', 'identity.ts').replace(/100a99cf-[\w-]+/, 'approve-identity'),
  'new-tab': snippetOf('docs/headless.md', 'new-tab.ts'),
  /** A page with one of two windows: the snippet's, or the ready-made redirect. */
  windows: `import { createKycFlow, redirectWindow } from 'baanx-kyc-step/headless';
    import { newTab } from './new-tab.ts';
    const openWindow = location.search === '?redirect' ? redirectWindow() : newTab;
    const onboardingId = 'approve' + location.search.replace('?', '-');
    const flow = createKycFlow({ onboardingId, openWindow });
    document.querySelector('button').onclick = () => flow.start();
    flow.subscribe(({ now }) => (document.title = now.state));`,
};
/** The page around a script of the documentation, with the host's function that it calls. */
const pageWith = (script: string) =>
  `<!doctype html><title></title><button>Start</button>
  <script>window.nextStep = () => (document.title = 'next step');</script>
  <script type="module" src="${script}.js"></script>`;

let folder: string;
let browser: Browser;
let host: Host;
let deniesCamera: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  const html = readFileSync(join(EXAMPLE, 'plain-page.html'), 'utf8').replace('plain-page.ts', 'index.js');
  writeFileSync(join(folder, 'index.html'), html);
  for (const [name, script] of Object.entries(SCRIPTS)) writeFileSync(join(folder, `${name}.ts`), script);
  for (const name of ['identity', 'windows']) writeFileSync(join(folder, `${name}.html`), pageWith(name));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { 'baanx-kyc-step/headless': join(root, 'src/headless.ts') } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: Object.fromEntries(
          ['index', 'identity', 'windows'].map((name) => [name, join(folder, `${name}.ts`)]),
        ),
        formats: ['es'],
      },
    },
  });
  host = await Host.open(serveFiles([folder]));
  deniesCamera = await Host.open(serveFiles([folder], { 'permissions-policy': 'camera=()' }));
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([host.close(), deniesCamera.close()]);
  rmSync(folder, { recursive: true });
});

let page: Page;
const messages: string[] = [];
const flow = <T>(read: (flow: KycFlow) => T) => page.evaluate<T>(`(${String(read)})(window.flow)`);
const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const frame = () => page.frameLocator('iframe');

/** @param prepare changes the page before it loads */
async function visit(path: string, at = host, prepare?: (page: Page) => Promise<unknown>): Promise<void> {
  const context = await browser.newContext();
  await at.serveVeriff(context);
  page = await context.newPage();
  page.on('pageerror', (error) => messages.push(error.message));
  await prepare?.(page);
  await page.goto(at.url + path);
}

async function open(id: string, at = host): Promise<void> {
  await visit(`?${id}`, at);
  await heading('Verify your identity');
}

async function start(): Promise<void> {
  await press('Start verification');
  await frame().getByRole('button', { name: 'Continue' }).waitFor();
}

/** Nothing of Veriff's is left in the page. */
async function expectClosed(): Promise<void> {
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(false);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
}

beforeEach(() => void messages.splice(0));

describe('A page with its own look', () => {
  it.each([
    ['Approve', 'You’re verified'],
    ['Reject', 'We couldn’t verify your identity'],
  ])('leads through Veriff to the verdict: %s', async (outcome, title) => {
    await open(`approve-plain-${outcome.toLowerCase()}`);
    await start();
    await submitDocuments(frame(), outcome);
    await heading(title);
    await expectClosed();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('title');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('asks before it closes a verification that has begun, with Escape and with its own button', async () => {
    await open('approve-plain-leave');
    await start();
    await frame().getByRole('button', { name: 'Continue' }).click();
    await frame().getByRole('button', { name: 'Passport' }).waitFor();
    // Keys that are pressed in Veriff's frame go to Veriff.
    await page.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await page.getByText('Leave verification?').waitFor();
    expect(await page.locator('#frame-box').evaluate((box: HTMLElement) => box.inert)).toBe(true);
    await press('Keep going');
    await press('Close');
    await press('Leave');
    await page.getByRole('button', { name: 'Continue verification' }).waitFor();
    await expectClosed();
    await page.context().close();
  });

  it('leaves nothing behind after stop()', async () => {
    await open('approve-plain-stop');
    await start();
    await flow((now) => now.stop());
    await expectClosed();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect(requests).toEqual([]);
    await page.context().close();
  });

  it('opens a window of its own where the page denies the camera to frames', async () => {
    await open('approve-plain-denied', deniesCamera);
    const popup = page.context().waitForEvent('page');
    await press('Start verification');
    await submitDocuments(await popup, 'Approve');
    await heading('You’re verified');
    await page.context().close();
  });
});

describe('A page with its own look, one thing to do next:', () => {
  const answer =
    (json: object, status = 200, headers = {}) =>
    (page: Page) =>
      page.route('**/api/baanx/**', (route) => route.fulfill({ json, status, headers }));
  const buttons = () => page.locator('#buttons button').allTextContents();

  it('a failure that another try cannot get past has its reference, and no retry', async () => {
    const refused = answer({ code: 'not-allowed' }, 403, { 'x-request-id': 'request-7' });
    await visit('?one', host, refused);
    await page.getByText('Reference: not-allowed request-7').waitFor();
    expect(await buttons()).toEqual(['Check status']);
    await page.context().close();
  });

  it('a window that the browser blocks is replaced by the page itself', async () => {
    const blockWindows = (page: Page) => page.addInitScript(() => (window.open = () => null));
    await visit('?approve-plain-blocked', deniesCamera, blockWindows);
    await press('Start verification');
    await page.getByText('Reference: popup-blocked').waitFor();
    expect(await buttons()).toEqual(['Try again', 'Continue in this window']);
    await press('Continue in this window');
    await submitDocuments(page, 'Approve');
    await page.goBack();
    await heading('You’re verified');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('a review offers to continue only while nobody knows of a submission', async () => {
    await visit('?two', host, answer({ verificationState: 'PENDING' }));
    await page.getByRole('button', { name: 'I’ve finished' }).waitFor();
    expect(await buttons()).toEqual(['Continue verification', 'I’ve finished', 'Check status']);
    await press('I’ve finished');
    expect(await buttons()).toEqual(['Check status']);
    await page.context().close();
  });
});

const hasTitle = (title: string) => page.waitForFunction((text) => document.title === text, title);

/** Presses Start and goes through Veriff in the window that opens. Closes it as a person does. */
async function submitInNewWindow(): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await press('Start');
  const veriff = await opened;
  // The browser cancels the request of a window that is closed too soon.
  const submitted = veriff.waitForResponse((response) => response.url().endsWith('/submit'));
  await submitDocuments(veriff, 'Approve');
  await submitted;
  await veriff.close();
}

describe('The scripts of docs/headless.md', () => {
  it('lead to the next step: a flow in a few lines', async () => {
    await visit('identity.html');
    await submitInNewWindow();
    await hasTitle('next step');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('lead to the verdict: a window of one’s own', async () => {
    await visit('windows.html');
    await hasTitle('ready');
    await submitInNewWindow();
    await hasTitle('verified');
    expect(messages).toEqual([]);
    await page.context().close();
  });
});

it('A page that redirects to Veriff knows the verdict when the person comes back', async () => {
  await visit('windows.html?redirect');
  await hasTitle('ready');
  await press('Start');
  await submitDocuments(page, 'Approve');
  await page.goBack();
  await hasTitle('verified');
  expect(messages).toEqual([]);
  await page.context().close();
});
