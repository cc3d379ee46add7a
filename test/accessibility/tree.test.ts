import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldName } from '../../demo/gallery-states.js';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank();
});
afterAll(() => demo.close());

/** What a screen reader has in front of it, from the top to the bottom. Behind an open dialog there is nothing. */
const tree = async (state: HeldName): Promise<string> => {
  await hold(page, demo, state);
  const dialog = page.getByRole('dialog');
  const reachable = (await dialog.count()) ? dialog : page.locator('body');
  return (await reachable.ariaSnapshot()).trim();
};

describe('the accessibility tree', () => {
  it.each(HELD_NAMES)('%s', async (state) => {
    expect(await tree(state)).toMatchSnapshot();
  });
});
