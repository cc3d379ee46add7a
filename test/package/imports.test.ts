import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle.mjs';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { default: string }>;
};
const entries = Object.entries(exports).flatMap(([name, target]) =>
  typeof target === 'string' || name.includes('*') ? [] : [name.replace(/^\./, 'baanx-kyc-step')],
);

/** What it prints and what it leaves behind, in a Node of its own: it must end by itself. */
const imported = (entry: string) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const before = new Set(Object.getOwnPropertyNames(globalThis));
       const names = Object.keys(await import('${entry}'));
       const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
       console.log(JSON.stringify({ names: names.length > 0, left }));`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 30_000 },
  );

describe('importing in Node', () => {
  it.each(entries)('%s does nothing but define names', (entry) => {
    const { names, left } = JSON.parse(imported(entry)) as { names: boolean; left: string[] };
    expect(names).toBe(true);
    // Lit's own marks and its stand-in for a server's `customElements`.
    expect(left.filter((name) => !/^(?:lit[A-Z]|reactiveElement|customElements$)/.test(name))).toEqual([]);
  });
});
