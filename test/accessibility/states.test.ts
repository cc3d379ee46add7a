import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/locales.js';
import { runAxe } from '../support/axe.js';
import { openAxePage } from '../support/axe-page.js';
import type { Demo } from '../support/demo.js';
import { hold, HELD_NAMES, setLanguage } from '../support/gallery.js';

/** What axe can check of WCAG 2.2 AA, and its best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let demo: Demo;
let page: Page;
beforeAll(async () => {
  ({ demo, page } = await openAxePage());
});
afterAll(() => demo.close());

/** What is cut off, or wider than the page so that it can only be reached by scrolling sideways. */
const cutOff = () =>
  page.evaluate(() => {
    const root = document.querySelector('baanx-kyc-step')?.shadowRoot;
    const shown = root?.querySelector('dialog[open]') ?? root;
    const cut = [...(shown?.querySelectorAll<HTMLElement>('h2, h3, p, li, span, small, button') ?? [])]
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
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...cut, `The page is ${scrollWidth} pixels wide`] : cut;
  });

/** Adds a style sheet to the page or to the element, and returns a function that removes it. */
async function style(css: string, where: 'page' | 'element'): Promise<() => Promise<void>> {
  const sheet = await page.evaluateHandle(
    ({ css, where }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      const root = where === 'page' ? document : document.querySelector('baanx-kyc-step')?.shadowRoot;
      root?.adoptedStyleSheets.push(sheet);
      return { sheet, root };
    },
    { css, where },
  );
  return () =>
    sheet.evaluate(({ sheet, root }) => {
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    });
}

// Each state is loaded once, and each test looks at it in another way.
describe.each(HELD_NAMES)('The state %s', (state) => {
  beforeAll(() => hold(page, demo, state));
  beforeEach(() => page.setViewportSize({ width: 390, height: 844 }));

  it('reads to a screen reader as approved', async () => {
    const dialog = page.getByRole('dialog');
    // Behind an open dialog nothing can be reached.
    const reachable = (await dialog.count()) ? dialog : page.locator('body');
    expect((await reachable.ariaSnapshot()).trim()).toMatchSnapshot();
  });

  // 320 pixels are a window of 1,280 at 400 %; 280 are the narrowest sidebar.
  it.each([280, 320, 1200])('cuts nothing off at a width of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 640 });
    expect(await cutOff()).toEqual([]);
  });

  it('cuts nothing off with the text spacing of WCAG 1.4.12', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const remove = await style(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
      'element',
    );
    expect(await cutOff()).toEqual([]);
    await remove();
  });

  it('cuts nothing off with text of twice the size on a small phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const remove = await style('html { font-size: 32px !important }', 'page');
    expect(await cutOff()).toEqual([]);
    await remove();
  });

  it('has buttons of at least 44 pixels, even where the page makes its rem small', async () => {
    const remove = await style('html { font-size: 10px }', 'page');
    for (const button of await page.getByRole('button').all()) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      expect(Math.min(width, height), await button.innerText()).toBeGreaterThanOrEqual(44);
    }
    await remove();
  });

  it('does not move for a person who prefers reduced motion', async () => {
    const moving = await page.evaluate(
      () =>
        document
          .querySelector('baanx-kyc-step')
          ?.shadowRoot?.getAnimations()
          .filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  });

  it('cuts nothing off in any language, at a width of 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const cut: string[] = [];
    for (const lang of LOCALES) {
      await setLanguage(page, lang);
      cut.push(...(await cutOff()).map((element) => `${lang}: ${element}`));
    }
    await setLanguage(page, 'en');
    expect(cut).toEqual([]);
  });

  it.each([
    { theme: 'light', lang: 'en', dir: 'ltr' },
    { theme: 'dark', lang: 'en', dir: 'ltr' },
    { theme: 'light', lang: 'ar', dir: 'rtl' },
    { theme: 'dark', lang: 'ar', dir: 'rtl' },
  ])('has no axe violation: $theme, $dir', async ({ theme, lang, dir }) => {
    await setLanguage(page, lang);
    await page.evaluate(
      ({ theme, lang, dir }) => {
        Object.assign(document.documentElement, { lang, dir }).style.colorScheme = theme;
        // At level 1 the page is complete, so that the rules about a page's outline apply too.
        document.querySelector('baanx-kyc-step')?.setAttribute('heading-level', '1');
      },
      { theme, lang, dir },
    );
    const found = await runAxe(page, {
      runOnly: TAGS,
      // The frame is Veriff's. Without an onboarding ID there is no heading.
      iframes: false,
      rules: { 'page-has-heading-one': { enabled: state !== 'idle' } },
    });
    expect(found.violations).toEqual([]);
    expect(found.unclearContrast).toEqual([]);
    expect(found.passes).toBeGreaterThan(5);
  });
});

// A window of 1,280 by 1,024 at 400 %, and a phone on its side.
describe('In a low window', () => {
  it.each(['leave', 'reload', 'silent'] as const)(
    'the whole confirmation can be scrolled to: %s',
    async (state) => {
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
    },
  );
});

describe('On a phone', () => {
  // WCAG 2.4.11. Start stays in view there.
  it('a link in the slot of the documents is not hidden when it gets the focus', async () => {
    await page.setViewportSize({ width: 390, height: 560 });
    await hold(page, demo, 'ready');
    const found = await page.evaluate(() => {
      const step = document.querySelector('baanx-kyc-step');
      const row = step?.shadowRoot?.querySelector('[part=actions]');
      if (!step || !row) throw new Error('The page has no Start button');
      const isSticky = getComputedStyle(row).position === 'sticky';
      step.insertAdjacentHTML(
        'beforeend',
        `<div slot="documents">${'<p>A document</p>'.repeat(9)}<p><a href="#all">All documents</a></p></div>`,
      );
      const link = step.querySelector<HTMLElement>('[slot=documents] a');
      const isHidden = () => {
        const { x = 0, y = 0, width = 0, height = 0 } = link?.getBoundingClientRect() ?? {};
        return document.elementFromPoint(x + width / 2, y + height / 2) !== link;
      };
      // At the window's lower edge, behind the row with Start.
      link?.scrollIntoView({ block: 'end' });
      const wasHidden = isHidden();
      link?.focus();
      return { isSticky, wasHidden, isHidden: isHidden() };
    });
    expect(found).toEqual({ isSticky: true, wasHidden: true, isHidden: false });
  });
});
