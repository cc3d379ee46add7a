import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldName } from '../../demo/gallery-states.js';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank({ reducedMotion: 'reduce' });
});
afterAll(() => demo.close());

/** What stands out of the page or of its own box, and so is lost or can only be reached by scrolling sideways. */
const lost = () =>
  page.evaluate(() => {
    const root = document.querySelector('baanx-kyc-step')?.shadowRoot;
    const dialog = root?.querySelector('dialog[open]');
    return [...((dialog ?? root)?.querySelectorAll<HTMLElement>('h2, h3, p, li, span, button') ?? [])]
      .filter((element) => element.checkVisibility() && !element.closest('.hidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return (
          left < 0 ||
          right > innerWidth ||
          element.scrollWidth > Math.max(element.clientWidth, right - left + 1)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });

// 320 px is a window of 1,280 at 400 %; 280 px is the narrowest sidebar.
describe.each([280, 320, 1200])('%i px wide, nothing is lost', (width) => {
  it.each(HELD_NAMES)('%s', async (state) => {
    await page.setViewportSize({ width, height: 640 });
    await hold(page, demo, state);
    expect(await lost()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('with the text spacing of WCAG 1.4.12, at 320 px', () => {
  it.each(HELD_NAMES)('%s', async (state) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await hold(page, demo, state);
    await page.evaluate(() => {
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`,
      );
      document.querySelector('baanx-kyc-step')?.shadowRoot?.adoptedStyleSheets.push(spacing);
    });
    expect(await lost()).toEqual([]);
  });
});

describe('with text of twice the size, on a small phone', () => {
  it.each(HELD_NAMES)('%s', async (state) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await hold(page, demo, state);
    await page.addStyleTag({ content: 'html { font-size: 32px !important }' });
    expect(await lost()).toEqual([]);
  });
});

// A window of 1,280 by 1,024 at 400 %, and a phone on its side.
describe('in a low window the whole of a question can be scrolled to', () => {
  it.each<HeldName>(['leave', 'reload', 'silent'])('%s', async (state) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await hold(page, demo, state);
    const { isScrolled, above } = await page.getByRole('alert').evaluate((question) => {
      question.scrollTo(0, 0);
      const top = (element: Element | null) => element?.getBoundingClientRect().top ?? NaN;
      return {
        isScrolled: question.scrollHeight > question.clientHeight,
        above: top(question) - top(question.querySelector('h3')),
      };
    });
    expect(isScrolled).toBe(true);
    expect(above).toBeLessThanOrEqual(0);
  });
});

describe('targets are a finger wide, and stay so where the page shrinks its rem', () => {
  it.each(HELD_NAMES)('%s', async (state) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await hold(page, demo, state);
    await page.addStyleTag({ content: 'html { font-size: 10px }' });
    for (const button of await page.getByRole('button').all()) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      expect(Math.min(width, height), await button.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('for whom motion is too much, nothing moves', () => {
  it.each(HELD_NAMES)('%s', async (state) => {
    await hold(page, demo, state);
    const moving = await page.evaluate(
      () =>
        document
          .querySelector('baanx-kyc-step')
          ?.shadowRoot?.getAnimations()
          .filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  });
});
