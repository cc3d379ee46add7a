import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open();
  page = await demo.blank();
  await hold(page, demo, 'ready');
});
afterAll(() => demo.close());

/** The contrast of Start's label on its ground, as painted. */
const contrast = (accents: readonly string[]) =>
  page.evaluate((colours) => {
    const step = document.querySelector('baanx-kyc-step');
    const start = step?.shadowRoot?.querySelector('[part~=start]');
    const label = start?.querySelector('span');
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!step || !start || !label || !context) throw new Error('No Start');
    const luminance = (colour: string) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
        channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return colours.map((colour) => {
      step.style.setProperty('--baanx-kyc-accent', colour);
      const [dark = 0, light = 0] = [
        luminance(getComputedStyle(label).color),
        luminance(getComputedStyle(start).backgroundColor),
      ].sort((one, other) => one - other);
      return [colour, (light + 0.05) / (dark + 0.05)] as const;
    });
  }, accents);

describe('the text on the accent has the contrast of WCAG 1.4.3', () => {
  it('for a pale, a neon and a middling accent, in any notation', async () => {
    const accents = [
      '#2f5bea',
      '#fff',
      '#000',
      '#ffe4b5',
      '#39ff14',
      '#777',
      '#757575',
      'hotpink',
      'hsl(24 95% 50%)',
    ];
    for (const [colour, ratio] of await contrast([
      ...accents,
      'oklch(0.62 0.2 29)',
      'color(display-p3 0 1 0)',
    ]))
      expect(ratio, colour).toBeGreaterThanOrEqual(4.5);
  });

  it('for every accent', async () => {
    const steps = ['00', '1f', '3f', '5f', '7f', '9f', 'bf', 'df', 'ff'];
    const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    const [worst] = [...(await contrast(all))].sort(([, one], [, other]) => one - other);
    expect(worst?.[1], worst?.[0]).toBeGreaterThanOrEqual(4.5);
  });

  it('unless the page says which it wants', async () => {
    await page.addStyleTag({ content: 'baanx-kyc-step { --baanx-kyc-on-accent: rgb(1, 2, 3) }' });
    const label = page.getByRole('button').locator('span');
    expect(await label.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
  });
});

/** The contrast of colours as painted: of a selector's property against the ground of the page. */
const against = (ground: string, text: string, tokens: string, selector: string, property: string) =>
  page.evaluate(
    ({ ground, text, tokens, selector, property }) => {
      const step = document.querySelector('baanx-kyc-step');
      const found = step?.shadowRoot?.querySelector(selector);
      const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!step || !found || !context) throw new Error(`No ${selector}`);
      document.body.style.cssText = `background: ${ground}; color: ${text}`;
      step.style.cssText = tokens;
      const luminance = (colour: string) => {
        context.fillStyle = ground;
        context.fillRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
          channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 255 / 12.92,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [dark = 0, light = 0] = [
        luminance(getComputedStyle(found).getPropertyValue(property)),
        luminance(ground),
      ].sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    },
    { ground, text, tokens, selector, property },
  );

describe('what is derived from the page’s text stays visible', () => {
  const pages = [
    ['#fff', '#000'],
    ['#f2f4f7', '#14213d'],
    ['#fff6e5', '#3b1d60'],
    ['#fff', '#595959'],
    ['#000', '#fff'],
    ['#121212', '#e6e9f2'],
    ['#1e2430', '#fff'],
    ['#0b3d2e', '#f5fff9'],
  ] as const;

  it.each(pages)('muted text on %s, where the text is %s', async (ground, text) => {
    await hold(page, demo, 'ready');
    expect(await against(ground, text, '', '.facts', 'color')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pages)('an accent like the page, on %s with %s', async (ground, text) => {
    await hold(page, demo, 'ready');
    const accent = `--baanx-kyc-accent: ${ground}`;
    expect(await against(ground, text, accent, '[part~=start]', 'border-top-color')).toBeGreaterThanOrEqual(
      3,
    );
    expect(await against(ground, text, accent, '[part=icon]', 'color')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pages)('icons in every accent, on %s with %s', async (ground, text) => {
    await hold(page, demo, 'ready');
    const steps = ['00', '80', 'ff'];
    const accents = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    for (const accent of accents) {
      const tokens = `--baanx-kyc-accent: ${accent}`;
      const contrast = await against(ground, text, tokens, '[part=icon]', 'color');
      expect(contrast, accent).toBeGreaterThanOrEqual(4.5);
    }
  });

  // On a dark green page a green badge is set off by its halo and its white check.
  it.each(pages.slice(0, -1))('the colours of the outcomes, on %s with %s', async (ground, text) => {
    for (const state of ['verified', 'rejected', 'failed'] as const) {
      await hold(page, demo, state);
      const contrast = await against(ground, text, '', '[part=icon]', 'background-color');
      expect(contrast, state).toBeGreaterThanOrEqual(3);
    }
  });
});

it('is drawn in the page’s font and colour', async () => {
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

it.each(['light', 'dark'] as const)('keeps its outlines under forced colours, %s', async (colorScheme) => {
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
});
