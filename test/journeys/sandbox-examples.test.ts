import { createServer, type Plugin, type UserConfig, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DefinedTest } from '../docs/playwright-test.js';
import { load } from '../docs/run.js';
import { snippetOf, snippets } from '../docs/snippets.js';
import { Demo, Visit } from '../support/demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterEach(() => demo.closePages());
afterAll(() => demo.close());

/** A Vite dev server with one page, and with the source in place of the package. */
async function serve(path: string, html: string, config: UserConfig = {}): Promise<ViteDevServer> {
  const page: Plugin = {
    name: 'page',
    configureServer: (server) =>
      void server.middlewares.use(path, (_, res) => {
        res.setHeader('content-type', 'text/html');
        void server.transformIndexHtml(path, html).then((transformed) => res.end(transformed));
      }),
  };
  const server = await createServer({
    plugins: [...(config.plugins ?? []), page],
    configFile: false,
    logLevel: 'silent',
    // Not the demo's cache: two servers that share one delete each other's files.
    cacheDir: '.cache/vite-example',
    resolve: { alias: { 'baanx-kyc-step': '/src/index.ts' } },
    server: { host: '127.0.0.1', port: 0, ws: false },
  });
  return server.listen();
}

const urlOf = (server: ViteDevServer): string => server.resolvedUrls?.local[0] ?? '';

it('The Vite example of the documentation verifies a person through the development server', async () => {
  const tag = snippets().find(({ at, language }) => at.startsWith('docs/sandbox.md') && language === 'html');
  const { default: config } = await load<{ default: UserConfig }>(
    snippetOf('docs/sandbox.md', 'vite.config.ts'),
  );
  const html = `<!doctype html>${tag?.text ?? ''}
    <script type="module" src="/src/index.ts"></script>`;
  const server = await serve('/tag.html', html, config);
  const visit = await Visit.begin(await demo.blank(), `${urlOf(server)}tag.html`, {});
  await visit.press('Start verification');
  await visit.verify('Approve');
  await visit.waitForState('verified');
  await server.close();
});

describe('On the page that docs/testing.md shows,', () => {
  let server: ViteDevServer;
  beforeAll(async () => {
    const page = snippets().find(
      ({ at, text }) => at.startsWith('docs/testing.md') && text.startsWith('<!-- sign-up.html'),
    );
    server = await serve('/sign-up.html', page?.text ?? '');
  });
  afterAll(() => server.close());

  it.each([
    ['docs/sandbox.md', 'identity.spec.ts', 'a rejected applicant learns what to do next'],
    ['docs/testing.md', 'test/rejected.spec.ts', 'someone who was rejected sees the result'],
    ['docs/testing.md', 'test/review.spec.ts', 'a person is verified while they wait'],
    ['docs/testing.md', 'test/account.spec.ts', 'someone who was rejected can try again in their account'],
  ])('the Playwright example of %s passes in a browser: %s', async (documentation, file, name) => {
    await load(snippetOf(documentation, file), { '@playwright/test': 'test/docs/playwright-test.ts' });
    const { definedTest } = globalThis as { definedTest?: DefinedTest };
    expect(definedTest?.name).toBe(name);
    const page = await demo.blank({ baseURL: urlOf(server) });
    await definedTest?.body({ page });
  });
});
