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

describe('lines break where a reader expects it', () => {
  it.each([
    { lang: 'ko', unit: /\S+/g },
    { lang: 'ja', unit: /ください|ます|です/g },
  ])('$lang', async ({ lang, unit }) => {
    for (const state of ['ready-all', 'pending', 'rejected'] as const) {
      await hold(page, demo, state, { lang });
      const broken = await page.evaluate(
        ({ source }) => {
          const root = document.querySelector('baanx-kyc-step')?.shadowRoot?.querySelector('[part=base]');
          if (!root) return ['no step'];
          const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = texts.nextNode(); node; node = texts.nextNode())
            for (const { 0: word, index } of (node.textContent ?? '').matchAll(new RegExp(source, 'g'))) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
                found.push(word);
            }
          return found;
        },
        { source: unit.source },
      );
      expect(broken).toEqual([]);
    }
  });
});
