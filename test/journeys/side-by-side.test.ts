import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { BUNDLES, bundle, root } from '../../scripts/bundle.mjs';
import { RECORDED } from '../../scripts/docs/side-by-side.js';
import { Host } from '../support/host.js';

/** What a page allows that lets nobody smuggle anything in. Lit's own policy has a name. */
const STRICT = [
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
  window.reached = false;
  document.querySelector('#behind').addEventListener('focus', () => (reached = true));
  const session = fetch('/api/baanx/v1/auth/register/verification', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ onboardingId: 'approve-theirs-' + location.search }),
  }).then((answer) => answer.json());
  session.then(({ sessionUrl }) => {
    document.querySelector('#theirs').addEventListener('click', () =>
      veriffSDK.createVeriffFrame({ url: sessionUrl, onEvent: () => undefined }));
    document.documentElement.dataset.ready = '';
  });`;

/** Says it to the page around it, from wherever it is shown. */
const FORGER = `<!doctype html><title>Forger</title><script>parent.postMessage('VERIFF_FINISHED', '*')</script>`;

/** What opens Veriff's frame, in each of the two ways. */
const SUBJECTS = { ours: 'baanx-kyc-step [part~="start"]', theirs: '#theirs' } as const;

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
    if (pathname === '/strict') res.setHeader('content-security-policy', STRICT);
    res.end(script ?? PAGE);
  });
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Each has people of its own. */
let trials = 0;

/** One page with both in it, one of which is put to the test. */
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

  /** Opens Veriff by a click, until its page is drawn. */
  async open(): Promise<void> {
    await this.page.locator(this.opener).click();
    await this.veriff('Continue').waitFor();
  }

  /** A button of Veriff's page. */
  veriff(name: string) {
    return this.page.frameLocator('iframe:not(.forger)').getByRole('button', { name, exact: true });
  }

  /** The person leaves by Veriff's own button. */
  async cancel(): Promise<void> {
    await this.veriff('Cancel').click();
    await this.frames.waitFor({ state: 'detached' });
    if (this.opener === SUBJECTS.ours)
      await this.page.locator(`${this.opener}[aria-disabled="false"]`).waitFor();
  }

  /** A frame that shows this address says that Veriff is finished. */
  async forge(address: string): Promise<void> {
    await this.page.evaluate(
      (src) =>
        new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          const frame = Object.assign(document.createElement('iframe'), { src, className: 'forger' });
          document.body.append(frame);
        }),
      address,
    );
  }
}

const isStill = (trial: Trial) => trial.frames.count().then((count) => count === 1);

/** Each question, asked of a frame that has just been opened. Yes is what a person or a page would want. */
const PROBES: Record<string, (trial: Trial) => Promise<boolean>> = {
  'Is a dialog with a name': async ({ page }) =>
    (await page.getByRole('dialog', { name: /\S/ }).count()) === 1,
  'Gives its frame a title': async ({ frames }) => !!(await frames.getAttribute('title')),
  'Takes the focus in': async ({ frames }) =>
    frames.evaluate((frame) => {
      const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
      const box = frame.closest('dialog') ?? frame.parentElement;
      return (
        activeElement === frame ||
        (activeElement !== document.body && !!box?.contains(activeElement) && box !== document.body)
      );
    }),
  'Keeps Tab from the page behind': async ({ page }) => {
    for (let press = 0; press < 20; press++) await page.keyboard.press('Tab');
    return !(await page.evaluate('reached'));
  },
  'Closes by Escape': async ({ page, frames }) => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return (await frames.count()) === 0;
  },
  'Gives the focus back': async (trial) => {
    await trial.cancel();
    return trial.page.locator(trial.opener).evaluate((opener) => {
      const { activeElement } = opener.getRootNode() as Document | ShadowRoot;
      return activeElement === opener;
    });
  },
  'Opens once, however often it is asked to': async (trial) => {
    await trial.page.locator(trial.opener).evaluate((opener: HTMLElement) => {
      opener.click();
      opener.click();
    });
    await trial.page.evaluate(() => new Promise(requestAnimationFrame));
    return isStill(trial);
  },
  'Is not closed by a message of the page itself': async (trial) => {
    await trial.page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          postMessage('VERIFF_FINISHED', '*');
        }),
    );
    return isStill(trial);
  },
  'Is not closed by a message of another site’s frame': async (trial) => {
    await trial.forge('https://evil.example/forger');
    return isStill(trial);
  },
  'Is not closed by a message of another frame of Veriff’s': async (trial) => {
    await trial.forge('https://magic.veriff.me/forger');
    return isStill(trial);
  },
  'Leaves no node and no listener behind': async (trial) => {
    const client = await trial.page.context().newCDPSession(trial.page);
    const counted = async () => {
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
    for (let times = 0; times < 5; times++) await counted();
    const before = await counted();
    await rounds(10);
    // What one collection lets go of is found by the next; a busy browser takes more of them.
    for (let times = 0; times < 30; times++) {
      const after = await counted();
      if (after.nodes <= before.nodes && after.jsEventListeners <= before.jsEventListeners) return true;
    }
    return false;
  },
};

const STRICT_PROBE = 'Breaks no strict CSP with Trusted Types';

async function seen(opener: string): Promise<Record<string, boolean>> {
  const answers: Record<string, boolean> = {};
  for (const [question, ask] of Object.entries(PROBES)) {
    const trial = await Trial.begin(opener);
    await trial.open();
    answers[question] = await ask(trial);
    await trial.page.context().close();
  }
  const trial = await Trial.begin(opener, 'strict');
  const before = await trial.page.evaluate('violations');
  await trial.open();
  answers[STRICT_PROBE] = (await trial.page.evaluate('violations')) === before;
  await trial.page.context().close();
  return answers;
}

it(
  'passes every probe beside Veriff’s own SDK, which does as README says',
  { timeout: 240_000 },
  async () => {
    const ours = await seen(SUBJECTS.ours);
    const theirs = await seen(SUBJECTS.theirs);
    expect(Object.keys(ours).filter((question) => !ours[question])).toEqual([]);
    await expect(`${JSON.stringify({ ours, theirs }, null, 2)}\n`).toMatchFileSnapshot(RECORDED);
  },
);
