import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { installApp } from '../support/consumer.js';
import { Visit } from '../support/demo.js';
import { submitDocuments } from '../support/submit-documents.js';
import { Host } from '../support/host.js';
import { hasSlottedLink, readSupport, type FrameworkSupport } from './framework-support.js';
import { APPS } from './apps.js';
import { findingsIn, findingsWithFaults, idsOfFaults } from './doctor.js';

const results: FrameworkSupport[] = [];
let browser: Browser;
beforeAll(async () => {
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  browser = await chromium.launch(found);
});
afterAll(() => browser.close());

describe.each(APPS)('An app with $title', (app) => {
  let home: string;
  let host: Host;
  let close: () => Promise<void>;
  let visit: Visit;
  let children: boolean;
  beforeAll(async () => {
    home = await installApp(app.name);
    const served = await app.serve(home);
    close = served.close;
    host = await Host.open(served.pages);
    const context = await browser.newContext();
    await host.serveVeriff(context);
    visit = await Visit.begin(await context.newPage(), host.url, {});
  }, 400_000);
  afterAll(async () => {
    await visit.page.context().close();
    await host.close();
    await close();
  });

  it('handles the verdict in its own listener', async () => {
    const { page, veriff } = visit;
    await visit.waitForState('ready');
    children = await hasSlottedLink(page);
    await visit.press('Let’s go');
    await submitDocuments(veriff, 'Approve');
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    expect(visit.events('verified')).toEqual([
      { type: 'verified', detail: { onboardingId: `approve-${app.name}`, verificationState: 'VERIFIED' } },
    ]);
    expect(visit.events('started')).toHaveLength(1);
  });

  it('passes attributes, properties, children and listeners to the element', async () => {
    results.push({ ...(await readSupport(visit.page, home, app)), children });
  });

  it('has no finding of the doctor, which sees what is wrong with it if its server is broken', async () => {
    // Next prerenders this page, with the test's ID in it, and lets caches keep it: the doctor is right.
    expect(await findingsIn(host.url)).toEqual(app.name === 'next' ? ['page-cache'] : []);
    expect(await findingsWithFaults(host.url)).toEqual(await idsOfFaults(host.url));
  });

  it('writes nothing to the console', () => {
    expect(visit.console).toEqual([]);
  });
});

it('The recorded framework support is up to date (-u records it, npm run docs writes the table)', async () => {
  await expect(`${JSON.stringify(results, null, 2)}\n`).toMatchFileSnapshot('framework-support.json');
});
