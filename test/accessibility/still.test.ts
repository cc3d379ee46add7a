import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldName } from '../../demo/gallery-states.js';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank();
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
afterAll(() => demo.close());

/** All that moved in the page until now, by Chromium's measure; what follows the step in the page among it. */
const shift = async () => {
  // A frame after the last change the observer has been told.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
};

// From nothing over the upgrade and the first question to the state, with the dialog opened and closed again.
describe.each([390, 1200])('%i px wide, nothing moves', (width) => {
  it.each<HeldName>(['checking', 'ready', 'ready-all', 'starting'])('%s', async (state) => {
    await page.setViewportSize({ width, height: 844 });
    await hold(page, demo, state);
    expect(await shift()).toBe(0);
  });

  // Start is now called Continue, and a longer word in the middle of a button begins further out.
  it.each<HeldName>(['verifying', 'leave', 'ready-continue'])('but a word, %s', async (state) => {
    await page.setViewportSize({ width, height: 844 });
    await hold(page, demo, state);
    expect(await shift()).toBeLessThan(0.001);
  });

  it('from a busy question to its answer', async () => {
    await page.setViewportSize({ width, height: 844 });
    await hold(page, demo, 'pending');
    const before = await shift();
    await page.getByRole('button', { name: 'Check status' }).click();
    await page.locator('baanx-kyc-step [part=check][aria-disabled=false]').waitFor();
    expect(await shift()).toBe(before);
  });
});
