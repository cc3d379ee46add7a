/** `npm run build:demo`: the playground as files for any web server, into `dist-demo/` or the folder named. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, runnerImport } from 'vite';
import { BUNDLES, bundle, root, target } from './bundle.mjs';

// A test runner around us says `test`, and the page would look for a server of its own.
process.env['NODE_ENV'] = 'production';
const outDir = resolve(root, process.argv[2] ?? 'dist-demo');

await build({
  configFile: join(root, 'vite.config.ts'),
  // So that it may lie in any folder of a server.
  base: './',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true, target },
});
// Of one file, and no module: Firefox has no service workers of modules.
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: false,
    target,
    lib: {
      entry: 'demo/sandbox-worker.ts',
      name: 'sandboxWorker',
      formats: ['iife'],
      fileName: () => 'sandbox-worker.js',
    },
  },
});

for (const format of /** @type {(keyof typeof BUNDLES)[]} */ (Object.keys(BUNDLES)))
  await bundle(format, outDir);

// The documentation lies beside it.
const { module } = await runnerImport(join(root, 'scripts/docs/pages.ts'), { configFile: false });
/** @type {Map<string, string>} */
const pages = await module.sitePages();
for (const [file, text] of pages) {
  mkdirSync(dirname(join(outDir, file)), { recursive: true });
  writeFileSync(join(outDir, file), text);
}
for (const file of ['LICENSE', 'docs/step.png', 'docs/tokens.png', 'docs/deploy'])
  cpSync(join(root, file), join(outDir, file), { recursive: true });
cpSync(join(root, 'demo/docs.css'), join(outDir, 'docs.css'));
