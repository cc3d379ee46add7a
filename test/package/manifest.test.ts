import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { readManifest } from '../../scripts/docs/element-tables.js';
import { BaanxKycStep } from '../../src/element.js';
import { STATES } from '../../src/flow/snapshot.js';

const manifest = readManifest();
const source = ['src/element', 'src/headless']
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
/** The names that the pattern finds in the source, without duplicates. A match may contain several. */
const namesInSource = (pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].flatMap(([, names = '']) => names.split(' ')))].sort();

describe('custom-elements.json', () => {
  it('has every attribute, with its property', () => {
    // Reading `observedAttributes` makes Lit collect the properties of all base classes.
    expect(BaanxKycStep.observedAttributes.length).toBeGreaterThan(0);
    const attributes = [...BaanxKycStep.elementProperties].flatMap(([name, { attribute = true }]) =>
      attribute === false
        ? []
        : [`${attribute === true ? String(name).toLowerCase() : attribute} ${String(name)}`],
    );
    expect(manifest.attributes.map(({ name, fieldName }) => `${name} ${fieldName}`).sort()).toEqual(
      attributes.sort(),
    );
  });

  it('has every token that the styles use', () => {
    expect(named(manifest.cssProperties)).toEqual(namesInSource(/var\((--baanx-kyc-[\w-]+)/g));
  });

  it('has every part and slot of the templates', () => {
    expect(named(manifest.cssParts)).toEqual(expect.arrayContaining(namesInSource(/ part="([\w -]+)"/g)));
    expect(named(manifest.slots)).toEqual(expect.arrayContaining(namesInSource(/<slot name="([\w-]+)"/g)));
  });

  it('has every event, with the type of its detail', () => {
    for (const { name, type } of manifest.events) expect(type?.text, name).toMatch(/^CustomEvent<\w+>$/);
    const [, details = ''] = /interface KycStepEventDetails \{([^}]*)/.exec(source) ?? [];
    expect(named(manifest.events)).toEqual([...details.matchAll(/(\w+):/g)].map(([, name]) => name).sort());
  });

  it('has every state', () => {
    expect(named(manifest.cssStates)).toEqual([...STATES].sort());
  });
});
