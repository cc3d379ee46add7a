import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank({ reducedMotion: 'reduce' });
  // Measures the contrast of two CSS colors, in any notation, as WCAG defines it.
  await page.addInitScript(() => {
    const luminance = (color: string, ground: string) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('There is no canvas');
      for (const paint of [ground, color]) {
        context.fillStyle = paint;
        context.fillRect(0, 0, 1, 1);
      }
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
        channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    window.contrast = (color, ground) => {
      const [dark = 0, light = 0] = [luminance(color, ground), luminance(ground, ground)].sort(
        (one, other) => one - other,
      );
      return (light + 0.05) / (dark + 0.05);
    };
  });
});
afterAll(() => demo.close());

declare global {
  interface Window {
    contrast(color: string, ground: string): number;
  }
}

describe('The label of Start has the contrast of WCAG 1.4.3', () => {
  beforeAll(() => hold(page, demo, 'ready'));

  /** The contrast between the label and its button, for each accent. */
  const contrasts = (accents: readonly string[]) =>
    page.evaluate((accents) => {
      const step = document.querySelector('baanx-kyc-step');
      const start = step?.shadowRoot?.querySelector('[part~=start]');
      const label = start?.querySelector('span');
      if (!step || !start || !label) throw new Error('The page has no Start');
      const measured = accents.map((accent) => {
        step.style.setProperty('--baanx-kyc-accent', accent);
        const [text, ground] = [getComputedStyle(label).color, getComputedStyle(start).backgroundColor];
        return [accent, window.contrast(text, ground)] as const;
      });
      step.style.removeProperty('--baanx-kyc-accent');
      return measured;
    }, accents);

  it.each([
    ...['#2f5bea', '#fff', '#000', '#ffe4b5', '#39ff14', '#777', '#757575', 'hotpink', 'hsl(24 95% 50%)'],
    ...['oklch(0.62 0.2 29)', 'color(display-p3 0 1 0)'],
  ])('with the accent %s', async (accent) => {
    const [measured] = await contrasts([accent]);
    expect(measured?.[1]).toBeGreaterThanOrEqual(4.5);
  });

  it('with every accent', async () => {
    const steps = ['00', '1f', '3f', '5f', '7f', '9f', 'bf', 'df', 'ff'];
    const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    const [worst] = [...(await contrasts(all))].sort(([, one], [, other]) => one - other);
    expect(worst?.[1], worst?.[0]).toBeGreaterThanOrEqual(4.5);
  });

  it('unless the page sets its color', async () => {
    await page.addStyleTag({ content: 'baanx-kyc-step { --baanx-kyc-on-accent: rgb(1, 2, 3) }' });
    const label = page.getByRole('button').locator('span');
    expect(await label.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
  });
});

/** Background and text color of pages. */
const PAGES = [
  ['#fff', '#000'],
  ['#f2f4f7', '#14213d'],
  ['#fff6e5', '#3b1d60'],
  ['#fff', '#595959'],
  ['#000', '#fff'],
  ['#121212', '#e6e9f2'],
  ['#1e2430', '#fff'],
  ['#0b3d2e', '#f5fff9'],
] as const;

/** The contrast between a color in the element and the page, which has these colors. */
const contrastOnPage = (options: {
  ground: string;
  text: string;
  tokens?: string;
  selector: string;
  property: string;
}) =>
  page.evaluate(({ ground, text, tokens = '', selector, property }) => {
    const step = document.querySelector('baanx-kyc-step');
    const element = step?.shadowRoot?.querySelector(selector);
    if (!step || !element) throw new Error(`The step has no ${selector}`);
    document.body.style.cssText = `background: ${ground}; color: ${text}`;
    step.style.cssText = tokens;
    return window.contrast(getComputedStyle(element).getPropertyValue(property), ground);
  }, options);

describe('Colors that are derived from the page stay visible', () => {
  describe('before the start', () => {
    beforeAll(() => hold(page, demo, 'ready'));

    it.each(PAGES)('muted text on %s, where the text is %s', async (ground, text) => {
      const muted = { ground, text, selector: '.facts', property: 'color' };
      expect(await contrastOnPage(muted)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(PAGES)('an accent like the page’s background, on %s with %s', async (ground, text) => {
      const accented = { ground, text, tokens: `--baanx-kyc-accent: ${ground}` };
      const border = { ...accented, selector: '[part~=start]', property: 'border-top-color' };
      expect(await contrastOnPage(border)).toBeGreaterThanOrEqual(3);
      const icon = { ...accented, selector: '[part=icon]', property: 'color' };
      expect(await contrastOnPage(icon)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(PAGES)('icons in every accent, on %s with %s', async (ground, text) => {
      const steps = ['00', '80', 'ff'];
      const accents = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
      for (const accent of accents) {
        const tokens = `--baanx-kyc-accent: ${accent}`;
        const icon = { ground, text, tokens, selector: '[part=icon]', property: 'color' };
        expect(await contrastOnPage(icon), accent).toBeGreaterThanOrEqual(4.5);
      }
    });
  });

  describe.each(['verified', 'rejected', 'failed'] as const)('the badge of %s', (state) => {
    beforeAll(() => hold(page, demo, state));

    // On a dark green page a green badge stands out by its halo and its white check.
    it.each(PAGES.slice(0, -1))('on %s with %s', async (ground, text) => {
      const badge = { ground, text, selector: '[part=icon]', property: 'background-color' };
      expect(await contrastOnPage(badge)).toBeGreaterThanOrEqual(3);
    });
  });
});

it('The step has the page’s font and color', async () => {
  await hold(page, demo, 'ready');
  await page.addStyleTag({ content: 'body { font: 20px monospace; color: rgb(9, 8, 7) }' });
  const style = await page
    .getByRole('heading')
    .first()
    .evaluate((heading) => {
      const { fontFamily, fontSize, color } = getComputedStyle(heading);
      return { fontFamily, fontSize, color };
    });
  expect(style).toEqual({ fontFamily: 'monospace', fontSize: '32.5px', color: 'rgb(9, 8, 7)' });
});

it.each(['light', 'dark'] as const)(
  'Buttons keep their outlines in forced colors: %s',
  async (colorScheme) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await hold(page, demo, 'unsure');
    for (const button of await page.getByRole('button').all()) {
      const { border, ground } = await button.evaluate((element) => {
        const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element);
        return { border: borderTopStyle === 'solid' && borderTopColor, ground: backgroundColor };
      });
      expect(border).toBeTruthy();
      expect(border).not.toBe(ground);
    }
    await page.emulateMedia({ forcedColors: 'none', colorScheme: null });
  },
);
