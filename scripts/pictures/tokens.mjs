/** `npm run token-picture` draws `docs/tokens.png`: what each theme token changes, one picture a token. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { ensureChromium } from '../browsers/chromium.mjs';
import { root } from '../root.mjs';
import { fontStyle, SAME_DRAWING } from './font.mjs';

/** A value of each token, and the state that shows it best. */
const EXAMPLES = [
  ['accent', '#7a1fa2', 'ready'],
  ['on-accent', '#ffe8a3', 'ready'],
  ['text', '#7a2e0e', 'ready'],
  ['muted', '#0a7d6c', 'ready'],
  ['surface', '#fff3d6', 'ready'],
  ['border', '#e0479e', 'ready'],
  ['success', '#0e7490', 'verified'],
  ['warning', '#a16207', 'failed'],
  ['danger', '#9d174d', 'rejected'],
  ['radius', '0', 'ready'],
  ['font', 'monospace', 'ready'],
  ['heading-font', 'Georgia, serif', 'ready'],
  ['spacing', '1.5rem', 'ready'],
];

const server = await createServer({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
const { executablePath, args } = await ensureChromium();
const browser = await chromium.launch({ executablePath, args: [...args, ...SAME_DRAWING] });

/** @type {string[]} */
const figures = [];
for (const [token, value, state] of EXAMPLES) {
  const page = await browser.newPage({ viewport: { width: 390, height: 540 } });
  await page.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, fontStyle());
  const query = new URLSearchParams({ state: state ?? '', style: `--baanx-kyc-${token}: ${value}` });
  await page.goto(`${url}gallery-cell.html?${query.toString()}`);
  await page.locator('html[data-held]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  figures.push(
    `<figure><figcaption><b>--baanx-kyc-${token}</b><br>${value}</figcaption><img src="data:image/png;base64,${picture}"></figure>`,
  );
  await page.close();
}

const page = await browser.newPage({ viewport: { width: 1460, height: 800 } });
await page.setContent(`<style>
  ${fontStyle()}
  body { display: grid; grid-template-columns: repeat(5, 1fr); gap: 20px; margin: 0; padding: 20px; background: #e8ebf2 }
  figure { margin: 0 } figcaption { padding-block-end: 6px; font-size: 15px }
  img { display: block; inline-size: 100%; border-radius: 12px }
</style>${figures.join('')}`);
await page.evaluate(() => document.fonts.ready.then(() => undefined));
await page.screenshot({ path: join(root, 'docs/tokens.png'), fullPage: true });
await browser.close();
await server.close();
process.exit();
