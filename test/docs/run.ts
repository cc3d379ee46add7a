import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { runnerImport } from 'vite';
import { vi } from 'vitest';
import { root } from '../../scripts/bundle.mjs';
import { ENTRIES } from './compile.js';

/** Loads a snippet in Node over the source, as a module of its own. `stands` are files in place of packages. */
export async function load<T>(snippet: string, stands: Readonly<Record<string, string>> = {}): Promise<T> {
  // In the project, so that packages are found.
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'snippet-'));
  const file = join(folder, 'snippet.ts');
  await writeFile(file, snippet);
  const alias = Object.entries({ ...ENTRIES, ...stands }).map(([name, source]) => ({
    find: new RegExp(`^${name.replace('*', '(.+)')}$`),
    replacement: join(root, source.replace('*', '$1')),
  }));
  try {
    return (await runnerImport<T>(file, { root, configFile: false, resolve: { alias } })).module;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads a snippet and returns what it printed. */
export async function printedBy(snippet: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await load(snippet);
    return log.mock.calls.map(([value]) => inspect(value));
  } finally {
    log.mockRestore();
  }
}
