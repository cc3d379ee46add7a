import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo, Visit } from '../support/demo.js';

const FRAMEWORKS = ['module', 'classic', 'react', 'next', 'vue', 'angular', 'svelte', 'preact', 'solid'];

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

const open = async (framework: string, width = 390) =>
  Visit.begin(await demo.blank({ viewport: { width, height: 844 } }), `${demo.url}frameworks.html`, {
    in: framework,
  });

describe('the page of a framework', () => {
  it.each(FRAMEWORKS)('shows the code, and the step at work beside it: %s', async (framework) => {
    const visit = await open(framework);
    const { page } = visit;
    await visit.state('ready');
    // Not in the code: an app polls slowly.
    await page.locator('baanx-kyc-step').evaluate((step) => step.setAttribute('poll-interval', '400'));
    expect(await page.locator('code').textContent()).toMatch(/verified/i);
    await visit.press('Start verification');
    await visit.verify('Approve');
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    expect(visit.events('verified')).toHaveLength(1);
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    await page.context().close();
  });

  it('leads to every other, and to the playground', async () => {
    const { page } = await open('');
    const links = await page.getByRole('navigation', { name: 'Frameworks' }).getByRole('link').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual(FRAMEWORKS.map((framework) => `?in=${framework}`));
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.getByRole('link', { name: 'In your framework' }).click();
    await page.getByRole('navigation', { name: 'Frameworks' }).waitFor();
    await page.context().close();
  });

  it.each([390, 1280])('fits: %i', async (width) => {
    for (const framework of ['module', 'angular']) {
      const visit = await open(framework, width);
      await visit.state('ready');
      const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await visit.page.context().close();
    }
  });
});
