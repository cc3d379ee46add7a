import { createServer, type Plugin, type UserConfig } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Written } from '../docs/playwright-test.js';
import { load } from '../docs/run.js';
import { snippetOf, snippets } from '../docs/snippets.js';
import { Demo, Visit } from '../support/demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

it('runs the Vite example: its element goes through the dev server to the simulated Veriff', async () => {
  const tag = snippets().find(({ at, language }) => at.startsWith('docs/sandbox.md') && language === 'html');
  const { default: config } = await load<{ default: UserConfig }>(
    snippetOf('docs/sandbox.md', 'vite.config.ts'),
  );
  const html = `<!doctype html>${tag?.text ?? ''}
    <script type="module" src="/src/index.ts"></script>`;
  const page: Plugin = {
    name: 'page',
    configureServer: (server) =>
      void server.middlewares.use('/tag.html', (_, res) => {
        res.setHeader('content-type', 'text/html');
        void server.transformIndexHtml('/tag.html', html).then((page) => res.end(page));
      }),
  };
  const server = await createServer({
    plugins: [...(config.plugins ?? []), page],
    configFile: false,
    logLevel: 'silent',
    // Not the demo's: two servers over one cache throw each other's files away.
    cacheDir: '.cache/vite-example',
    server: { host: '127.0.0.1', port: 4730, ws: false },
  });
  await server.listen();
  const visit = await Visit.begin(await demo.blank(), `${server.resolvedUrls?.local[0] ?? ''}tag.html`, {});
  await visit.press('Start verification');
  await visit.verify('Approve');
  await visit.state('verified');
  await visit.page.context().close();
  await server.close();
});

it('runs the Playwright example in a browser', async () => {
  await load(snippetOf('docs/sandbox.md', 'identity.spec.ts'), {
    '@playwright/test': 'test/docs/playwright-test.ts',
  });
  const { written } = globalThis as { written?: Written };
  expect(written?.name).toBe('a rejected applicant learns what to do next');
  const { page } = await demo.page({}, { baseURL: demo.url });
  // The demo's page trusts its own sandbox only, unlike an app.
  await page.route('**/backend.json', (route) =>
    route.fulfill({ json: { backend: 'sandbox', veriffOrigins: 'https://*.veriff.me' } }),
  );
  await written?.body({ page });
});
