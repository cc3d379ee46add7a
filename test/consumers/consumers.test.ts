import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { install } from '../support/consumer.js';
import { Visit } from '../support/demo.js';
import { handIn } from '../support/hand-in.js';
import { Host } from '../support/host.js';
import { answers, hasChildren, type Answers } from './answers.js';
import { APPS } from './apps.js';

const given: Answers[] = [];
let browser: Browser;
beforeAll(async () => {
  const found = findChromium();
  if (!found) throw new Error('No Chromium here: npm test gets one');
  browser = await chromium.launch(found);
});
afterAll(() => browser.close());

describe.each(APPS)('$title', (app) => {
  let home: string;
  let host: Host;
  let close: () => Promise<void>;
  let visit: Visit;
  let children: boolean;
  beforeAll(async () => {
    home = await install(app.name);
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

  it('goes all the way, and its own handler hears of it', async () => {
    const { page, veriff } = visit;
    await visit.state('ready');
    children = await hasChildren(page);
    await visit.press('Let’s go');
    await handIn(veriff, 'Approve');
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    expect(visit.events('verified')).toEqual([
      { type: 'verified', detail: { onboardingId: `approve-${app.name}`, verificationState: 'VERIFIED' } },
    ]);
    expect(visit.events('started')).toHaveLength(1);
  });

  it('answers every question', async () => {
    given.push({ ...(await answers(visit.page, home, app)), children });
  });

  it('says nothing in the console', () => {
    expect(visit.console).toEqual([]);
  });
});

it('is as the documentation says (-u writes it, npm run docs takes it over)', async () => {
  await expect(`${JSON.stringify(given, null, 2)}\n`).toMatchFileSnapshot('answers.json');
});
