import { describe, expect, it } from 'vitest';
import { DESCRIBED_ENTRIES } from '../../scripts/docs/entries.js';
import { TypeTexts } from '../../scripts/docs/type-text.js';
import { VARIABLES } from '../../src/proxy/process/environment.js';
import { environmentTable } from '../../scripts/docs/environment-table.js';

describe('The reference of the functions', { timeout: 60_000 }, () => {
  const types = new TypeTexts();
  const exported = Object.values(DESCRIBED_ENTRIES)
    .flat()
    .flatMap((entry) => types.exports(entry));

  it('says for every option what it is, and what the default is', () => {
    const options = exported
      .filter(({ name, kind }) => kind === 'interface' && name.endsWith('Options'))
      .flatMap(({ name, fields }) => fields.map((field) => ({ ...field, at: `${name}.${field.name}` })));
    expect(options.length).toBeGreaterThan(50);
    expect(options.filter(({ description }) => description === '').map(({ at }) => at)).toEqual([]);
    const silent = options.filter(({ optional, default: value }) => optional && value === undefined);
    expect(silent.map(({ at }) => at)).toEqual([]);
  });

  it('describes every function', () => {
    const functions = exported.filter(({ kind }) => kind === 'function');
    expect(functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['createKycProxy', 'toNodeHandler', 'createHandoff', 'kycSandbox', 'diagnose']),
    );
    expect(functions.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
  });

  it('has every environment variable of the proxy', () => {
    const names = [...VARIABLES.matchAll(/^ {2}([A-Z_]+)(?:, ([A-Z_]+))? /gm)].flatMap(([, ...two]) =>
      two.filter((name) => name !== undefined),
    );
    expect(names.length).toBeGreaterThan(20);
    const table = environmentTable();
    expect(names.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });
});
