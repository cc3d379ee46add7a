import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { BUNDLES, bundle } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';
import { RECORDED } from '../../scripts/docs/side-by-side.js';
import { Host } from '../support/host.js';

/** A strict Content Security Policy. `lit-html` is Lit's Trusted Types policy. */
const STRICT_CSP = [
  "default-src 'self'",
  "style-src 'self'",
  'frame-src https://magic.veriff.me',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const PAGE = `<!doctype html><html lang="en"><title>Both</title><body>
  <button id="theirs">Their Start</button>
  <baanx-kyc-step proxy-url="/api/baanx"></baanx-kyc-step>
  <button id="behind">Behind</button>
  <script src="/sdk.js"></script><script type="module" src="/ours.js"></script><script src="/page.js"></script>
</body></html>`;

const SCRIPT = `
  document.querySelector('baanx-kyc-step').setAttribute('onboarding-id', 'approve-ours-' + location.search);
  window.violations = 0;
  document.addEventListener('securitypolicyviolation', () => violations++);
  window.isPageFocused = false;
  document.querySelector('#behind').addEventListener('focus', () => (isPageFocused = true));
  const session = fetch('/api/baanx/v1/auth/register/verification', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ onboardingId: 'approve-theirs-' + location.search }),
  }).then((response) => response.json());
  session.then(({ sessionUrl }) => {
    document.querySelector('#theirs').addEventListener('click', () =>
      veriffSDK.createVeriffFrame({ url: sessionUrl, onEvent: () => undefined }));
    document.documentElement.dataset.ready = '';
  });`;

/** A page that pretends to be Veriff: it sends the host page Veriff's message. */
const FORGER = `<!doctype html><title>Forger</title><script>parent.postMessage('VERIFF_FINISHED', '*')</script>`;

/** The buttons that open Veriff: with our element, and with Veriff's own SDK. */
const OPENERS = { ours: 'baanx-kyc-step [part~="start"]', theirs: '#theirs' } as const;

let browser: Browser;
let host: Host;
beforeAll(async () => {
  const folder = join(root, 'node_modules/.cache/side-by-side');
  await bundle('es', folder);
  const sdk = createRequire(import.meta.url).resolve('@veriff/incontext-sdk/dist/index.umd.js');
  const scripts: Record<string, string> = {
    '/ours.js': await readFile(join(folder, BUNDLES.es), 'utf8'),
    '/sdk.js': await readFile(sdk, 'utf8'),
    '/page.js': SCRIPT,
  };
  host = await Host.open((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://host');
    const script = scripts[pathname];
    res.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    if (pathname === '/strict') res.setHeader('content-security-policy', STRICT_CSP);
    res.end(script ?? PAGE);
  });
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Part of the onboarding IDs, so that each trial has its own. */
let trials = 0;

/** One page with the element and the SDK, of which one is tested. */
class Trial {
  private constructor(
    readonly page: Page,
    readonly opener: string,
  ) {}

  static async begin(opener: string, path = ''): Promise<Trial> {
    const context = await browser.newContext();
    await host.serveVeriff(context);
    await context.route(/forger/, (route) => route.fulfill({ contentType: 'text/html', body: FORGER }));
    const page = await context.newPage();
    await page.goto(`${host.url}${path}?${++trials}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.locator('baanx-kyc-step [part~="start"][aria-disabled="false"]').waitFor();
    return new Trial(page, opener);
  }

  get frames() {
    return this.page.locator('iframe:not(.forger)');
  }

  /** Opens Veriff with a click and waits for its page. */
  async open(): Promise<void> {
    await this.page.locator(this.opener).click();
    await this.veriffButton('Continue').waitFor();
  }

  /** A button in Veriff's page. */
  veriffButton(name: string) {
    return this.page.frameLocator('iframe:not(.forger)').getByRole('button', { name, exact: true });
  }

  /** Cancels in Veriff's page, and waits until its frame is closed. */
  async cancel(): Promise<void> {
    await this.veriffButton('Cancel').click();
    await this.frames.waitFor({ state: 'detached' });
    if (this.opener === OPENERS.ours)
      await this.page.locator(`${this.opener}[aria-disabled="false"]`).waitFor();
  }

  /** Sends Veriff's final message from another frame, which loads this URL. */
  async forgeMessage(url: string): Promise<void> {
    await this.page.evaluate(
      (src) =>
        new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          const frame = Object.assign(document.createElement('iframe'), { src, className: 'forger' });
          document.body.append(frame);
        }),
      url,
    );
  }
}

const isStillOpen = (trial: Trial) => trial.frames.count().then((count) => count === 1);

/** One check for each row of the table, of a frame that was just opened. `true` is good for the person and the host. */
const PROBES: Record<string, (trial: Trial) => Promise<boolean>> = {
  'Is a dialog with an accessible name': async ({ page }) =>
    (await page.getByRole('dialog', { name: /\S/ }).count()) === 1,
  'Gives its frame a title': async ({ frames }) => !!(await frames.getAttribute('title')),
  'Moves focus into the window': async ({ frames }) =>
    frames.evaluate((frame) => {
      const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
      const box = frame.closest('dialog') ?? frame.parentElement;
      return (
        activeElement === frame ||
        (activeElement !== document.body && !!box?.contains(activeElement) && box !== document.body)
      );
    }),
  'Keeps Tab out of the page behind it': async ({ page }) => {
    for (let press = 0; press < 20; press++) await page.keyboard.press('Tab');
    return !(await page.evaluate('isPageFocused'));
  },
  'Closes on Escape': async ({ page, frames }) => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return (await frames.count()) === 0;
  },
  'Returns focus to the opener': async (trial) => {
    await trial.cancel();
    return trial.page.locator(trial.opener).evaluate((opener) => {
      const { activeElement } = opener.getRootNode() as Document | ShadowRoot;
      return activeElement === opener;
    });
  },
  'Opens one window, however often Start is clicked': async (trial) => {
    await trial.page.locator(trial.opener).evaluate((opener: HTMLElement) => {
      opener.click();
      opener.click();
    });
    await trial.page.evaluate(() => new Promise(requestAnimationFrame));
    return isStillOpen(trial);
  },
  'Is not closed by a message from the page itself': async (trial) => {
    await trial.page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          postMessage('VERIFF_FINISHED', '*');
        }),
    );
    return isStillOpen(trial);
  },
  'Is not closed by a message from another site’s frame': async (trial) => {
    await trial.forgeMessage('https://evil.example/forger');
    return isStillOpen(trial);
  },
  'Is not closed by a message from another frame on Veriff’s origin': async (trial) => {
    await trial.forgeMessage('https://magic.veriff.me/forger');
    return isStillOpen(trial);
  },
  'Leaves no node and no listener behind': async (trial) => {
    const client = await trial.page.context().newCDPSession(trial.page);
    const countObjects = async () => {
      await client.send('HeapProfiler.collectGarbage');
      return client.send('Memory.getDOMCounters');
    };
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round++) {
        await trial.open();
        await trial.cancel();
      }
    };
    await trial.cancel();
    await rounds(3);
    for (let collection = 0; collection < 5; collection++) await countObjects();
    const before = await countObjects();
    await rounds(10);
    // What the last window held may stay until the next one opens. What each window leaves behind never goes again.
    for (let more = 0; more < 10; more++) {
      // Objects that one collection releases are freed by the next one. A busy browser needs more of them.
      for (let collection = 0; collection < 5; collection++) {
        const after = await countObjects();
        if (after.nodes <= before.nodes && after.jsEventListeners <= before.jsEventListeners) return true;
      }
      await rounds(1);
    }
    return false;
  },
};

const STRICT_PROBE = 'Works under a strict CSP with Trusted Types';

async function runProbes(opener: string): Promise<Record<string, boolean>> {
  const results: Record<string, boolean> = {};
  for (const [name, probe] of Object.entries(PROBES)) {
    const trial = await Trial.begin(opener);
    await trial.open();
    results[name] = await probe(trial);
    await trial.page.context().close();
  }
  const trial = await Trial.begin(opener, 'strict');
  const before = await trial.page.evaluate('violations');
  await trial.open();
  results[STRICT_PROBE] = (await trial.page.evaluate('violations')) === before;
  await trial.page.context().close();
  return results;
}

it(
  'The element passes every probe, and Veriff’s own SDK has the results that README shows',
  { timeout: 240_000 },
  async () => {
    const ours = await runProbes(OPENERS.ours);
    const theirs = await runProbes(OPENERS.theirs);
    expect(Object.keys(ours).filter((name) => !ours[name])).toEqual([]);
    await expect(`${JSON.stringify({ ours, theirs }, null, 2)}\n`).toMatchFileSnapshot(RECORDED);
  },
);
