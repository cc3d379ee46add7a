import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/locales.js';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

/** Those with texts of their own. */
const STATES = HELD_NAMES.filter((name) => !['idle', 'checking', 'verifying'].includes(name));

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank({ reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });
});
afterAll(() => demo.close());

/** Shows the language, and tells what stands out of the page or of its own box: in whole words, not cut into. */
const lost = (code: string) =>
  page.evaluate(async (lang) => {
    const step = document.querySelector('baanx-kyc-step');
    const root = step?.shadowRoot;
    if (!step || !root) return ['no step'];
    step.lang = lang;
    while (root.querySelector('[lang]')?.getAttribute('lang') !== lang)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await step.updateComplete;
    const shown = root.querySelector('dialog[open]') ?? root;
    return [...shown.querySelectorAll<HTMLElement>('h2, h3, p, li, span, small, button')]
      .filter((element) => element.checkVisibility() && !element.closest('.hidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return (
          left < 0 ||
          right > innerWidth ||
          element.scrollWidth > Math.max(element.clientWidth, right - left + 1)
        );
      })
      .map((element) => `${lang}: ${element.textContent.trim()}`);
  }, code);

describe('at 320 px every language has room', () => {
  it.each(STATES)(
    '%s',
    async (state) => {
      await hold(page, demo, state);
      const all: string[] = [];
      for (const code of LOCALES) all.push(...(await lost(code)));
      expect(all).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
    60_000,
  );
});
