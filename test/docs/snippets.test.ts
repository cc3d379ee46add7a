import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { readManifest } from '../../scripts/docs/element-tables.js';
import type { FetchHandler, KycProxyOptions } from '../../src/proxy/handler.js';
import { typeErrors } from './compile.js';
import { createKycProxy } from './sandbox-proxy.js';
import { load, loggedBy } from './run.js';
import { isForPage, snippets } from './snippets.js';

const all = snippets();
const inLanguage = (...languages: string[]) => all.filter(({ language }) => languages.includes(language));
const element = readManifest();

describe('The snippets of the documentation', () => {
  it('are found in each language', () => {
    for (const language of ['html', 'ts', 'css', 'sh'])
      expect(inLanguage(language), language).not.toEqual([]);
  });

  it('compile, if they are TypeScript or JavaScript', { timeout: 120_000 }, () => {
    const invalid = {
      at: 'here',
      section: '',
      language: 'ts',
      text: "import { no } from 'baanx-kyc-step'; no;",
    };
    // Those for React Native compile against its own types in test/consumers/headless.test.ts.
    const compiled = inLanguage('ts', 'js').filter(({ at }) => !at.includes('react-native'));
    expect(typeErrors([...compiled, invalid])).toEqual([
      "here: Module '\"baanx-kyc-step\"' has no exported member 'no'.",
    ]);
  });

  it.each(inLanguage('ts').filter(({ text }) => text.includes('console.log(')))(
    'log the value that their comment shows: $at',
    { timeout: 60_000 },
    async ({ text }) => {
      const documented = [...text.matchAll(/console\.log\(.*\); \/\/ (.+)/g)].map(([, value]) => value);
      expect(documented).not.toEqual([]);
      expect(await loggedBy(text)).toEqual(documented);
    },
  );

  it('count the requests that the proxy logs: docs/going-live.md', async () => {
    const count = vi.fn();
    vi.stubGlobal('count', count);
    const snippet = inLanguage('ts').find(({ text }) => text.includes('log: ('));
    await load(snippet?.text ?? '', {
      'baanx-kyc-step/proxy': 'test/docs/sandbox-proxy.ts',
      './session.mjs': 'test/docs/header-session.ts',
    });
    const { createdProxy } = globalThis as { createdProxy?: FetchHandler };
    await createdProxy?.(
      new Request('http://localhost/api/baanx/v1/auth/register?onboardingId=verified-1', {
        headers: { 'x-person': 'verified-1' },
      }),
    );
    expect(count).toHaveBeenCalledExactlyOnceWith(
      'kyc_requests',
      { route: 'registration-status', status: 200, reason: undefined },
      expect.any(Number),
    );
    // With limits, the proxy warns that this request has no address.
    const { createdOptions } = globalThis as unknown as { createdOptions: KycProxyOptions };
    await createKycProxy({ ...createdOptions, limiter: async () => undefined })(
      new Request('http://localhost/api/baanx/v1/auth/register?onboardingId=verified-1'),
    );
    expect(count).toHaveBeenLastCalledWith('kyc_warnings', { warning: 'address-unknown' });
    vi.unstubAllGlobals();
  });

  it('show a real record of the proxy’s log: docs/proxy.md', async () => {
    const [snippet] = inLanguage('json').filter(({ at }) => at.startsWith('docs/proxy.md'));
    const log = vi.fn();
    const proxy = createKycProxy({ clientKey: '', authorize: () => true, log });
    await proxy(new Request('http://localhost/api/baanx/v1/auth/register?onboardingId=verified-1'));
    const documented = JSON.parse(snippet?.text ?? '') as object;
    expect(log).toHaveBeenCalledExactlyOnceWith({
      ...documented,
      requestId: expect.stringMatching(/^\w{4}-\w{4}$/) as string,
      durationMs: expect.any(Number) as number,
      onboarding: expect.stringMatching(/^[\da-f]{12}$/) as string,
    });
  });

  it('all run in a test, if they are TypeScript', () => {
    const others = inLanguage('ts').filter(
      (snippet) => !isForPage(snippet) && !snippet.text.includes('console.log('),
    );
    expect(others.map(({ at, text }) => `${at.replace(/:.*/, '')} ${text.split('\n')[0]}`)).toEqual([
      // Run in test/proxy/readme.test.ts.
      "README.md import { createServer } from 'node:http';",
      'README.md // vite.config.ts',
      // Run in test/docs/sandbox-processes.test.ts.
      'docs/devices.md // vite.config.ts',
      // Run above.
      "docs/going-live.md import { createKycProxy } from 'baanx-kyc-step/proxy';",
      // Run in test/docs/handoff.test.ts, and in Next in test/consumers/next-handoff.ts.
      'docs/handoff.md // handoff.ts',
      'docs/handoff.md // express.ts',
      'docs/handoff.md // app/kyc/handoff/route.ts',
      'docs/handoff.md // app/kyc/continue/[token]/route.ts',
      // Run in test/headless and test/journeys/headless-page.test.ts.
      'docs/headless-page.md // plain-page.ts',
      'docs/headless-react-native.md // in-app-browser.ts',
      'docs/headless-react-native.md // expo-web-browser.ts',
      'docs/headless-react-native.md // app-attention.ts',
      'docs/headless.md // identity.ts',
      'docs/headless.md // log-hints.ts',
      'docs/headless.md // continue-here.ts',
      'docs/headless.md // new-tab.ts',
      'docs/headless.md // other-device.ts',
      // Run in test/journeys/quick-start.test.ts; the second config needs Vue's plugin, and is compiled only.
      'docs/quick-start.md // vite.config.ts',
      'docs/quick-start.md // src/main.ts',
      'docs/quick-start.md // vite.config.ts',
      'docs/quick-start.md // src/app/app.ts',
      // Run in test/journeys/sandbox-examples.test.ts, test/docs/sandbox-express.test.ts and test/consumers/storybook.test.ts.
      'docs/sandbox.md // vite.config.ts',
      'docs/sandbox.md // express.ts',
      'docs/sandbox.md // .storybook/main.ts',
      'docs/sandbox.md // src/identity.stories.ts',
      'docs/sandbox.md // identity.spec.ts',
      // Run in test/docs/server.test.ts.
      'docs/server.md // kyc.ts',
      'docs/server.md // decide.ts',
      'docs/server.md // details.ts',
      'docs/server.md // form-fields.ts',
      'docs/server.md // webhooks.ts',
      'docs/server.md // express.ts',
      'docs/server.md // app/webhooks/baanx/route.ts',
      'docs/server.md // server.ts',
      // Compiled only: Playwright's test runner is not installed.
      'docs/testing.md // playwright.config.ts',
      // Run in test/journeys/sandbox-examples.test.ts.
      'docs/testing.md // test/rejected.spec.ts',
      'docs/testing.md // test/review.spec.ts',
      'docs/testing.md // test/account.spec.ts',
    ]);
  });

  it.each(inLanguage('html'))('use attributes that exist: $at', ({ text }) => {
    const known = [
      ...element.attributes.map(({ name }) => name),
      'id',
      'class',
      'lang',
      'dir',
      'style',
      'hidden',
    ];
    const used = [...text.matchAll(/<baanx-kyc-step([^>]*)>/g)].flatMap(([, attributes = '']) =>
      [...attributes.replace(/"[^"]*"/g, '').matchAll(/\s([\w-]+)(?==|\s|$)/g)].map(([, name]) => name),
    );
    expect(known).toEqual(expect.arrayContaining(used));
    const slots = [...text.matchAll(/slot="([\w-]+)"/g)].map(([, name]) => name);
    expect(element.slots.map(({ name }) => name)).toEqual(expect.arrayContaining(slots));
  });

  it.each(inLanguage('css'))('use tokens, parts and states that exist: $at', ({ text }) => {
    const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);
    expect(element.cssProperties.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names(/(--baanx-[\w-]+)/g)),
    );
    expect(element.cssParts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names(/::part\(([\w-]+)\)/g)),
    );
    expect(element.cssStates.map(({ name }) => name)).toEqual(
      expect.arrayContaining(names(/:state\(([\w-]+)\)/g)),
    );
  });

  it('name npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
