import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { readManifest } from '../../scripts/docs/element-tables.js';
import { BaanxKycStep } from '../../src/element.js';
import { FormControl } from '../../src/element/form-control.js';
import { STATES } from '../../src/flow/machine.js';

const manifest = readManifest();
const folder = join(root, 'src/element');
const source = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
/** What the pattern finds in the source, split at spaces, each once. */
const inSource = (pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].flatMap(([, names = '']) => names.split(' ')))].sort();

describe('custom-elements.json', () => {
  it('has every attribute, with its property', () => {
    const declared = { ...FormControl.properties, ...BaanxKycStep.properties };
    const attributes = Object.entries(declared).flatMap(
      ([name, { attribute = name.toLowerCase() }]: [string, { attribute?: string | false }]) =>
        attribute === false ? [] : [`${attribute} ${name}`],
    );
    expect(manifest.attributes.map(({ name, fieldName }) => `${name} ${fieldName}`).sort()).toEqual(
      attributes.sort(),
    );
  });

  it('has every token that the styles ask for', () => {
    expect(named(manifest.cssProperties)).toEqual(inSource(/var\((--baanx-kyc-[\w-]+)/g));
  });

  it('has every part and slot that the templates have', () => {
    expect(named(manifest.cssParts)).toEqual(expect.arrayContaining(inSource(/ part="([\w -]+)"/g)));
    expect(named(manifest.slots)).toEqual(expect.arrayContaining(inSource(/<slot name="([\w-]+)"/g)));
  });

  it('says of each event what its detail is', () => {
    for (const { name, type } of manifest.events) expect(type?.text, name).toMatch(/^CustomEvent<\w+>$/);
    const [, details = ''] = /interface KycStepEventDetails \{([^}]*)/.exec(source) ?? [];
    expect(named(manifest.events)).toEqual([...details.matchAll(/(\w+):/g)].map(([, name]) => name).sort());
  });

  it('has every state', () => {
    expect(named(manifest.cssStates)).toEqual([...STATES].sort());
  });
});
