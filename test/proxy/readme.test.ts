import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createServer, type UserConfig, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { load } from '../docs/run.js';
import { snippetOf, snippets } from '../docs/snippets.js';
import { start, type Started } from './support/process.js';
import { local } from './support/snippets.js';
import { KEY, listenSandbox, type Listening } from './support/upstream.js';

/** The session that README leaves to the host; here a header names the person. */
const HOST = `const sessionOf = async (request) => ({ onboardingId: request.headers.get('x-person') });\n`;

describe('README’s proxy, behind the dev server of README’s vite.config.ts', () => {
  let baanx: Listening;
  let proxy: Started;
  let vite: ViteDevServer;
  let url: string;

  beforeAll(async () => {
    const snippet = snippets().find(
      ({ at, text }) => at.startsWith('README.md') && text.includes('toNodeHandler(proxy)'),
    );
    const built = await buildProxy('proxy-readme');
    baanx = await listenSandbox();
    const file = join(built, 'proxy.mjs');
    writeFileSync(file, HOST + local(snippet?.text ?? '', '.').replace('listen(3000,', 'listen(0,'));
    const preload = pathToFileURL(fileURLToPath(new URL('support/listening.mjs', import.meta.url))).href;
    proxy = start(process.execPath, ['--import', preload, file], {
      BAANX_CLIENT_KEY: KEY,
      BAANX_BASE_URL: baanx.origin,
    });
    const port = (await proxy.line(/^port /)).slice('port '.length);

    const config = snippetOf('README.md', 'vite.config.ts').replace(':3000', `:${port}`);
    const { default: wanted } = await load<{ default: UserConfig }>(config);
    vite = await createServer({
      ...wanted,
      configFile: false,
      logLevel: 'silent',
      cacheDir: '.cache/vite-readme',
      server: { ...wanted.server, host: '127.0.0.1', port: 4740, ws: false },
    });
    await vite.listen();
    url = `${vite.resolvedUrls?.local[0] ?? ''}api/baanx/v1/auth/register?onboardingId=`;
  }, 60_000);
  afterAll(async () => {
    await vite.close();
    await proxy.end();
    await baanx.close();
  });

  const ask = (id: string, person: string) => fetch(`${url}${id}`, { headers: { 'x-person': person } });

  it('returns a person’s own status, and logs the request', async () => {
    expect(await (await ask('verified-mine', 'verified-mine')).json()).toEqual({
      verificationState: 'VERIFIED',
    });
    expect(await proxy.line(/registration-status/)).toBeDefined();
  });

  it('refuses everybody else', async () => {
    expect((await ask('verified-mine', 'somebody')).status).toBe(403);
  });
});
