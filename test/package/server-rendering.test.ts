import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/bundle.mjs';
import { Visit } from '../support/demo.js';
import { Host, serveFiles } from '../support/host.js';

/** In a Node without anything of a browser, as a server is. */
const rendered = execFileSync(
  process.execPath,
  [
    '--input-type=module',
    '--eval',
    `import { render } from '@lit-labs/ssr';
     import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
     import { html } from 'lit';
     import 'baanx-kyc-step';
     const step = html\`<baanx-kyc-step onboarding-id="approve-server"></baanx-kyc-step>\`;
     process.stdout.write(await collectResult(render(step)));`,
  ],
  { cwd: root, encoding: 'utf8' },
);

const page = (script: string) => `<!doctype html>
<html lang="en"><head><title>Step 3 of 6</title><link rel="icon" href="data:,"></head>
<body>${rendered}<p id="below">Below</p>${script}</body></html>`;

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
    // Not the test runner's mode: Lit's development build and its production build do not mix.
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

interface Seen {
  shift: number;
  readonly headings: Set<string>;
}

/** On a site of its own, to which the person is new. */
const visit = async (name: string, javaScriptEnabled = true) => {
  const host = await Host.open(serveFiles([site, join(site, 'built'), join(root, 'dist')]));
  hosts.push(host);
  const context = await browser.newContext({ javaScriptEnabled });
  await host.serveVeriff(context);
  const opened = await context.newPage();
  // Watches from the first paint on for anything that moves, and at each frame for how the heading is there.
  await opened.addInitScript(() => {
    const seen: Seen = { shift: 0, headings: new Set() };
    Object.assign(window, { seen });
    const look = () => {
      requestAnimationFrame(look);
      if (!document.querySelector('#below')) return;
      const heading = document.querySelector('baanx-kyc-step')?.shadowRoot?.querySelector('[part~=heading]');
      const { top, width } = heading?.getBoundingClientRect() ?? {};
      seen.headings.add(
        `${top} ${width} ${heading && getComputedStyle(heading).font} ${heading?.textContent}`,
      );
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // The script comes once what the server sent is painted.
  await opened.route('**/*.js', async (route) => {
    await opened.waitForFunction(() => (window as unknown as { seen: Seen }).seen.headings.size > 0);
    await route.continue();
  });
  return Visit.begin(opened, `${host.url}${name}.html`, {});
};

describe('rendered on a server', () => {
  it('has no session, no script and no word of a verdict in it', () => {
    expect(rendered).toContain('<template shadowroot="open" shadowrootmode="open">');
    expect(rendered).not.toContain('<script');
  });

  it('tells all that there is to know where no script runs', async () => {
    const { page: still } = await visit('still', false);
    expect(await still.getByRole('heading', { name: 'Verify your identity' }).isVisible()).toBe(true);
    for (const document of ['Passport', 'Driving licence', 'National ID card', 'Residence permit'])
      expect(await still.getByText(document, { exact: true }).isVisible(), document).toBe(true);
    await still.context().close();
  });

  it.each(['hydrating', 'replacing'])('comes alive without a flash or a move: %s', async (name) => {
    const alive = await visit(name);
    await alive.waitForState('ready');
    const { page: now } = alive;
    expect(alive.console).toEqual([]);
    expect(await now.getByRole('heading', { name: 'Verify your identity' }).count()).toBe(1);
    expect(await now.getByRole('button', { name: 'Start verification' }).count()).toBe(1);
    const seen = await now.evaluate(() => {
      const { seen } = window as unknown as { seen: Seen };
      return { ...seen, headings: [...seen.headings] };
    });
    expect(seen).toEqual({ shift: 0, headings: [expect.stringContaining('Verify your identity')] });
    await alive.press('Start verification');
    await alive.veriff.getByRole('button', { name: 'Continue' }).waitFor();
    expect(alive.console).toEqual([]);
    await now.context().close();
  });
});
