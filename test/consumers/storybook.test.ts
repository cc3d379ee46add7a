import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { snippetOf } from '../docs/snippets.js';
import { freePort, start, type Started } from '../proxy/support/process.js';
import { installApp } from '../support/consumer.js';
import { Visit } from '../support/demo.js';

/** The files that docs/sandbox.md shows. They are all of the app's own code. */
const FILES = ['vite.config.ts', '.storybook/main.ts', 'src/identity.stories.ts'];

describe('Storybook 10 with the sandbox', () => {
  let browser: Browser;
  let storybook: Started;
  let url: string;
  beforeAll(async () => {
    const found = findChromium();
    if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
    browser = await chromium.launch(found);
    const home = await installApp('storybook');
    const port = await freePort();
    for (const file of FILES) {
      const path = join(home, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, snippetOf('docs/sandbox.md', file));
    }
    const bin = join(home, 'node_modules/storybook/dist/bin/dispatcher.js');
    const options = ['--ci', '--disable-telemetry', '--host', '127.0.0.1', '--port', String(port)];
    storybook = start(process.execPath, [bin, 'dev', ...options], {}, home);
    await storybook.line(/Storybook ready/);
    url = `http://127.0.0.1:${port}/iframe.html?viewMode=story&id=identity-step--`;
  }, 400_000);
  afterAll(async () => {
    await browser.close();
    await storybook.end();
  });

  const open = async (story: string) => Visit.begin(await browser.newPage(), `${url}${story}`, {});

  it('completes a verification in a story', async () => {
    const visit = await open('new');
    await visit.press('Start verification');
    await visit.verify('Approve');
    await visit.waitForState('verified');
    expect(visit.events('verified')).toHaveLength(1);
  });

  it.each([
    ['under-review', 'pending'],
    ['verified', 'verified'],
    ['rejected', 'rejected'],
    ['provider-down', 'ready'],
  ])('has a story that shows %s', async (story, state) => {
    const visit = await open(story);
    await visit.waitForState(state);
    if (story === 'provider-down') {
      await visit.press('Start verification');
      await visit.waitForState('failed');
    }
    await visit.page.close();
  });
});
