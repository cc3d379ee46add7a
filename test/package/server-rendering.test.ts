import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import { Visit } from '../support/demo.js';
import { Host, serveFiles } from '../support/host.js';

/** The element's HTML, rendered in Node without any browser API, as on a server. */
const render = (attributes = ''): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { render } from '@lit-labs/ssr';
     import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
     import { html } from 'lit';
     import 'baanx-kyc-step';
     const step = html\`<baanx-kyc-step onboarding-id="approve-server" ${attributes}></baanx-kyc-step>\`;
     process.stdout.write(await collectResult(render(step)));`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
const rendered = render();

const page = (script: string) => `<!doctype html>
<html lang="en"><head><title>Step 3 of 6</title><link rel="icon" href="data:,"></head>
<body>${rendered}<p id="below">Below</p>${script}</body></html>`;

/** Registers a language in the page before the element is loaded. */
const REGISTER = `globalThis[Symbol.for('baanx-kyc-step')] = {
  locales: new Map([['de', { lang: 'de', dir: 'rtl', title: 'Identität bestätigen' }]]),
  elements: new Set(),
};`;

let site: string;
let browser: Browser;
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));
  writeFileSync(
    join(site, 'entry.js'),
    "import '@lit-labs/ssr-client/lit-element-hydrate-support.js';\nimport 'baanx-kyc-step';\n",
  );
  await build({
    configFile: false,
    root: site,
    logLevel: 'warn',
    // In the test runner's mode Vite would add Lit's development build, which does not work with the production build.
    mode: 'production',
    resolve: {
      conditions: ['browser', 'production'],
      alias: {
        'baanx-kyc-step': join(root, 'dist/index.js'),
        '@lit-labs/ssr-client': join(root, 'node_modules/@lit-labs/ssr-client'),
      },
    },
    build: { lib: { entry: 'entry.js', formats: ['es'], fileName: () => 'hydrating.js' }, outDir: 'built' },
  });
  writeFileSync(join(site, 'still.html'), page(''));
  writeFileSync(join(site, 'hydrating.html'), page('<script type="module" src="hydrating.js"></script>'));
  const hydratingIn = (lang: string, script: string) =>
    page(`<script>document.documentElement.lang = '${lang}'; ${script}</script>
      <script type="module" src="hydrating.js"></script>`);
  writeFileSync(join(site, 'hydrating-locale.html'), hydratingIn('de', REGISTER));
  writeFileSync(
    join(site, 'hydrating-messages.html'),
    hydratingIn('en', "document.querySelector('baanx-kyc-step').messages = { title: 'Who are you?' };"),
  );
  writeFileSync(
    join(site, 'replacing.html'),
    page('<script type="module" src="baanx-kyc-step.js"></script>'),
  );
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
});
afterAll(async () => {
  await browser.close();
  await Promise.all(hosts.map((host) => host.close()));
});

const hosts: Host[] = [];

/** What the page has shown since its first paint. */
interface Observed {
  shift: number;
  /** Position, size, font and text of the heading, without duplicates. */
  readonly headings: Set<string>;
}

/** Opens the page on an origin of its own, so that nothing is stored from another test. */
const open = async (name: string, javaScriptEnabled = true) => {
  const host = await Host.open(serveFiles([site, join(site, 'built'), join(root, 'dist')]));
  hosts.push(host);
  const context = await browser.newContext({ javaScriptEnabled });
  await host.serveVeriff(context);
  const newPage = await context.newPage();
  // From the first paint on, records layout shifts and, in each frame, how the heading looks.
  await newPage.addInitScript(() => {
    const observed: Observed = { shift: 0, headings: new Set() };
    Object.assign(window, { observed });
    const observeHeading = () => {
      requestAnimationFrame(observeHeading);
      if (!document.querySelector('#below')) return;
      const heading = document.querySelector('baanx-kyc-step')?.shadowRoot?.querySelector('[part~=heading]');
      const { top, width } = heading?.getBoundingClientRect() ?? {};
      observed.headings.add(
        `${top} ${width} ${heading && getComputedStyle(heading).font} ${heading?.textContent?.trim()}`,
      );
    };
    requestAnimationFrame(observeHeading);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        observed.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Delays the script until the server's HTML is painted.
  await newPage.route('**/*.js', async (route) => {
    await newPage.waitForFunction(
      () => (window as unknown as { observed: Observed }).observed.headings.size > 0,
    );
    await route.continue();
  });
  return Visit.begin(newPage, `${host.url}${name}.html`, {});
};

it('A server does not know the device, and offers no other one', () => {
  expect(render('handoff-url="https://app.example/continue"')).not.toContain('part="handoff"');
});

describe('The server-rendered element', () => {
  it('has a declarative shadow root and no script', () => {
    expect(rendered).toContain('<template shadowroot="open" shadowrootmode="open">');
    expect(rendered).not.toContain('<script');
  });

  it('shows the whole explainer without JavaScript', async () => {
    const { page } = await open('still', false);
    expect(await page.getByRole('heading', { name: 'Verify your identity' }).isVisible()).toBe(true);
    for (const document of ['Passport', 'Driving licence', 'National ID card', 'Residence permit'])
      expect(await page.getByText(document, { exact: true }).isVisible(), document).toBe(true);
    await page.context().close();
  });

  it.each(['hydrating', 'replacing'])('is upgraded without a flash or a layout shift: %s', async (name) => {
    const visit = await open(name);
    await visit.waitForState('ready');
    const { page } = visit;
    expect(visit.console).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Verify your identity' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Start verification' }).count()).toBe(1);
    const observed = await page.evaluate(() => {
      const { observed } = window as unknown as { observed: Observed };
      return { ...observed, headings: [...observed.headings] };
    });
    expect(observed).toEqual({ shift: 0, headings: [expect.stringContaining('Verify your identity')] });
    await visit.press('Start verification');
    await visit.veriff.getByRole('button', { name: 'Continue' }).waitFor();
    expect(visit.console).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['another locale', 'hydrating-locale', { title: 'Identität bestätigen', lang: 'de', dir: 'rtl' }],
    ['messages', 'hydrating-messages', { title: 'Who are you?', lang: 'en', dir: 'ltr' }],
  ])('shows the page’s own text after hydration: %s', async (_what, name, expected) => {
    const visit = await open(name);
    await visit.waitForState('ready');
    const shown = await visit.page.evaluate(() => {
      const root = document.querySelector('baanx-kyc-step')?.shadowRoot;
      const content = root?.querySelector<HTMLElement>('[lang]');
      return {
        title: root?.querySelector('[part~=heading]')?.textContent?.trim(),
        lang: content?.lang,
        dir: content?.dir,
      };
    });
    expect(shown).toEqual(expected);
    expect(visit.console).toEqual([]);
    await visit.page.context().close();
  });

  it('says in the live region that it is ready after hydration', async () => {
    const visit = await open('hydrating');
    await visit.waitForState('ready');
    expect(await visit.page.getByRole('status').textContent()).toBe('Verify your identity');
    await visit.page.context().close();
  });
});
