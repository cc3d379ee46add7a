import { describe, expect, it } from 'vitest';
import { compile } from 'svelte/compiler';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';
import { EXPORTS, type Configuration } from '../../demo/exports.js';
import { Settings } from '../../demo/settings.js';
import { typeErrors } from './compile.js';

const configuration = (query: string): Configuration => new Settings(new URLSearchParams(query));
const ID = 'onboarding-id=approve-1';
/** Queries of the playground. */
const CONFIGURATIONS = {
  defaults: ID,
  'every setting':
    `${ID}&lang=ar&open-in=popup&us-env=&documents=passport&poll-interval=400&required=&name=kyc&` +
    'proxy-url=https%3A%2F%2Fkyc.example%2Fbaanx&veriff-origins=https%3A%2F%2Fid.example+https%3A%2F%2F*.veriff.me',
  account: `${ID}&flow=account&open-in=redirect`,
  'special characters': `${ID}&name=${encodeURIComponent('a"b{c}`$\\&d')}`,
};
const all = Object.entries(CONFIGURATIONS);
const exportCode = (name: string, query: string): string => EXPORTS[name]?.(configuration(query)) ?? '';

describe('The code that the playground exports', () => {
  it('compiles as React and as Angular', { timeout: 60_000 }, () => {
    const exported = all.flatMap(([title, query]) => [
      { at: `React, ${title}`, section: '', language: 'tsx', text: exportCode('React', query) },
      // Without its import: Angular's types are declared at the end of this file.
      {
        at: `Angular, ${title}`,
        section: '',
        language: 'ts',
        text: ANGULAR_TYPES + exportCode('Angular', query).replace(/^import .*core';$/m, ''),
      },
    ]);
    expect(typeErrors(exported)).toEqual([]);
  });

  it.each(all)('compiles as Vue: %s', (_, query) => {
    const { descriptor, errors } = parse(exportCode('Vue', query));
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

  it.each(all)('compiles as Svelte without a warning: %s', (_, query) => {
    expect(compile(exportCode('Svelte', query), { filename: 'step.svelte' }).warnings).toEqual([]);
  });

  it('uses applicant-id for Angular and Svelte, which take names that begin with "on" for events', () => {
    for (const name of ['Angular', 'Svelte'])
      for (const [, query] of all) expect(exportCode(name, query)).not.toContain('onboarding-id');
  });

  it('sets no onboarding ID in the account flow', () => {
    for (const name of ['HTML', 'React', 'Vue', 'Angular', 'Svelte'])
      expect(exportCode(name, CONFIGURATIONS.account).toLowerCase(), name).not.toMatch(
        /onboarding-?id|applicant-?id/,
      );
  });

  it('loads the selected language', () => {
    for (const name of ['React', 'Vue', 'Angular', 'Svelte'])
      expect(exportCode(name, CONFIGURATIONS['every setting']), name).toContain(
        "import 'baanx-kyc-step/locales/ar';",
      );
    expect(exportCode('HTML', CONFIGURATIONS['every setting'])).toContain('src="locales/ar.js"');
  });
});

describe('The response headers that the playground exports', () => {
  it.each([
    [
      'with the defaults',
      ID,
      "Content-Security-Policy: frame-src https://*.veriff.me https://*.veriff.com; connect-src 'self'\n" +
        'Permissions-Policy: camera=(self "https://*.veriff.me" "https://*.veriff.com"), microphone=(self "https://*.veriff.me" "https://*.veriff.com")',
    ],
    [
      'with another Veriff origin and a proxy on another origin',
      `${ID}&veriff-origins=https%3A%2F%2Fid.example&proxy-url=https%3A%2F%2Fkyc.example%2Fbaanx`,
      'Content-Security-Policy: frame-src https://id.example; connect-src https://kyc.example\n' +
        'Permissions-Policy: camera=(self "https://id.example"), microphone=(self "https://id.example")',
    ],
  ])('name the required origins: %s', (_, query, expected) =>
    expect(exportCode('Headers', query)).toBe(expected),
  );

  it.each(['popup', 'redirect'])('allow no frame with open-in="%s"', (openIn) => {
    const headers = exportCode('Headers', `${ID}&open-in=${openIn}`);
    expect(headers).toContain("Content-Security-Policy: connect-src 'self'\n");
    expect(headers).not.toMatch(/^Permissions-Policy|frame-src http/m);
  });
});

/** Declares what the exported code uses of Angular. */
const ANGULAR_TYPES = `
declare function Component(of: object): (of: unknown) => void;
declare const CUSTOM_ELEMENTS_SCHEMA: object;
declare const input: { required<T>(): () => T };
declare function output<T>(): { emit(value: T): void };
`;
