import { join } from 'node:path';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { launchBrowser, serveFiles } from '../sandbox/servers.js';

const MODULES = join(root, 'test/headless/react-native-modules.ts');
const SCREEN = join(root, 'docs/examples/react-native/identity-step.tsx');
/** Not a file on the disk: the build asks the plugin for it. */
const ENTRY_FILE = join(root, 'test/headless/screen.js');
const ENTRY = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { IdentityStep } from '${SCREEN}';
createRoot(document.querySelector('#app')).render(createElement(IdentityStep, {
  onboardingId: 'one',
  proxyUrl: location.origin + '/api/baanx',
  memory: sessionStorage,
  onVerified: () => (document.title = 'next screen'),
}));`;

/** Builds the screen of docs/headless-react-native.md for a page, with the native modules replaced. */
async function buildScreen(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY_FILE ? id : undefined),
        load: (id) => (id === ENTRY_FILE ? ENTRY : undefined),
      },
    ],
    resolve: {
      alias: [
        { find: /^react-native(-inappbrowser-reborn)?$/, replacement: MODULES },
        { find: /^baanx-kyc-step\/(.+)$/, replacement: join(root, 'src/$1.ts') },
      ],
    },
    // In a test Vite compiles JSX for React's development build.
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, lib: { entry: ENTRY_FILE, formats: ['es'], fileName: () => 'page.js' } },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { code: string }[] }[];
  return output?.output[0]?.code ?? '';
}

it(
  'The screen for React Native leads through the in-app browser to the verdict',
  { timeout: 60_000 },
  async () => {
    const html =
      '<!doctype html><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/page.js"></script>';
    const server = await serveFiles({
      '/': [html, 'text/html'],
      '/page.js': [await buildScreen(), 'text/javascript'],
    });
    const browser = await launchBrowser();
    onTestFinished(async () => {
      await browser.close();
      server.close();
    });
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    let status = 'UNVERIFIED';
    await page.route('**/api/baanx/**', (route) =>
      route.fulfill({
        json:
          route.request().method() === 'POST'
            ? { sessionUrl: 'https://magic.veriff.me/v/1' }
            : { verificationState: status },
      }),
    );
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Start verification' }).click();
    await page.waitForFunction('browser.isOpen');
    expect(await page.evaluate('browser.url')).toBe('https://magic.veriff.me/v/1');
    expect(await page.getByRole('button').allTextContents()).toEqual(['I’ve finished']);
    status = 'VERIFIED';
    await page.evaluate('browser.closeByPerson()');
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    expect(await page.title()).toBe('next screen');
    expect(await page.evaluate('browser.isOpen')).toBe(false);
    expect(errors).toEqual([]);
  },
);
