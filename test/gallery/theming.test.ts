import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
});
beforeEach(async () => {
  page = await demo.blank();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

const step = () => page.locator('baanx-kyc-step');
const part = (name: string) => step().locator(`[part~="${name}"]`).first();

/** Puts light DOM content into the step. */
const fill = (html: string) =>
  step().evaluate((element, content) => element.insertAdjacentHTML('beforeend', content), html);

const styleOf = (name: string, property: string) =>
  part(name).evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);

/** The top of each of these in the step, in CSS pixels. */
const tops = (...selectors: string[]) =>
  step().evaluate(
    (element, selectors) =>
      selectors.map(
        (selector) => element.shadowRoot?.querySelector(selector)?.getBoundingClientRect().top ?? NaN,
      ),
    selectors,
  );

describe('what a host styles', () => {
  it('a part’s color reaches the label of the button', async () => {
    await hold(page, demo, 'ready');
    await page.addStyleTag({ content: 'baanx-kyc-step::part(start) { background: white; color: purple }' });
    expect(await styleOf('label', 'color')).toBe('rgb(128, 0, 128)');
    expect(await styleOf('start', 'background-color')).toBe('rgb(255, 255, 255)');
  });

  it('blocks change places by order', async () => {
    await hold(page, demo, 'ready');
    const [documents = 0, start = 0] = await tops('[part=documents]', '[part=start]');
    expect(documents).toBeLessThan(start);
    await page.addStyleTag({ content: 'baanx-kyc-step::part(documents) { order: 1 }' });
    const [documentsAfter = 0, startAfter = 0] = await tops('[part=documents]', '[part=start]');
    expect(documentsAfter).toBeGreaterThan(startAfter);
  });

  it('fonts and spacing have tokens of their own', async () => {
    await hold(page, demo, 'ready');
    await page.addStyleTag({
      content: `baanx-kyc-step {
        --baanx-kyc-font: monospace; --baanx-kyc-heading-font: serif; --baanx-kyc-spacing: 2rem;
      }`,
    });
    expect(await styleOf('heading', 'font-family')).toBe('serif');
    expect(await styleOf('intro', 'font-family')).toBe('monospace');
    expect(await styleOf('documents', 'padding-top')).toBe('32px');
  });
});

describe('what a host puts into slots', () => {
  it.each(['', 'p { margin: 3em 0 }'])('a paragraph is aligned like the default: %s', async (css) => {
    await hold(page, demo, 'ready');
    if (css) await page.addStyleTag({ content: css });
    const icon = '[part=privacy] svg';
    const [iconTop = 0, text = 0] = await tops(icon, '[part=privacy] div');
    await fill('<p slot="privacy">We pass your data on to nobody. <a href="#privacy">Privacy notice</a></p>');
    const [iconAfter = 0] = await tops(icon);
    const after = await page.locator('[slot=privacy]').evaluate((p) => p.getBoundingClientRect().top);
    expect(after - iconAfter).toBeCloseTo(text - iconTop, 0);
  });

  it('a wide block scrolls by itself, and widens nothing', async () => {
    await hold(page, demo, 'ready');
    await fill(`<pre slot="tips">${'wide '.repeat(200)}</pre>`);
    expect((await part('heading').boundingBox())?.width).toBeLessThan(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('a long title leaves the dialog’s header low', async () => {
    await hold(page, demo, 'starting');
    await step().evaluate((element) => {
      if ('messages' in element) element.messages = { title: 'A very long title of this step '.repeat(20) };
    });
    await expect.poll(async () => (await part('dialog-header').innerText()).length).toBeGreaterThan(100);
    expect((await part('dialog-header').boundingBox())?.height).toBeLessThanOrEqual(64);
  });

  it('an empty slot leaves no gap', async () => {
    for (const state of ['pending', 'failed-passing', 'ready'] as const) {
      await hold(page, demo, state);
      const gaps = await step().evaluate((element) => {
        const boxes = [...(element.shadowRoot?.querySelector('[part=base]')?.children ?? [])]
          .map((child) => child.getBoundingClientRect())
          .filter(({ height }) => height > 0);
        return boxes.slice(1).map(({ top }, index) => top - (boxes[index]?.bottom ?? NaN));
      });
      for (const gap of gaps) expect(gap, state).toBeCloseTo(20, 0);
    }
  });

  it('a link after the verdict is the primary action', async () => {
    await hold(page, demo, 'verified');
    await fill('<a slot="verified-next" href="#next">Order your card</a>');
    const link = page.getByRole('link', { name: 'Order your card' });
    expect(await link.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(47, 91, 234)',
    );
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it('logos are shown in the step and in the dialog', async () => {
    await hold(page, demo, 'starting');
    await fill('<b slot="logo">Bank</b><b slot="dialog-logo">Bank</b>');
    expect(await page.locator('[slot=logo]').isVisible()).toBe(true);
    expect(await page.locator('[slot=dialog-logo]').isVisible()).toBe(true);
  });
});

describe('a way forward after an error', () => {
  it('has the error’s code and, if the host gave it, the address of support', async () => {
    await hold(page, demo, 'failed', { 'support-url': '/help' });
    expect(await part('reference').innerText()).toContain('onboarding-invalid');
    const link = page.getByRole('link', { name: 'Contact support' });
    expect(await link.getAttribute('href')).toBe('/help');
    expect(await page.getByRole('button').count()).toBe(1);
  });

  it('is never a script', async () => {
    await hold(page, demo, 'failed', { 'support-url': 'javascript:alert(1)' });
    expect(await page.getByRole('link').count()).toBe(0);
  });
});

describe('Start is in sight without scrolling', () => {
  it.each([
    { width: 390, height: 664 },
    { width: 390, height: 844 },
    { width: 1280, height: 720 },
    { width: 600, height: 720 },
    { width: 280, height: 664 },
  ])('$width × $height', async ({ width, height }) => {
    await page.setViewportSize({ width, height });
    for (const query of [{}, { lang: 'de' }, { lang: 'ar', dir: 'rtl' }, { 'proof-of-address': '' }]) {
      await hold(page, demo, 'ready', query);
      const { y = NaN, height: own = NaN } = (await part('start').boundingBox()) ?? {};
      expect(y + own, JSON.stringify(query)).toBeLessThanOrEqual(height);
      const duration = await step().locator('.duration').boundingBox();
      expect((duration?.y ?? NaN) + (duration?.height ?? NaN)).toBeLessThanOrEqual(height);
    }
  });

  it('does not cover a link that gets the focus', async () => {
    await page.setViewportSize({ width: 280, height: 480 });
    await hold(page, demo, 'ready');
    await fill('<p slot="intro">We need this. <a href="#why">Why?</a></p>');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const link = page.getByRole('link', { name: 'Why?' });
    await link.focus();
    const bottom = await link.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual((await part('start').boundingBox())?.y ?? NaN);
  });
});

it('has no text smaller than 14 px, on a page of 16 px and on one of 12 px', async () => {
  for (const state of ['ready-all', 'pending', 'rejected', 'failed'] as const) {
    await hold(page, demo, state);
    for (const size of ['16px', '12px']) {
      const small = await step().evaluate((element, size) => {
        element.style.fontSize = size;
        return [
          ...(element.shadowRoot?.querySelectorAll<HTMLElement>(
            '.note, small, .facts, .duration, .documents li',
          ) ?? []),
        ]
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
          .map((one) => one.className);
      }, size);
      expect(small, state).toEqual([]);
    }
  }
});
