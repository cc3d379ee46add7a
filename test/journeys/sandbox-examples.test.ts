import { createServer, type UserConfig } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Written } from '../docs/playwright-test.js';
import { load } from '../docs/run.js';
import { snippetOf } from '../docs/snippets.js';
import { Demo } from '../support/demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});
afterAll(() => demo.close());

it('runs the Vite example: the dev server answers as Baanx would', async () => {
  const { default: config } = await load<{ default: UserConfig }>(
    snippetOf('docs/sandbox.md', 'vite.config.ts'),
  );
  const server = await createServer({
    ...config,
    configFile: false,
    logLevel: 'silent',
    // Not the demo's: two servers over one cache throw each other's files away.
    cacheDir: '.cache/vite-example',
    server: { host: '127.0.0.1', port: 4730, ws: false },
  });
  await server.listen();
  const url = `${server.resolvedUrls?.local[0] ?? ''}api/baanx/v1/auth/register?onboardingId=verified-1`;
  expect(await (await fetch(url)).json()).toEqual({ verificationState: 'VERIFIED' });
  await server.close();
});

it('runs the Playwright example in a browser', async () => {
  await load(snippetOf('docs/sandbox.md', 'identity.spec.ts'), {
    '@playwright/test': 'test/docs/playwright-test.ts',
  });
  const { written } = globalThis as { written?: Written };
  expect(written?.name).toBe('a rejected applicant learns what to do next');
  const { page } = await demo.page({}, { baseURL: demo.url });
  await written?.body({ page });
});
