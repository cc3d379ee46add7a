import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { pack } from '../../scripts/pack.mjs';

const { exports, typesVersions } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string }>;
  typesVersions: Record<string, Record<string, string[]>>;
};

it('Every entry has types for TypeScript’s node10 module resolution', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(pack().tarball)), {
    // Files for script tags, and their hashes, are not imported.
    excludeEntrypoints: [/^\.\/dist\//, './locales/*'],
    includeEntrypoints: ['./locales/de'],
  });
  if (!analysis.types) throw new Error('The package has no types');
  const unresolved = Object.entries(analysis.entrypoints)
    .filter(([, { resolutions }]) => !resolutions.node10.resolution?.isTypeScript)
    .map(([entry]) => entry);
  expect(unresolved.filter((entry) => !entry.endsWith('.json'))).toEqual([]);
});

it('The fields typesVersions and exports of package.json name the same types', () => {
  const fromExports = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'string' || entry === '.' ? [] : [[entry.replace('./', ''), [target.types]]],
  );
  expect(typesVersions['*']).toEqual(Object.fromEntries(fromExports));
});
