import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { Demo, type Visit } from '../support/demo.js';
import { readable } from '../support/readable.js';

/** A browser that blocks popups and keeps pages for the back button, as people have it. */
let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open(['--disable-popup-blocking', '--disable-back-forward-cache']);
});
afterAll(() => demo.close());

/** The shell that comes in a package, where there is no whole browser, blocks no popup and keeps no page. */
const isShell = findChromium()?.args.includes('--headless=shell') ?? false;

let visit: Visit;
afterEach(() => visit.page.context().close());

const START = 'Start verification';
const tokenOf = (page: Page): string => new URL(page.url()).pathname.slice(3);
const journey = async (openIn: string, onboardingId: string, pollInterval = '400'): Promise<Visit> =>
  (visit = await demo.page({
    'poll-interval': pollInterval,
    'open-in': openIn,
    'onboarding-id': onboardingId,
  }));
/** To a page that was kept, which does not load. */
const back = () => visit.page.goBack({ waitUntil: 'commit' });
/** How often the status is asked from now on. */
const questions = () => {
  const asked: string[] = [];
  visit.page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/v1/auth/register')) asked.push(request.url());
  });
  return asked;
};

describe('in a window of its own', () => {
  it('goes all the way, though the window says nothing, and leaves nothing to read', async () => {
    await journey('popup', 'approve-popup');
    const window = await visit.window(START);
    expect(await window.evaluate('opener')).toBe(null);
    await visit.page.getByRole('heading', { name: 'Continue in the other window' }).waitFor();
    const token = tokenOf(window);
    expect(token.length).toBeGreaterThan(20);
    expect(await readable(visit)).not.toContain(token);
    await visit.verify('Approve', window);
    await visit.state('verified');
    expect(visit.events('started')).toEqual([{ type: 'started', detail: { openIn: 'popup' } }]);
    expect(await readable(visit)).not.toContain(token);
  });

  it('closed half way: asks the status once, and goes on in the same session', async () => {
    await journey('popup', 'approve-popup-closed', '2000');
    await visit.state('ready');
    const asked = questions();
    const window = await visit.window(START);
    const token = tokenOf(window);
    await window.getByRole('button', { name: 'Continue' }).click();
    // As long as a person takes at least: the page has asked once meanwhile, and has long seen the window open.
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(1);
    asked.length = 0;
    await window.close();
    // PENDING says nothing of documents: the person is asked.
    await visit.state('pending');
    await visit.page.getByRole('heading', { name: 'Did you finish the verification?' }).waitFor();
    expect(asked).toHaveLength(1);
    expect(visit.events('canceled', 'pending', 'error')).toMatchObject([
      { type: 'pending', detail: { verificationState: 'PENDING', submitted: undefined } },
    ]);
    const again = await visit.window('Continue verification');
    expect(tokenOf(again)).toBe(token);
    await visit.verify('Approve', again);
    await visit.state('verified');
  });

  it('lost behind others: opens again in the same session', async () => {
    await journey('popup', 'approve-popup-lost');
    const token = tokenOf(await visit.window(START));
    const again = await visit.window('Open the window again');
    expect(tokenOf(again)).toBe(token);
    await visit.verify('Approve', again);
    await visit.state('verified');
  });

  it('done, says the person: the status is asked', async () => {
    await journey('popup', 'approve-popup-done');
    await visit.window(START);
    await visit.press('I am done');
    await visit.state('pending');
  });

  it.skipIf(isShell)('blocked: says so, and goes on in this window', async () => {
    await journey('popup', 'approve-popup-blocked');
    await visit.state('ready');
    // Not in a click. What Playwright does in a page counts as one for 5 s, so it keeps its hands off meanwhile.
    await visit.page.evaluate(
      () => void setTimeout(() => document.querySelector('baanx-kyc-step')?.start(), 5_500),
    );
    await expect.poll(() => visit.events('error').length, { timeout: 20_000 }).toBe(1);
    await visit.page.getByRole('alert').getByText('blocked the new window').waitFor();
    expect(visit.events('error')).toMatchObject([{ detail: { code: 'popup-blocked', retryable: true } }]);
    await visit.press('Continue in this window');
    await visit.verify('Approve', visit.page);
    await back();
    await visit.state('verified');
  });
});

describe('in this window', () => {
  const leave = async (id: string) => {
    await journey('redirect', id);
    await visit.page.evaluate(() => Object.assign(window, { kept: true }));
    await visit.press(START);
    await visit.page.getByRole('button', { name: 'Continue' }).waitFor();
    return tokenOf(visit.page);
  };
  const isKept = () => visit.page.evaluate(() => 'kept' in window);

  it.skipIf(isShell)(
    'comes back by the back button to a page that was kept, and goes on from checking',
    async () => {
      const token = await leave('approve-redirect-kept');
      await visit.verify('Approve', visit.page);
      await back();
      expect(await isKept()).toBe(true);
      await visit.state('verified');
      expect(visit.events('verified')).toHaveLength(1);
      expect(await readable(visit)).not.toContain(token);
    },
  );

  it('comes back half way: the step is there, and goes on in the same session', async () => {
    const token = await leave('approve-redirect-back');
    await back();
    await visit.state('pending');
    await visit.press('Continue verification');
    await visit.page.getByRole('button', { name: 'Continue' }).waitFor();
    expect(tokenOf(visit.page)).toBe(token);
  });

  it('comes back by its address: a fresh page finds out', async () => {
    await journey('redirect', 'approve-redirect-typed');
    const here = visit.page.url();
    await visit.press(START);
    await visit.verify('Approve', visit.page);
    await visit.page.goto(here);
    expect(await isKept()).toBe(false);
    await visit.state('verified');
  });
});
