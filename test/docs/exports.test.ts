import { describe, expect, it } from 'vitest';
import { compile } from 'svelte/compiler';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';
import { EXPORTS, type Configuration } from '../../demo/exports.js';
import { Settings } from '../../demo/settings.js';
import { complaints } from './compile.js';

const configuration = (query: string): Configuration => new Settings(new URLSearchParams(query));
const ID = 'onboarding-id=approve-1';
/** Queries of the playground, odd ones among them. */
const CONFIGURATIONS = {
  'as it is': ID,
  'all of it':
    `${ID}&lang=ar&open-in=popup&us-env=&documents=passport&poll-interval=400&required=&name=kyc&` +
    'proxy-url=https%3A%2F%2Fkyc.example%2Fbaanx&veriff-origins=https%3A%2F%2Fid.example+https%3A%2F%2F*.veriff.me',
  account: `${ID}&flow=account&open-in=redirect`,
  'odd letters': `${ID}&name=${encodeURIComponent('a"b{c}`$\\&d')}`,
};
const all = Object.entries(CONFIGURATIONS);
const write = (name: string, query: string): string => EXPORTS[name]?.(configuration(query)) ?? '';

describe('what the playground hands out', () => {
  it('compiles: React and Angular', { timeout: 60_000 }, () => {
    const written = all.flatMap(([at, query]) => [
      { at: `React, ${at}`, section: '', language: 'tsx', text: write('React', query) },
      // Its packages are none of ours: the class alone, without what is imported and declared.
      {
        at: `Angular, ${at}`,
        section: '',
        language: 'ts',
        text: ANGULAR + write('Angular', query).replace(/^import .*core';$/m, ''),
      },
    ]);
    expect(complaints(written)).toEqual([]);
  });

  it.each(all)('compiles: Vue, %s', (_, query) => {
    const { descriptor, errors } = parse(write('Vue', query));
    expect(errors).toEqual([]);
    const { bindings } = compileScript(descriptor, { id: 'step' });
    const compiled = compileTemplate({
      id: 'step',
      filename: 'step.vue',
      source: descriptor.template?.content ?? '',
      compilerOptions: {
        bindingMetadata: bindings ?? {},
        isCustomElement: (tag) => tag === 'baanx-kyc-step',
      },
    });
    expect(compiled.errors).toEqual([]);
  });

  it.each(all)('compiles: Svelte, %s', (_, query) => {
    expect(compile(write('Svelte', query), { filename: 'step.svelte' }).warnings).toEqual([]);
  });

  it('never gives Angular or Svelte a setting that begins with "on"', () => {
    for (const name of ['Angular', 'Svelte'])
      for (const [, query] of all) expect(write(name, query)).not.toContain('onboarding-id');
  });

  it('asks for no id in the account flow, where the login says who it is', () => {
    for (const name of ['HTML', 'React', 'Vue', 'Angular', 'Svelte'])
      expect(write(name, CONFIGURATIONS.account).toLowerCase(), name).not.toMatch(
        /onboarding-?id|applicant-?id/,
      );
  });

  it('loads the language that is chosen', () => {
    for (const name of ['React', 'Vue', 'Angular', 'Svelte'])
      expect(write(name, CONFIGURATIONS['all of it']), name).toContain("import 'baanx-kyc-step/locales/ar';");
    expect(write('HTML', CONFIGURATIONS['all of it'])).toContain('src="locales/ar.js"');
  });
});

describe('its headers', () => {
  it.each([
    [
      'as it is',
      ID,
      "Content-Security-Policy: frame-src https://*.veriff.me https://*.veriff.com; connect-src 'self'\n" +
        'Permissions-Policy: camera=(self "https://*.veriff.me" "https://*.veriff.com"), microphone=(self "https://*.veriff.me" "https://*.veriff.com")',
    ],
    [
      'another Veriff and a proxy elsewhere',
      `${ID}&veriff-origins=https%3A%2F%2Fid.example&proxy-url=https%3A%2F%2Fkyc.example%2Fbaanx`,
      'Content-Security-Policy: frame-src https://id.example; connect-src https://kyc.example\n' +
        'Permissions-Policy: camera=(self "https://id.example"), microphone=(self "https://id.example")',
    ],
  ])('%s', (_, query, expected) => expect(write('Headers', query)).toBe(expected));

  it.each(['popup', 'redirect'])('let nothing be framed for %s', (way) => {
    const headers = write('Headers', `${ID}&open-in=${way}`);
    expect(headers).toContain("Content-Security-Policy: connect-src 'self'\n");
    expect(headers).not.toMatch(/^Permissions-Policy|frame-src http/m);
  });
});

/** Stands in for Angular's own, as far as it is used. */
const ANGULAR = `
declare function Component(of: object): (of: unknown) => void;
declare const CUSTOM_ELEMENTS_SCHEMA: object;
declare const input: { required<T>(): () => T };
declare function output<T>(): { emit(value: T): void };
`;
