/** Serves pages for the benches, and opens them in the Chromium of this machine. */
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/browsers/chromium.mjs';

/**
 * Serves these bodies by path. The pages are cross-origin isolated, which gives them precise clocks.
 * @param {Record<string, string>} files
 */
export async function serve(files) {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const body = files[path];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** @param {string[]} [more] */
export async function launch(more = []) {
  const { executablePath, args } = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: [...args, ...more] });
  return { browser, name: `Chromium ${browser.version()}` };
}

/**
 * Slows down the page's CPU and, optionally, its connection to that of a bad mobile network (400 ms latency, 400 kbit/s).
 * @param {import('playwright-core').Page} page
 * @param {{ cpu?: number, slowConnection?: boolean }} conditions
 */
export async function slowDown(page, { cpu = 1, slowConnection = false }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (!slowConnection) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
}
