import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRANDS, type BrandName } from '../../demo/brands/list.js';
import type { HeldName } from '../../demo/gallery-states.js';
import { runAxe } from '../support/axe.js';
import { openAxePage } from '../support/axe-page.js';
import type { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  ({ demo, page } = await openAxePage());
});
afterAll(() => demo.close());

describe.each(Object.keys(BRANDS) as BrandName[])('axe finds no violation in the brand %s', (brand) => {
  it.each<HeldName>(['ready', 'pending', 'verified', 'rejected', 'failed', 'leave'])('%s', async (state) => {
    await hold(page, demo, state, { brand, ...BRANDS[brand].page, 'heading-level': '1' });
    const found = await runAxe(page, { iframes: false });
    expect(found.violations).toEqual([]);
    expect(found.unclearContrast).toEqual([]);
    expect(found.passes).toBeGreaterThan(5);
  });
});
