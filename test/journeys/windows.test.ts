import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { Demo, type Visit } from '../support/demo.js';
import { submitDocuments } from '../support/submit-documents.js';
import { readableText } from '../support/readable.js';

/** A browser that blocks popups and has a back/forward cache. Playwright disables both by default. */
let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open({ omitted: ['--disable-popup-blocking', '--disable-back-forward-cache'] });
});
afterAll(() => demo.close());

/** The headless shell, which is used where no full browser is installed, has neither. */
const isHeadlessShell = findChromium()?.args.includes('--headless=shell') ?? false;

let visit: Visit;
afterEach(() => demo.closePages());

const START = 'Start verification';
const tokenOf = (page: Page): string => new URL(page.url()).pathname.slice(3);
const openStep = async (openIn: string, onboardingId: string, pollInterval = '400'): Promise<Visit> =>
  (visit = await demo.page({
    'poll-interval': pollInterval,
    'open-in': openIn,
    'onboarding-id': onboardingId,
  }));
/** Goes back. A page from the back/forward cache does not fire `load`. */
const goBack = () => visit.page.goBack({ waitUntil: 'commit' });
/** Collects the URLs of the status requests from now on. */
const collectStatusRequests = () => {
  const urls: string[] = [];
  visit.page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/v1/auth/register')) urls.push(request.url());
  });
  return urls;
};

describe('A verification in a popup', () => {
  it('reaches the verdict without a message from the popup, and does not expose the session URL', async () => {
    await openStep('popup', 'approve-popup');
    const popup = await visit.openWindow(START);
    expect(await popup.evaluate('opener')).toBe(null);
    await visit.page.getByRole('heading', { name: 'Continue in the other window' }).waitFor();
    const token = tokenOf(popup);
    expect(token.length).toBeGreaterThan(20);
    expect(await readableText(visit)).not.toContain(token);
    await visit.verify('Approve', popup);
    await visit.waitForState('verified');
    expect(visit.events('started')).toEqual([{ type: 'started', detail: { openIn: 'popup' } }]);
    expect(await readableText(visit)).not.toContain(token);
  });

  it('that is closed half way leads to one status check and continues in the same session', async () => {
    await openStep('popup', 'approve-popup-closed', '2000');
    await visit.waitForState('ready');
    const statusRequests = collectStatusRequests();
    const popup = await visit.openWindow(START);
    const token = tokenOf(popup);
    await popup.getByRole('button', { name: 'Continue' }).click();
    // A person takes at least this long. By now the page has checked the status once and has seen the popup open.
    await expect.poll(() => statusRequests.length, { timeout: 20_000 }).toBe(1);
    statusRequests.length = 0;
    await popup.close();
    // PENDING does not prove a submission, so the step asks the person.
    await visit.waitForState('pending');
    await visit.page.getByRole('heading', { name: 'Did you finish verifying your identity?' }).waitFor();
    expect(statusRequests).toHaveLength(1);
    expect(visit.events('canceled', 'pending', 'error')).toMatchObject([
      { type: 'pending', detail: { verificationState: 'PENDING', submitted: undefined } },
    ]);
    const reopened = await visit.openWindow('Continue verification');
    expect(tokenOf(reopened)).toBe(token);
    await visit.verify('Approve', reopened);
    await visit.waitForState('verified');
  });

  it('whose popup is lost behind other windows can be reopened in the same session', async () => {
    await openStep('popup', 'approve-popup-lost');
    const token = tokenOf(await visit.openWindow(START));
    const reopened = await visit.openWindow('Reopen the window');
    expect(tokenOf(reopened)).toBe(token);
    await visit.verify('Approve', reopened);
    await visit.waitForState('verified');
  });

  it('whose page is reloaded asks whether the person has finished, and shows the verdict of the popup', async () => {
    await openStep('popup', 'approve-popup-reload');
    const popup = await visit.openWindow(START);
    await visit.page.reload();
    await visit.page.getByRole('heading', { name: 'Did you finish verifying your identity?' }).waitFor();
    expect(popup.isClosed()).toBe(false);
    await visit.verify('Approve', popup);
    await visit.waitForState('verified');
  });

  it('shows the review as soon as the person says that they are done', async () => {
    await openStep('popup', 'approve-popup-done');
    await visit.openWindow(START);
    await visit.press('I’ve finished');
    await visit.waitForState('pending');
  });

  it.skipIf(isHeadlessShell)(
    'whose popup is blocked explains that, and continues in the same window',
    async () => {
      const page = await demo.blank();
      // `start()` must run without a user activation. Each call of Playwright's `evaluate` counts as one, so the page starts
      // by itself, and the test waits for its console.
      await page.addInitScript(() => {
        const step = () => document.querySelector('baanx-kyc-step');
        document.addEventListener('statechange', () => step()?.state === 'ready' && step()?.start(), true);
        document.addEventListener('error', () => console.log('The step failed'), true);
      });
      const failed = page.waitForEvent('console', (message) => message.text() === 'The step failed');
      await page.goto(
        `${demo.url}sign-up.html?onboarding-id=approve-popup-blocked&open-in=popup&poll-interval=400`,
      );
      await failed;
      await page.getByRole('alert').getByText('blocked the new window').waitFor();
      await page.getByText('popup-blocked').waitFor();
      await page.getByRole('button', { name: 'Continue in this window' }).click();
      await submitDocuments(page, 'Approve');
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.goBack({ waitUntil: 'commit' });
      await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    },
  );
});

describe('A verification by redirect', () => {
  const redirectToVeriff = async (id: string) => {
    await openStep('redirect', id);
    await visit.page.evaluate(() => Object.assign(window, { isRestored: true }));
    await visit.press(START);
    await visit.page.getByRole('button', { name: 'Continue' }).waitFor();
    return tokenOf(visit.page);
  };
  /** Whether the page comes from the back/forward cache, with its JavaScript state. */
  const isRestored = () => visit.page.evaluate(() => 'isRestored' in window);

  it.skipIf(isHeadlessShell)(
    'continues when the back button restores the page from the back/forward cache',
    async () => {
      const token = await redirectToVeriff('approve-redirect-kept');
      await visit.verify('Approve', visit.page);
      await visit.finish(visit.page);
      await goBack();
      expect(await isRestored()).toBe(true);
      await visit.waitForState('verified');
      expect(visit.events('verified')).toHaveLength(1);
      expect(await readableText(visit)).not.toContain(token);
    },
  );

  it('that is left half way by the back button continues in the same session', async () => {
    const token = await redirectToVeriff('approve-redirect-back');
    await goBack();
    await visit.waitForState('pending');
    await visit.press('Continue verification');
    await visit.page.getByRole('button', { name: 'Continue' }).waitFor();
    expect(tokenOf(visit.page)).toBe(token);
  });

  it('shows the verdict when the person opens the page again by its URL', async () => {
    await openStep('redirect', 'approve-redirect-typed');
    const here = visit.page.url();
    await visit.press(START);
    await visit.verify('Approve', visit.page);
    await visit.finish(visit.page);
    await visit.page.goto(here);
    expect(await isRestored()).toBe(false);
    await visit.waitForState('verified');
  });
});
