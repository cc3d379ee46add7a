import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { snippetOf } from '../docs/snippets.js';
import { freePort, start, type Started } from '../proxy/support/process.js';
import { install } from '../support/consumer.js';
import { Visit } from '../support/demo.js';

/** The app is what docs/sandbox.md says, file by file. */
const FILES = ['vite.config.ts', '.storybook/main.ts', 'src/identity.stories.ts'];

describe('Storybook 10 over the sandbox', () => {
  let browser: Browser;
  let storybook: Started;
  let url: string;
  beforeAll(async () => {
    const found = findChromium();
    if (!found) throw new Error('No Chromium here: npm test gets one');
    browser = await chromium.launch(found);
    const home = await install('storybook');
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

  const visit = async (story: string) => Visit.begin(await browser.newPage(), `${url}${story}`, {});

  it('goes all the way in a story', async () => {
    const person = await visit('new');
    await person.press('Start verification');
    await person.verify('Approve');
    await person.state('verified');
    expect(person.events('verified')).toHaveLength(1);
  });

  it.each([
    ['under-review', 'pending'],
    ['verified', 'verified'],
    ['rejected', 'rejected'],
    ['provider-down', 'ready'],
  ])('shows %s', async (story, state) => {
    const person = await visit(story);
    await person.state(state);
    if (story === 'provider-down') {
      await person.press('Start verification');
      await person.state('failed');
    }
    await person.page.close();
  });
});
