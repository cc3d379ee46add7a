/** Builds only the proxy, as it is published, for tests and benches that start it as a process. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { target } from './bundle.mjs';
import { root } from './root.mjs';

const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const PEERS = Object.keys(peerDependencies);

/**
 * @param {object} options
 * @param {Record<string, string>} options.entry source files by the name of the output
 * @param {string} options.outDir
 * @param {boolean} options.hasImports whether the output imports Node's modules and packages, or is one file without imports
 */
const bundle = ({ entry, outDir, hasImports }) =>
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
        external: hasImports ? [/^node:/, ...PEERS] : [],
        output: { chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });

/**
 * Builds `handler.mjs`, `node.mjs`, `limits.mjs`, `cli.mjs` and `server.mjs`, and for edge runtimes `edge.mjs` and `edge-server.mjs`: the
 * handler, and the server kit, each in one file without imports. The folder is inside node_modules, so that the files can import packages.
 * @param {string} name name of the folder
 * @returns {Promise<string>} path of the folder
 */
export async function buildProxy(name) {
  const outDir = join(root, 'node_modules/.cache', name);
  rmSync(outDir, { recursive: true, force: true });
  const entries = ['handler', 'node', 'limits', 'cli'].map((file) => [file, `src/proxy/${file}.ts`]);
  const server = { server: 'src/server/index.ts' };
  await bundle({ entry: { ...Object.fromEntries(entries), ...server }, outDir, hasImports: true });
  await bundle({ entry: { edge: 'src/proxy/handler.ts' }, outDir, hasImports: false });
  await bundle({ entry: { 'edge-server': 'src/server/index.ts' }, outDir, hasImports: false });
  return outDir;
}
