import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { serveSandboxVeriff } from '../../src/sandbox/node.js';

/** A browser with a fake camera. */
export async function launchBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error('No Chromium: set CHROME_PATH');
  return chromium.launch(found);
}

/** A sandbox that serves its Veriff page and decides at once. */
export async function startSandbox(options: Partial<SandboxOptions> = {}) {
  let origin = '';
  const sandbox = createSandbox({ veriffOrigin: () => origin, decideMs: 0, ...options });
  const server = await serveSandboxVeriff(sandbox);
  ({ origin } = server);
  return { ...sandbox, origin, close: () => server.close() };
}

/** Serves files by path, with their text and content type. */
export async function serveFiles(files: Readonly<Record<string, readonly [text: string, type: string]>>) {
  const server = createServer(({ url = '' }, res) => {
    const [text, type] = files[url] ?? ['', 'text/plain'];
    res.writeHead(files[url] ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
