import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo, Visit } from '../support/demo.js';
import { codeOf, exampleIn, FRAMEWORKS, PAGES } from '../support/examples.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

const open = async (name: string, width = 390) =>
  Visit.begin(await demo.blank({ viewport: { width, height: 844 } }), `${demo.url}frameworks.html`, {
    in: name,
  });

describe('the page of an example', () => {
  it.concurrent.each([...FRAMEWORKS, ...PAGES])(
    'shows the code, and the step at work beside it: %s',
    async (name) => {
      const visit = await open(name);
      const { page } = visit;
      const { place, step } = exampleIn(page, name);
      await page.getByRole('main').waitFor();
      expect(await page.locator('code').textContent()).toBe(codeOf(name));
      // Not in the code: an app polls slowly.
      await step.evaluate((element) => element.setAttribute('poll-interval', '400'));
      if (name === 'dialog') await visit.press('Verify your identity');
      await place.getByRole('button', { name: 'Start verification' }).click();
      await visit.verify('Approve', step.frameLocator('iframe'));
      await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
      expect(visit.events('verified')).toHaveLength(1);
      expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
      await page.context().close();
    },
  );

  it('leads to every other, and to the playground', async () => {
    const { page } = await open('');
    const links = await page.getByRole('navigation', { name: 'Examples' }).getByRole('link').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([...FRAMEWORKS, ...PAGES].map((name) => `?in=${name}`));
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.getByRole('link', { name: 'On your page' }).click();
    await page.getByRole('navigation', { name: 'Examples' }).waitFor();
    await page.context().close();
  });

  it.each([390, 1280])('fits: %i', async (width) => {
    for (const name of ['module', 'angular']) {
      const visit = await open(name, width);
      await visit.state('ready');
      const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await visit.page.context().close();
    }
  });

  it('says that it is loading, and nothing moves when it has loaded', async () => {
    const page = await demo.blank();
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/vue/mount.ts', async (route) => {
      await held;
      await route.continue();
    });
    const visit = await Visit.begin(page, `${demo.url}frameworks.html`, { in: 'vue' });
    const loading = page.getByText('Loading …');
    await loading.waitFor();
    release();
    await visit.state('ready');
    await loading.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Start verification' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
    await page.context().close();
  });
});
