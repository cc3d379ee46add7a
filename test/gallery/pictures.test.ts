import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontStyle, SAME_DRAWING } from '../../scripts/font.mjs';
import { HELD, type Held, type HeldName } from '../../demo/gallery-states.js';
import { VARIANTS, type Variant, type VariantName } from '../../demo/gallery-variants.js';
import { Demo } from '../support/demo.js';
import { hold, HELD_NAMES } from '../support/gallery.js';

/** `npm run gallery` draws; a test run compares. */
const draws = process.env['DRAW_GALLERY'] !== undefined;
/** Share of the pixels that may differ. The smallest icon is more than that. */
const TOLERANCE = 0.0002;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const drawnBy = here('chromium.txt');

/** Every state that shows something, in every way to look. */
const PICTURES = (Object.keys(VARIANTS) as VariantName[]).flatMap((variant) =>
  HELD_NAMES.filter((state) => state !== 'idle').map((state) => ({ state, variant })),
);

let demo: Demo;
let page: Page;
beforeAll(async () => {
  // What differs from one machine to the next is how letters are drawn: not here.
  demo = await Demo.open([], SAME_DRAWING);
  page = await demo.blank();
  await page.addInitScript((css) => {
    const font = new CSSStyleSheet();
    font.replaceSync(css);
    document.adoptedStyleSheets.push(font);
  }, `${fontStyle()} iframe { visibility: hidden }`);
  if (draws) writeFileSync(drawnBy, `${demo.version}\n`);
});
afterAll(() => demo.close());

async function shoot(
  state: HeldName,
  variant: VariantName,
  query: Record<string, string> = {},
): Promise<Buffer> {
  const look: Variant = VARIANTS[variant];
  const { confirmation, state: where }: Held = HELD[state];
  await page.emulateMedia({ forcedColors: look.forcedColors ? 'active' : 'none' });
  await page.setViewportSize({ width: look.width, height: 600 });
  await hold(page, demo, state, { ...look.query, ...query });
  await page.evaluate(() => document.fonts.ready);
  const inDialog = confirmation ?? (where === 'starting' || (where === 'verifying' && state !== 'elsewhere'));
  return page.screenshot({
    animations: 'disabled',
    ...(inDialog ? {} : { fullPage: true }),
  });
}

/** How many pixels differ, as a share of all; all where the sizes differ. */
function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.03 }) / (a.width * a.height);
}

/** The languages come in files of their own. */
const isHere = ({ query: { lang = 'en' } }: Variant): boolean =>
  existsSync(here(`../../src/i18n/locales/${lang}.ts`));

describe('the gallery looks as it was approved', () => {
  it.for(PICTURES)('$state, $variant', async ({ state, variant }, { skip }) => {
    skip(!isHere(VARIANTS[variant]), 'The language is not here');
    const file = here(`${state}-${variant}.png`);
    if (draws) return writeFileSync(file, await shoot(state, variant));
    const painter = readFileSync(drawnBy, 'utf8').trim();
    skip(
      painter !== demo.version,
      `Drawn by Chromium ${painter}, and here is ${demo.version}: npm run gallery`,
    );
    expect(existsSync(file), 'There is no picture yet: npm run gallery').toBe(true);
    expect(difference(await shoot(state, variant), readFileSync(file))).toBeLessThanOrEqual(TOLERANCE);
  });

  it.for([
    { what: 'another accent', style: '--baanx-kyc-accent: #2f6bea' },
    { what: 'a pixel more of text', style: 'font-size: 17px' },
    { what: 'another radius', style: '--baanx-kyc-radius: 1rem' },
    { what: 'text that is bolder', style: 'font-weight: 600' },
  ])('and would not with $what', async ({ style }, { skip }) => {
    skip(draws, 'Drawing');
    const before = await shoot('ready', 'light');
    await page.locator('baanx-kyc-step').evaluate((step, css) => step.setAttribute('style', css), style);
    expect(
      difference(await page.screenshot({ animations: 'disabled', fullPage: true }), before),
    ).toBeGreaterThan(TOLERANCE);
  });
});
