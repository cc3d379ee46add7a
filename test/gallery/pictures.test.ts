import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD, type Held, type HeldName } from '../../demo/gallery-states.js';
import { VARIANTS, type Variant, type VariantName } from '../../demo/gallery-variants.js';
import { fontStyle, SAME_DRAWING } from '../../scripts/pictures/font.mjs';
import { PICTURE_TOLERANCE, pictureDifference } from '../../scripts/pictures/difference.mjs';
import { Demo } from '../support/demo.js';
import { hold } from '../support/gallery.js';

/** `npm run gallery` draws the pictures; a test run compares them. */
const isDrawing = process.env['DRAW_GALLERY'] !== undefined;

/**
 * What is drawn of each variant. A repository should not fill with pictures: the other states are covered by the
 * assertions of test/accessibility, and by a look at gallery.html.
 */
const DRAWN: Readonly<Record<VariantName, readonly HeldName[]>> = {
  light: [
    'ready',
    'ready-all',
    'ready-no-camera',
    'handoff-phone',
    'starting',
    'leave',
    'silent',
    'elsewhere',
    'deciding',
    'pending',
    'unsure',
    'verified',
    'rejected',
    'failed-passing',
    'failed',
  ],
  dark: ['ready', 'handoff-phone', 'leave', 'pending', 'verified', 'rejected', 'failed'],
  rtl: ['ready', 'pending', 'rejected'],
  narrow: ['ready', 'verified', 'rejected'],
  wide: ['ready', 'pending', 'verified'],
  contrast: ['ready', 'leave', 'pending', 'verified', 'rejected', 'failed'],
  long: ['ready'],
};
const PICTURES = (Object.keys(DRAWN) as VariantName[]).flatMap((variant) =>
  DRAWN[variant].map((state) => ({ state, variant })),
);

const font = `${fontStyle()} iframe { visibility: hidden }`;

let demo: Demo;
let page: Page;
beforeAll(async () => {
  demo = await Demo.open({ added: SAME_DRAWING });
  page = await openPage(demo);
});
afterAll(() => demo.close());

/** A page that has the project's own font. */
async function openPage(demo: Demo): Promise<Page> {
  const page = await demo.blank();
  await page.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, font);
  return page;
}

async function shoot(state: HeldName, variant: VariantName, on = { page, demo }): Promise<Buffer> {
  const { forcedColors, query, width }: Variant = VARIANTS[variant];
  const { confirmation, state: finalState }: Held = HELD[state];
  await on.page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
  await on.page.setViewportSize({ width, height: 664 });
  await hold(on.page, on.demo, state, query);
  return picture(on.page, confirmation !== undefined || finalState === 'starting');
}

async function picture(page: Page, isDialog = false): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot({ animations: 'disabled', fullPage: !isDialog });
}

const fileOf = (state: HeldName, variant: VariantName) =>
  fileURLToPath(new URL(`${state}-${variant}.png`, import.meta.url));

describe('the step looks as it was approved', () => {
  it.for(PICTURES)('$state, $variant', async ({ state, variant }) => {
    const file = fileOf(state, variant);
    const drawn = await shoot(state, variant);
    if (isDrawing) return writeFileSync(file, drawn);
    expect(existsSync(file), 'There is no picture yet: npm run gallery').toBe(true);
    expect(pictureDifference(drawn, readFileSync(file))).toBeLessThanOrEqual(PICTURE_TOLERANCE);
  });
});

describe('the comparison', () => {
  it.for([
    { what: 'a block that is moved by two pixels', css: '.box { translate: 2px 0 }' },
    { what: 'a clipped button', css: '[part~=start] { clip-path: inset(0 6px 6px 0) }' },
    { what: 'another accent', css: ':host { --accent: #2f78ea }' },
    { what: 'another radius of the buttons', css: 'button { border-radius: 24px }' },
    { what: 'a missing icon', css: '.facts svg { visibility: hidden }' },
  ])('notices $what', async ({ css }) => {
    const before = await shoot('ready', 'light');
    await page.locator('baanx-kyc-step').evaluate((step, css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      step.shadowRoot?.adoptedStyleSheets.push(sheet);
    }, css);
    expect(pictureDifference(await picture(page), before)).toBeGreaterThan(PICTURE_TOLERANCE);
  });

  it('tolerates a browser that draws letters differently', async () => {
    const other = await Demo.open({ added: ['--font-render-hinting=full', '--force-color-profile=srgb'] });
    try {
      const drawn = await shoot('ready', 'light', { page: await openPage(other), demo: other });
      expect(pictureDifference(drawn, await shoot('ready', 'light'))).toBeLessThanOrEqual(PICTURE_TOLERANCE);
    } finally {
      await other.close();
    }
  });
});
