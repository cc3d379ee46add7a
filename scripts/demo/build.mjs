/** `npm run build:demo`: builds the playground as static files into `dist-demo/`, or into the folder given. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, runnerImport } from 'vite';
import { build as buildSite } from 'vitepress';
import { BUNDLES, bundle, target } from '../bundle.mjs';
import { root } from '../root.mjs';

// Under a test runner NODE_ENV is `test`, and the page would expect a development server.
process.env['NODE_ENV'] = 'production';
const outDir = resolve(root, process.argv[2] ?? 'dist-demo');

await build({
  configFile: join(root, 'vite.config.ts'),
  // Relative URLs, so that it works in any folder of a web server.
  base: './',
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true, target },
});
// A classic script, because Firefox does not support modules as service workers.
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

// A server that has a backend of its own serves its own file instead.
writeFileSync(join(outDir, 'backend.json'), '{ "backend": "worker", "veriffOrigins": "" }\n');

for (const format of /** @type {(keyof typeof BUNDLES)[]} */ (Object.keys(BUNDLES)))
  await bundle(format, outDir);

// The documentation: a website in `docs`, and the pages as Markdown.
const { module } = await runnerImport(join(root, 'scripts/docs/pages.ts'), { configFile: false });
/** @type {Map<string, string>} */
const pages = await module.sitePages();
await buildSite(join(root, 'docs'), { outDir: join(outDir, 'docs') });
for (const [file, text] of pages) {
  mkdirSync(dirname(join(outDir, file)), { recursive: true });
  writeFileSync(join(outDir, file), text);
}
for (const file of ['LICENSE', 'docs/step.png', 'docs/tokens.png', 'docs/deploy'])
  cpSync(join(root, file), join(outDir, file), { recursive: true });
