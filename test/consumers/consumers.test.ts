import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browser.mjs';
import { install } from '../support/consumer.js';
import { Visit } from '../support/demo.js';
import { files, Host } from '../support/host.js';
import { startNext } from '../support/next-server.js';
import { questions, type Answers } from './answers.js';

/** As strict as a bank's: no inline script or style, no string into a sink that runs it. */
const STRICT = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    'frame-src https://*.veriff.me https://*.veriff.com',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
};

const plain = (script: string) => (home: string) => {
  const dist = join(home, 'node_modules/baanx-kyc-step/dist');
  const hashes = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as Record<string, string>;
  return {
    pages: files([home, dist], STRICT, (html) => html.replace('{{integrity}}', hashes[script] ?? '')),
    close: () => Promise.resolve(),
  };
};
const built = (home: string) => ({ pages: files([join(home, 'dist')]), close: () => Promise.resolve() });

const APPS = [
  {
    name: 'plain',
    title: 'A page with a module script, SRI, strict CSP and Trusted Types',
    serve: plain('baanx-kyc-step.js'),
  },
  { name: 'classic', title: 'The same with the classic script', serve: plain('baanx-kyc-step.iife.js') },
  { name: 'react-18', title: 'React 18', serve: built },
  { name: 'react-19', title: 'React 19 in StrictMode', serve: built },
  { name: 'next', title: 'Next 16, rendered on the server', serve: startNext },
  { name: 'vue', title: 'Vue 3', serve: built },
  { name: 'angular', title: 'Angular 21 without zones', serve: built },
  { name: 'svelte', title: 'Svelte 5', serve: built },
];

let browser: Browser;
beforeAll(async () => {
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch(found);
});
afterAll(() => browser.close());

describe.each(APPS)('$title', ({ name, serve }) => {
  let host: Host;
  let close: () => Promise<void>;
  let visit: Visit;
  beforeAll(async () => {
    const served = await serve(await install(name));
    close = served.close;
    host = await Host.open(served.pages);
    const context = await browser.newContext();
    await host.serveVeriff(context);
    visit = await Visit.begin(await context.newPage(), host.url, {});
  }, 400_000);
  afterAll(async () => {
    await visit.page.context().close();
    await host.close();
    await close();
  });

  it('has an answer to every question', async () => {
    await visit.state('ready');
    expect(await questions(visit.page)).toEqual<Answers>({
      attributes: true,
      booleans: true,
      objects: true,
      slots: true,
    });
  });

  it('goes all the way, and its own handler hears of it', async () => {
    const { page, veriff } = visit;
    await visit.press('Let’s go');
    await veriff.getByRole('button', { name: 'Continue' }).click();
    await veriff.getByRole('button', { name: 'Passport' }).click();
    await veriff.getByRole('button', { name: 'Take photo' }).click();
    await veriff.getByRole('radio', { name: 'Approve', exact: true }).check();
    await veriff.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    // Its other listener was attached by script.
    await expect.poll(() => page.title()).toBe('verified');
    expect(visit.events('verified')).toEqual([
      { type: 'verified', detail: { onboardingId: `approve-${name}`, verificationState: 'VERIFIED' } },
    ]);
    expect(visit.events('started')).toHaveLength(1);
  });

  it('says nothing in the console', () => {
    expect(visit.console).toEqual([]);
  });
});
