import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { ENTRIES } from '../../scripts/docs/entries.js';

/**
 * Runs a snippet in Node as a module, with the source in place of the package.
 * @param replacements files in place of further packages, by the packages' names
 * @returns the exports of the snippet
 */
export async function load<T>(
  snippet: string,
  replacements: Readonly<Record<string, string>> = {},
): Promise<T> {
  // Inside the project, so that its packages are found.
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'snippet-'));
  const file = join(folder, 'snippet.ts');
  await writeFile(file, importFiles(snippet, { ...ENTRIES, ...replacements }));
  try {
    return (await import(file)) as T;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Replaces the names of packages with the paths of these files, by default the package's own entries. */
export const importFiles = (snippet: string, files: Readonly<Record<string, string>> = ENTRIES): string =>
  Object.entries(files).reduce(
    (text, [name, file]) => text.replaceAll(`'${name}'`, `'${join(root, file)}'`),
    snippet,
  );

/** Runs a snippet and returns the values that it logs. */
export async function loggedBy(snippet: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await load(snippet);
    return log.mock.calls.map(([value]) => inspect(value));
  } finally {
    log.mockRestore();
  }
}
