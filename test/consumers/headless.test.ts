import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import { installApp } from '../support/consumer.js';
import { Host, serveFiles } from '../support/host.js';
import { submitDocuments } from '../support/submit-documents.js';

describe('Without the element', () => {
  it('a page in Material UI leads through Veriff to the verdict', { timeout: 400_000 }, async () => {
    const home = await installApp('headless-react');
    const found = findChromium();
    if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
    const browser = await chromium.launch(found);
    const host = await Host.open(serveFiles([join(home, 'dist')]));
    const context = await browser.newContext();
    await host.serveVeriff(context);
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Start verification' }).click();
    await submitDocuments(page.frameLocator('iframe'), 'Approve');
    await page.getByRole('heading', { name: 'Step 4 of 6' }).waitFor();
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    expect(messages).toEqual([]);
    await browser.close();
    await host.close();
  });

  it('the examples for React Native compile against the real packages', { timeout: 400_000 }, async () => {
    const home = await installApp('react-native');
    cpSync(join(root, 'docs/examples/react-native'), join(home, 'src'), { recursive: true });
    const tsc = join(home, 'node_modules/typescript/bin/tsc');
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, '--noEmit'], { cwd: home }).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });
});
