import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank({ reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });
});
afterAll(() => demo.close());

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
