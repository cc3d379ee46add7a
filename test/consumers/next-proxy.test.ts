import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { keepsTheContract } from '../proxy/support/contract.js';
import { snippets } from '../proxy/support/snippets.js';
import { KEY, listenSandbox, type Listening } from '../proxy/support/upstream.js';
import { install } from '../support/consumer.js';
import { startNext } from '../support/next-server.js';

describe('The proxy as a route handler of Next 16', () => {
  let baanx: Listening;
  let next: Awaited<ReturnType<typeof startNext>>;
  beforeAll(async () => {
    baanx = await listenSandbox();
    // The key is there only now: the app was built without it, as images are.
    const env = { BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: baanx.origin };
    next = await startNext(await install('next'), env);
  }, 400_000);
  afterAll(async () => {
    await next.close();
    await baanx.close();
  });

  it('is the one of the documentation', () => {
    const route = join(root, 'test/consumers/next/app/api/baanx/[...path]/route.js');
    expect(readFileSync(route, 'utf8')).toBe(snippets().get('next.mjs'));
  });

  keepsTheContract(() => ({ proxyUrl: `${next.origin}/api/baanx` }));
});
