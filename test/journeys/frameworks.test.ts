import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Demo, Visit } from '../support/demo.js';
import { exampleCode, locateExample, FRAMEWORKS, PAGES } from '../support/examples.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

const openExample = async (name: string, width = 390) =>
  Visit.begin(await demo.blank({ viewport: { width, height: 844 } }), `${demo.url}frameworks.html`, {
    in: name,
  });

describe('The page of an example', () => {
  it.each([...FRAMEWORKS, ...PAGES])('shows the code, and the working step beside it: %s', async (name) => {
    const visit = await openExample(name);
    const { page } = visit;
    const { container, step } = locateExample(page, name);
    await page.getByRole('main').waitFor();
    expect(await page.locator('code').textContent()).toBe(exampleCode(name));
    // The example's code does not set it: apps keep the default of 5 seconds.
    await step.evaluate((element) => element.setAttribute('poll-interval', '400'));
    if (name === 'dialog') await visit.press('Verify your identity');
    await container.getByRole('button', { name: 'Start verification' }).click();
    await visit.verify('Approve', step.frameLocator('iframe'));
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    expect(visit.events('verified')).toHaveLength(1);
    expect(visit.console.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
  });

  it('links to every other example and to the playground', async () => {
    const { page } = await openExample('');
    const links = await page.getByRole('navigation', { name: 'Examples' }).getByRole('link').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([...FRAMEWORKS, ...PAGES].map((name) => `?in=${name}`));
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.getByRole('link', { name: 'On your page' }).click();
    await page.getByRole('navigation', { name: 'Examples' }).waitFor();
  });

  it.each([390, 1280])('does not scroll sideways at a width of %i pixels', async (width) => {
    for (const name of ['module', 'angular']) {
      const visit = await openExample(name, width);
      await visit.waitForState('ready');
      const contentWidth = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      expect(contentWidth).toBeLessThanOrEqual(width);
    }
  });

  it('shows that it is loading, and its layout does not shift when the step appears', async () => {
    const page = await demo.blank();
    await page.addInitScript(() => {
      const layout = { shift: 0 };
      Object.assign(window, { layout });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          layout.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/mount-*.js', async (route) => {
      await released;
      await route.continue();
    });
    const visit = await Visit.begin(page, `${demo.url}frameworks.html`, { in: 'vue' });
    const loading = page.locator('.loading').getByText('Loading…');
    await loading.waitFor();
    release();
    await visit.waitForState('ready');
    await loading.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Start verification' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { layout: { shift: number } }).layout.shift)).toBe(
      0,
    );
  });
});
