import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const docs = (name: string) => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

/** A file that the documentation links to. */
export const documented = (name: string): string => readFileSync(docs(name), 'utf8');

/** The code blocks of docs/proxy.md that have a file name, by it. */
export const snippets = (): Map<string, string> =>
  new Map(
    [...documented('proxy.md').matchAll(/^```js (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [
      name,
      code,
    ]),
  );

/** Writes each block into a folder below the built proxy, where its imports lead to what was built. */
export function writeSnippets(built: string): string {
  const folder = join(built, 'snippets');
  mkdirSync(folder);
  for (const [name, code] of snippets()) writeFileSync(join(folder, name), local(code, '..'));
  return folder;
}

/** A block with imports of the built files in the folder named. */
export const local = (code: string, folder: string): string =>
  code.replaceAll(
    /'baanx-kyc-step\/proxy(?:\/(\w+))?'/g,
    (_, entry = 'handler') => `'${folder}/${entry}.mjs'`,
  );
