import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

/** All that WCAG 2.2 AA asks for and a machine can see, and axe's own advice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank();
  await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
});
afterAll(() => demo.close());

/** The rules that found something, with the elements. */
const found = (results: AxeResults['violations']) =>
  results.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => [id, target, any[0]?.message]));

describe.each(['light', 'dark'])('axe finds nothing, %s', (theme) => {
  describe.each([
    { dir: 'ltr', lang: 'en' },
    { dir: 'rtl', lang: 'ar' },
  ])('$dir', ({ dir, lang }) => {
    it.each(HELD_NAMES)('%s', async (state) => {
      // At level 1 the page is whole, so that the rules about a page's outline apply too.
      await hold(page, demo, state, { theme, dir, lang, 'heading-level': '1' });
      const { violations, incomplete, passes } = await page.evaluate(
        ({ runOnly, isEmpty }) =>
          (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
            runOnly,
            // The frame is Veriff's; and where nothing is shown there is no heading either.
            iframes: false,
            rules: { 'page-has-heading-one': { enabled: !isEmpty } },
          }),
        { runOnly: TAGS, isEmpty: state === 'idle' },
      );
      expect(found(violations)).toEqual([]);
      expect(found(incomplete.filter(({ id }) => id === 'color-contrast'))).toEqual([]);
      expect(passes.length).toBeGreaterThan(5);
    });
  });
});
