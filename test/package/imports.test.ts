import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { default: string }>;
};
const entries = Object.entries(exports).flatMap(([name, target]) =>
  typeof target === 'string' || name.includes('*') ? [] : [name.replace(/^\./, 'baanx-kyc-step')],
);

/** Imports an entry in a new Node process, which fails if it does not exit by itself. Prints the exports and new globals. */
const importInNode = (entry: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const before = new Set(Object.getOwnPropertyNames(globalThis));
       const names = Object.keys(await import('${entry}'));
       const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
       console.log(JSON.stringify({ names: names.length > 0, added }));`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 30_000 },
  );

describe('Importing the package in Node', () => {
  it.each(entries)('only defines names: %s', (entry) => {
    const { names, added } = JSON.parse(importInNode(entry)) as { names: boolean; added: string[] };
    expect(names).toBe(true);
    // Lit's own globals, and its replacement for `customElements` on a server.
    expect(added.filter((name) => !/^(?:lit[A-Z]|reactiveElement|customElements$)/.test(name))).toEqual([]);
  });
});
