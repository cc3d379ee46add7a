import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { useKycFlow, type UseKycFlowOptions } from '../../src/headless/react.js';
import { launchBrowser, serveFiles } from '../sandbox/servers.js';
import type { Page } from './react-page.js';
import { FakeWindows } from './support.js';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFiles>>;
let tab: BrowserPage;
const errors: string[] = [];

const Step = (options: Partial<UseKycFlowOptions>) =>
  createElement('output', null, useKycFlow({ openWindow: new FakeWindows(), ...options }).snapshot.state);

beforeAll(async () => {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    // React's development build, whose StrictMode mounts everything twice.
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: 'test/headless/react-page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { code: string }[] }[];
  const html = (app: string) =>
    `<!doctype html><link rel="icon" href="data:,"><div id="app">${app}</div><script type="module" src="/page.js"></script>`;
  server = await serveFiles({
    '/': [html(''), 'text/html'],
    '/rendered': [html(renderToString(createElement(Step, { onboardingId: 'one' }))), 'text/html'],
    '/page.js': [output?.output[0]?.code ?? '', 'text/javascript'],
  });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(async () => {
  await tab?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(path = '/') {
  tab = await browser.newPage();
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(server.origin + path);
  await tab.waitForFunction(() => 'page' in window);
}

const inPage = <T>(act: (page: Page) => T) => tab.evaluate<Awaited<T>>(`(${String(act)})(window.page)`);
const shows = (text: string) => tab.locator('output', { hasText: text }).first().waitFor();

describe('useKycFlow', () => {
  it('sends one request and creates one session in StrictMode, which mounts twice', async () => {
    await open();
    await inPage((page) => page.mount({ id: 'one' }));
    await shows('ready');
    await inPage((page) => page.used?.start());
    await shows('verifying');
    expect(await inPage((page) => page.requests.slice(0, 2))).toEqual(['GET ', 'POST ']);
    expect(await inPage((page) => page.openWindows)).toBe(1);
  });

  it('closes the window and sends no request once the component is unmounted', async () => {
    await open();
    await inPage((page) => page.mount({ id: 'one' }));
    await shows('ready');
    await inPage((page) => page.used?.start());
    await shows('verifying');
    const before = await inPage((page) => {
      page.unmount();
      page.used?.start();
      page.used?.check();
      return page.requests.length;
    });
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(await inPage((page) => [page.requests.length, page.openWindows])).toEqual([before, 0]);
  });

  it('stays idle until there is an onboarding ID, and begins anew for another one', async () => {
    await open();
    await inPage((page) => page.mount({}));
    await shows('idle');
    await inPage((page) => page.mount({ id: 'one', name: 'one-' }));
    await shows('ready');
    await inPage((page) => {
      page.status = 'VERIFIED';
      page.mount({ id: 'two', name: 'two-' });
    });
    await shows('verified');
    expect(await inPage((page) => page.requests)).toEqual(['GET one-', 'GET two-']);
    expect(await inPage((page) => page.events.filter((event) => event.includes('verified')))).toEqual([
      'two-verified',
    ]);
  });

  it('uses the options of the last render without beginning anew, and its functions never change', async () => {
    await open();
    await inPage((page) => page.mount({ id: 'one', name: 'first' }));
    await shows('ready');
    await inPage((page) => page.mount({ id: 'one', name: 'second' }));
    await inPage((page) => page.used?.check());
    await tab.waitForFunction(() => (window as unknown as { page: Page }).page.requests.length === 2);
    expect(await inPage((page) => [page.requests, page.functions.size])).toEqual([
      ['GET first', 'GET second'],
      1,
    ]);
  });

  it('shows the same everywhere in each commit, also if the status changes during a concurrent render', async () => {
    await open();
    await inPage((page) => page.mount({ id: 'one' }, 'Readers'));
    await shows('UNVERIFIED');
    await inPage((page) => {
      page.renderAgain();
      // The transition renders for longer than the request takes.
      page.status = 'VERIFIED';
      page.used?.check();
    });
    await tab.waitForFunction(() =>
      (window as unknown as { page: Page }).page.commits.some(
        ({ count, states }) => count === 1 && states[0] === 'VERIFIED',
      ),
    );
    for (const { states } of await inPage((page) => page.commits)) expect(states).toHaveLength(1);
  });

  describe.each(['CallsItself', 'ChildCalls'] as const)(
    'called in an effect (%s), in StrictMode',
    (component) => {
      it('resume() offers Veriff again', async () => {
        await open();
        await inPage((page) => {
          // Documents are believed to be submitted. Without `resume()` the review is shown.
          page.suggestsSubmission = true;
          page.status = 'PENDING';
          page.inEffect = ({ resume }) => resume();
        });
        await tab.evaluate(`window.page.mount({ id: 'one' }, '${component}')`);
        await shows('pending');
        await inPage((page) => page.used?.start());
        await shows('verifying');
      });

      it('start() opens one window', async () => {
        await open();
        await inPage((page) => {
          page.inEffect = ({ start }) => start();
        });
        await tab.evaluate(`window.page.mount({ id: 'one' }, '${component}')`);
        await shows('verifying');
        expect(await inPage((page) => page.openWindows)).toBe(1);
        expect(
          await inPage((page) => page.requests.filter((request) => request.startsWith('POST'))),
        ).toHaveLength(1);
      });
    },
  );

  it('keeps a call until there is an onboarding ID', async () => {
    await open();
    await inPage((page) => page.mount({}));
    await shows('idle');
    await inPage((page) => page.used?.start());
    await inPage((page) => page.mount({ id: 'one' }));
    await shows('verifying');
    expect(await inPage((page) => page.openWindows)).toBe(1);
  });

  it('renders `idle` on a server without any request, and hydrates it', async () => {
    const fetcher = vi.fn();
    expect(renderToString(createElement(Step, { onboardingId: 'one', fetcher }))).toBe(
      '<output>idle</output>',
    );
    await Promise.resolve();
    expect(fetcher).not.toHaveBeenCalled();
    await open('/rendered');
    await inPage((page) => page.hydrate('one'));
    await shows('ready');
  });

  it('throws an error that names an invalid option', () => {
    expect(() => renderToString(createElement(Step, { openWindow: [] }))).toThrow('openWindow: missing');
  });
});
