import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRANDS, type BrandName } from '../../demo/brands/list.js';
import type { HeldName } from '../../demo/gallery-states.js';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

/** What axe can check of WCAG 2.2 AA, and its best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank();
  await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
});
afterAll(() => demo.close());

/** The rules that were violated, with the elements. */
const found = (results: AxeResults['violations']) =>
  results.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => [id, target, any[0]?.message]));

/** Asserts that axe finds nothing in the state. */
async function expectClean(state: HeldName, query: Record<string, string>): Promise<void> {
  // At level 1 the page is complete, so that the rules about a page's outline apply too.
  await hold(page, demo, state, { ...query, 'heading-level': '1' });
  const { violations, incomplete, passes } = await page.evaluate(
    ({ runOnly, isEmpty }) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly,
        // The frame is Veriff's. Without an onboarding ID there is no heading.
        iframes: false,
        rules: { 'page-has-heading-one': { enabled: !isEmpty } },
      }),
    { runOnly: TAGS, isEmpty: state === 'idle' },
  );
  expect(found(violations)).toEqual([]);
  expect(found(incomplete.filter(({ id }) => id === 'color-contrast'))).toEqual([]);
  expect(passes.length).toBeGreaterThan(5);
}

describe.each(['light', 'dark'])('axe finds nothing, %s', (theme) => {
  describe.each([
    { dir: 'ltr', lang: 'en' },
    { dir: 'rtl', lang: 'ar' },
  ])('$dir', ({ dir, lang }) => {
    it.each(HELD_NAMES)('%s', async (state) => {
      await expectClean(state, { theme, dir, lang });
    });
  });
});

describe.each(Object.keys(BRANDS) as BrandName[])('axe finds nothing in the theme %s', (brand) => {
  it.each<HeldName>(['ready', 'pending', 'verified', 'rejected', 'failed', 'leave'])('%s', async (state) => {
    await expectClean(state, { brand, ...BRANDS[brand].page });
  });
});
