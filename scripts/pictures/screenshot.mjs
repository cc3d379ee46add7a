/**
 * `npm run screenshot`: takes README's screenshot of the step in the demo, and writes it to `docs/step.png` and its text to
 * `docs/step.txt`. With `--check` it writes nothing and fails if either is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { ensureChromium } from '../browsers/chromium.mjs';
import { root } from '../root.mjs';
import { fontStyle, SAME_DRAWING } from './font.mjs';
import { PICTURE_TOLERANCE, pictureDifference } from './difference.mjs';

const server = await createServer({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
const { executablePath, args } = await ensureChromium();
const browser = await chromium.launch({ executablePath, args: [...args, ...SAME_DRAWING] });

/** The text of every page and frame in the screenshot. @type {string[]} */
const texts = [];

/**
 * Opens the step as on a phone, brings it into a state and takes a screenshot.
 * @param {string} onboardingId
 * @param {'light' | 'dark'} colorScheme
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} prepare brings the step into the state
 * @returns a PNG in base64
 */
async function takeScreenshot(onboardingId, colorScheme, prepare) {
  const viewport = { width: 430, height: 932 };
  // The Content Security Policy of Veriff's page would block the font.
  const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
  await context.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, `${fontStyle()} :root { text-rendering: geometricPrecision }`);
  const page = await context.newPage();
  await page.goto(`${url}sign-up.html?poll-interval=400&onboarding-id=${onboardingId}`);
  await page.locator('baanx-kyc-step').getByRole('heading').first().waitFor();
  await prepare(page);
  for (const frame of page.frames()) {
    const lines = await frame.evaluate(() => {
      const step = document.querySelector('baanx-kyc-step');
      return [document.body, ...(step?.shadowRoot?.children ?? [])].map(
        (element) => /** @type {HTMLElement} */ (element).innerText,
      );
    });
    texts.push(lines.join('\n').replace(/\n\s*/g, '\n').trim());
  }
  for (const frame of page.frames()) await frame.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return picture.toString('base64');
}

const pictures = [
  await takeScreenshot('approve-picture', 'light', (page) =>
    page.getByRole('button', { name: 'Start verification' }).waitFor(),
  ),
  await takeScreenshot('approve-picture-2', 'light', async (page) => {
    await page.getByRole('button', { name: 'Start verification' }).click();
    await page.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
  }),
  await takeScreenshot('undecided-picture', 'dark', async (page) => {
    await page.getByRole('button', { name: 'Start verification' }).click();
    const veriff = page.frameLocator('baanx-kyc-step iframe');
    for (const name of ['Continue', 'Passport', /photo/, 'Submit', 'Finish'])
      await veriff.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { name: 'under review' }).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  }),
];

const page = await browser.newPage({ viewport: { width: 1380, height: 968 } });
await page.setContent(`<style>
  body { margin: 0; padding: 18px; display: flex; gap: 27px; background: #e8ebf2 }
  img { border-radius: 28px; box-shadow: 0 8px 24px #0003 }
</style>${pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('')}`);
const picture = await page.screenshot();
const text = `${texts.join('\n\n')}\n`;

const [list, file] = [join(root, 'docs/step.txt'), join(root, 'docs/step.png')];
if (process.argv.includes('--check')) {
  const isOther = pictureDifference(picture, readFileSync(file)) > PICTURE_TOLERANCE;
  if (isOther || readFileSync(list, 'utf8') !== text) {
    console.log('README’s picture is of another step. Run `npm run screenshot`, look at it and commit it.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, picture);
  writeFileSync(list, text);
}
await browser.close();
await server.close();
process.exit();
