/** The proxy as it is published, built alone: for the tests and benches that start it as a process. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, target } from './bundle.mjs';

const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const PEERS = Object.keys(peerDependencies);

/** @param {boolean} external @param {string} outDir @param {Record<string, string>} entry */
const bundle = (external, outDir, entry) =>
  build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target,
      outDir,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: (_, name) => `${name}.mjs` },
      rolldownOptions: {
        external: external ? [/^node:/, ...PEERS] : [],
        output: { chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });

/**
 * Builds into a folder of node_modules, so that packages are found from there: `handler.mjs`, `node.mjs`,
 * `limits.mjs` and `cli.mjs`, and for an edge runtime `edge.mjs`, one file of the handler without any import.
 * @param {string} name of the folder
 * @returns {Promise<string>} the folder
 */
export async function buildProxy(name) {
  const outDir = join(root, 'node_modules/.cache', name);
  rmSync(outDir, { recursive: true, force: true });
  const entries = ['handler', 'node', 'limits', 'cli'].map((file) => [file, `src/proxy/${file}.ts`]);
  await bundle(true, outDir, Object.fromEntries(entries));
  await bundle(false, outDir, { edge: 'src/proxy/handler.ts' });
  return outDir;
}
