import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { readManifest } from '../../scripts/docs/element-tables.js';
import { complaints } from './compile.js';
import { printedBy } from './run.js';
import { snippets } from './snippets.js';

const all = snippets();
const of = (...languages: string[]) => all.filter(({ language }) => languages.includes(language));
const element = readManifest();

describe('the snippets of the documentation', () => {
  it('are there', () => {
    for (const language of ['html', 'ts', 'css', 'sh']) expect(of(language), language).not.toEqual([]);
  });

  it('compile, where they are TypeScript or JavaScript', { timeout: 120_000 }, () => {
    const wrong = { at: 'here', language: 'ts', text: "import { no } from 'baanx-kyc-step'; no;" };
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
