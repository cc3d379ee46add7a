import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { keepsTheContract } from '../proxy/support/contract.js';
import { freePort, start, type Started } from '../proxy/support/process.js';
import { filledSessions, snippets } from '../proxy/support/snippets.js';
import { KEY, listenSandbox, type Listening } from '../proxy/support/upstream.js';
import { install } from '../support/consumer.js';
import { startNext } from '../support/next-server.js';

let baanx: Listening;
beforeAll(async () => {
  baanx = await listenSandbox();
});
afterAll(() => baanx.close());

/** The key exists only now: the app was built without it, as images are. */
const environment = () => ({ BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: baanx.origin });

/** A route's files are those of the documentation. */
function expectDocumented(route: string, snippet: string): void {
  const read = (path: string) => readFileSync(join(root, 'test/consumers', path), 'utf8');
  expect(read(route)).toBe(snippets().get(snippet));
  expect(read(join(route, '../session.mjs'))).toBe(filledSessions());
}

describe.each([
  ['next', '', 'as a route handler of Next 16'],
  ['next-base-path', '/shop', 'in Next 16 with basePath and trailingSlash'],
])('the proxy in %s', (app, basePath) => {
  let next: Awaited<ReturnType<typeof startNext>>;
  beforeAll(async () => {
    next = await startNext(await install(app), environment());
  }, 400_000);
  afterAll(() => next.close());

  it('is the one of the documentation', () => {
    expectDocumented(`${app}/app/api/baanx/[...path]/route.js`, 'next.mjs');
  });

  keepsTheContract(() => ({ proxyUrl: `${next.origin}${basePath}/api/baanx` }));
});

describe('the proxy in SvelteKit', () => {
  let server: Started;
  let origin: string;
  beforeAll(async () => {
    const home = await install('sveltekit');
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

  it('is the one of the documentation', () => {
    expectDocumented('sveltekit/src/routes/api/baanx/[...path]/+server.js', 'sveltekit.mjs');
  });

  keepsTheContract(() => ({ proxyUrl: `${origin}/api/baanx` }));
});
