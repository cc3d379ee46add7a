import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { ENTRIES } from '../../scripts/docs/entries.js';
import type { Snippet } from './snippets.js';

const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  strict: true,
  allowJs: true,
  checkJs: true,
  noUncheckedSideEffectImports: true,
  noEmit: true,
  skipLibCheck: true,
  jsx: 'react-jsx',
  experimentalDecorators: true,
  useDefineForClassFields: false,
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: ['node'],
  paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, [join(root, file)]])),
};

/** The errors that TypeScript finds in the snippets, in strict mode and with the types of the source. */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  // Inside the project, so that the snippets' imports find its packages.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/snippets-'));
  try {
    snippets.forEach(({ language, text }, index) =>
      writeFileSync(join(folder, `snippet-${index}.${language}`), text),
    );
    copyFileSync(join(root, 'test/docs/host.d.ts'), join(folder, 'host.d.ts'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['.'] }),
    );
    const tsc = join(root, 'node_modules/typescript-7/bin/tsc');
    const { stdout, error } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) throw error;
    return (
      stdout
        .split(/\n(?! )/)
        // The source, which the snippets import, is checked with options of its own.
        .filter((line) => line && !line.startsWith('../'))
        .map((line) => {
          const [, index, message] = /^snippet-(\d+)\.\w+\(.*?\): error TS\d+: ([^]*)$/.exec(line) ?? [];
          return message === undefined ? line : `${snippets[Number(index)]?.at}: ${message}`;
        })
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
