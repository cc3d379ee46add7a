/**
 * `npm run screenshot` takes README's picture of the step anew, out of the playground, into `docs/step.png`. Beside it
 * it writes what the picture is of: the words to be read in it. With `--check` it only says whether that is still so:
 * every machine draws letters in its own way, so pixels would not tell, and looks are the gallery's to check.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { ensureChromium } from './browser.mjs';
import { root } from './bundle.mjs';

const server = await createServer({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(await ensureChromium());

/** @type {string[]} */
const shown = [];

/**
 * The step on a phone, as a PNG in base64.
 * @param {string} id
 * @param {'light' | 'dark'} colorScheme
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} until
 */
async function shot(id, colorScheme, until) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${url}sign-up.html?poll-interval=400&onboarding-id=${id}`);
  await page.locator('baanx-kyc-step').getByRole('heading').first().waitFor();
  await until(page);
  for (const frame of page.frames()) {
    const words = await frame.evaluate(() => {
      const step = document.querySelector('baanx-kyc-step');
      return [document.body, ...(step?.shadowRoot?.children ?? [])].map(
        (one) => /** @type {HTMLElement} */ (one).innerText,
      );
    });
    shown.push(words.join('\n').replace(/\n\s*/g, '\n').trim());
  }
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return picture.toString('base64');
}

const pictures = [
  await shot('approve-picture', 'light', (page) =>
    page.getByRole('button', { name: 'Start verification' }).waitFor(),
  ),
  await shot('approve-picture-2', 'light', async (page) => {
    await page.getByRole('button', { name: 'Start verification' }).click();
    await page.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
  }),
  await shot('undecided-picture', 'dark', async (page) => {
    await page.getByRole('button', { name: 'Start verification' }).click();
    const veriff = page.frameLocator('baanx-kyc-step iframe');
    for (const name of ['Continue', 'Passport', /photo/, 'Submit', 'Finish'])
      await veriff.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { name: 'under review' }).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  }),
];
const list = join(root, 'docs/step.txt');
const text = `${shown.join('\n\n')}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(list, 'utf8') !== text) {
    console.log('README’s picture is of another step. Run `npm run screenshot`, look at it and commit it.');
    process.exitCode = 1;
  }
} else {
  const page = await browser.newPage({ viewport: { width: 1260, height: 880 } });
  await page.setContent(`<style>
  body { margin: 0; padding: 18px; display: flex; gap: 27px; background: #e8ebf2 }
  img { border-radius: 28px; box-shadow: 0 8px 24px #0003 }
</style>${pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('')}`);
  await page.screenshot({ path: join(root, 'docs/step.png') });
  writeFileSync(list, text);
}
await browser.close();
await server.close();
process.exit();
