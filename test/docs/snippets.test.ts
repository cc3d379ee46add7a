import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { readManifest } from '../../scripts/docs/element-tables.js';
import type { FetchHandler } from '../../src/proxy/handler.js';
import { complaints } from './compile.js';
import { createKycProxy } from './proxy-made.js';
import { load, printedBy } from './run.js';
import { isForPage, snippets } from './snippets.js';

const all = snippets();
const of = (...languages: string[]) => all.filter(({ language }) => languages.includes(language));
const element = readManifest();

describe('the snippets of the documentation', () => {
  it('are there', () => {
    for (const language of ['html', 'ts', 'css', 'sh']) expect(of(language), language).not.toEqual([]);
  });

  it('compile, where they are TypeScript or JavaScript', { timeout: 120_000 }, () => {
    const wrong = {
      at: 'here',
      section: '',
      language: 'ts',
      text: "import { no } from 'baanx-kyc-step'; no;",
    };
    expect(complaints([...of('ts', 'js'), wrong])).toEqual([
      "here: Module '\"baanx-kyc-step\"' has no exported member 'no'.",
    ]);
  });

  it.each(of('ts').filter(({ text }) => text.includes('console.log(')))(
    'print what their comment says: $at',
    { timeout: 60_000 },
    async ({ text }) => {
      const said = [...text.matchAll(/console\.log\(.*\); \/\/ (.+)/g)].map(([, value]) => value);
      expect(said).not.toEqual([]);
      expect(await printedBy(text)).toEqual(said);
    },
  );

  it('count what the proxy logs: docs/production.md', async () => {
    const count = vi.fn();
    vi.stubGlobal('count', count);
    vi.stubGlobal('sessionOf', async () => ({ onboardingId: 'verified-1' }));
    const snippet = of('ts').find(({ text }) => text.includes('log: ('));
    await load(snippet?.text ?? '', { 'baanx-kyc-step/proxy': 'test/docs/proxy-made.ts' });
    const { made } = globalThis as { made?: FetchHandler };
    await made?.(new Request('http://localhost/api/baanx/v1/auth/register?onboardingId=verified-1'));
    expect(count).toHaveBeenCalledExactlyOnceWith(
      'kyc_requests',
      { route: 'registration-status', status: 200, reason: undefined },
      expect.any(Number),
    );
    vi.unstubAllGlobals();
  });

  it('show a record of the proxy’s log as it is: docs/proxy.md', async () => {
    const [shown] = of('json').filter(({ at }) => at.startsWith('docs/proxy.md'));
    const log = vi.fn();
    const proxy = createKycProxy({ clientKey: '', authorize: () => true, log });
    await proxy(new Request('http://localhost/api/baanx/v1/auth/register?onboardingId=verified-1'));
    const documented = JSON.parse(shown?.text ?? '') as object;
    expect(log).toHaveBeenCalledExactlyOnceWith({
      ...documented,
      requestId: expect.stringMatching(/^\w{4}-\w{4}$/) as string,
      durationMs: expect.any(Number) as number,
      onboarding: expect.stringMatching(/^[\da-f]{12}$/) as string,
    });
  });

  it('are run, all that are TypeScript: in a page, by what they print, or where they are known by name', () => {
    const others = of('ts').filter((one) => !isForPage(one) && !one.text.includes('console.log('));
    expect(others.map(({ at, text }) => `${at.replace(/:.*/, '')} ${text.split('\n')[0]}`)).toEqual([
      // test/proxy/readme.test.ts
      "README.md import { createServer } from 'node:http';",
      'README.md // vite.config.ts',
      // above
      "docs/production.md import { createKycProxy } from 'baanx-kyc-step/proxy';",
      // test/journeys/sandbox-examples.test.ts, test/consumers/storybook.test.ts
      'docs/sandbox.md // vite.config.ts',
      'docs/sandbox.md // .storybook/main.ts',
      'docs/sandbox.md // src/identity.stories.ts',
      'docs/sandbox.md // identity.spec.ts',
    ]);
  });

  it.each(of('html'))('use attributes that exist: $at', ({ text }) => {
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

  it.each(of('css'))('use tokens, parts and states that exist: $at', ({ text }) => {
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

  it('run npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
