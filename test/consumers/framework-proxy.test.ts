import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { keepsTheContract } from '../proxy/support/contract.js';
import { freePort, start, type Started } from '../proxy/support/process.js';
import { filledSessions, snippets } from '../proxy/support/snippets.js';
import { KEY, listenSandbox, type Listening } from '../proxy/support/upstream.js';
import { installApp } from '../support/consumer.js';
import { startNext } from '../support/next-server.js';
import './next-handoff.js';

let baanx: Listening;
beforeAll(async () => {
  baanx = await listenSandbox();
});
afterAll(() => baanx.close());

/** Set only when the app starts: apps are built without the key, for example into container images. */
const environment = () => ({ BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: baanx.origin });

/** Expects the files of an app's route to equal the snippets of the documentation. */
function expectDocumented(route: string, snippet: string): void {
  const read = (path: string) => readFileSync(join(root, 'test/consumers', path), 'utf8');
  expect(read(route)).toBe(snippets().get(snippet));
  expect(read(join(route, '../session.mjs'))).toBe(filledSessions());
}

describe.each([
  ['a route handler of Next 16', 'next', ''],
  ['Next 16 with basePath and trailingSlash', 'next-base-path', '/shop'],
])('The proxy in %s', (_title, app, basePath) => {
  let next: Awaited<ReturnType<typeof startNext>>;
  beforeAll(async () => {
    next = await startNext(await installApp(app), environment());
  }, 400_000);
  afterAll(() => next.close());

  it('has the code that the documentation shows', () => {
    expectDocumented(`${app}/app/api/baanx/[...path]/route.js`, 'next.mjs');
  });

  keepsTheContract(() => ({ proxyUrl: `${next.origin}${basePath}/api/baanx` }));
});

describe('The proxy in SvelteKit', () => {
  let server: Started;
  let origin: string;
  beforeAll(async () => {
    const home = await installApp('sveltekit');
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    server = start(process.execPath, [join(home, 'build/index.js')], {
      ...environment(),
      HOST: '127.0.0.1',
      PORT: String(port),
      ORIGIN: origin,
    });
    await server.line(/Listening on/);
  }, 400_000);
  afterAll(() => server.end());

  it('has the code that the documentation shows', () => {
    expectDocumented('sveltekit/src/routes/api/baanx/[...path]/+server.js', 'sveltekit.mjs');
  });

  keepsTheContract(() => ({ proxyUrl: `${origin}/api/baanx` }));
});
