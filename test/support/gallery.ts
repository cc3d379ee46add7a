import type { Page } from 'playwright-core';
import { HELD, type HeldName } from '../../demo/gallery-states.js';
import type { Demo } from './demo.js';

/** Every state that the gallery holds. */
export const HELD_NAMES = Object.keys(HELD) as HeldName[];

/** Brings the element, held in one state, into the page; `address` goes into the cell's address. */
export async function hold(
  page: Page,
  { url }: Demo,
  state: HeldName,
  address: Record<string, string> = {},
): Promise<void> {
  const isSilent = state === 'silent';
  if (isSilent) await page.clock.install();
  await page.goto(`${url}gallery-cell.html?${String(new URLSearchParams({ state, ...address }))}`);
  if (isSilent) {
    await page.waitForFunction(() => document.querySelector('baanx-kyc-step')?.state === 'verifying');
    // Veriff's 15 seconds, without waiting for them.
    await page.clock.fastForward(16_000);
  }
  await page.locator(`html[data-held="${state}"]`).waitFor({ state: 'attached' });
  if (isSilent) await page.clock.resume();
}

/** Changes the element's language, and waits until it is shown. */
export const setLanguage = (page: Page, lang: string): Promise<void> =>
  page.evaluate(async (lang) => {
    const step = document.querySelector('baanx-kyc-step');
    if (!step) throw new Error('The page has no step');
    step.lang = lang;
    const shown = () => step.renderRoot.querySelector('[lang]')?.getAttribute('lang');
    while (shown() !== lang) await new Promise((resolve) => setTimeout(resolve));
    await step.updateComplete;
  }, lang);
