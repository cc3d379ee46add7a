/** `npm run build`: everything that is published, into `dist/`. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { BUNDLES, bundle, bundleLocales, onLog, root, target } from './bundle.mjs';
import { writeEditorData } from './editor-data.mjs';
import { newerThanSafari15 } from './syntax.mjs';

const dist = join(root, 'dist');
const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * What can be imported or run, as package.json says. Each file of `src` keeps its place in `dist`, so that its types
 * lie beside it.
 */
const entries = [...JSON.stringify([pkg.exports, pkg.bin]).matchAll(/"\.\/dist\/([^"]+)\.js"/g)]
  .map(([, name]) => join(root, `src/${name}.ts`))
  .flatMap((file) => (basename(file) === '*.ts' ? modulesIn(dirname(file)) : [file]))
  .filter(existsSync);

/** @param {string} folder */
function modulesIn(folder) {
  // What only a script tag loads has no folder in the source.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

const packages = Object.keys({ ...pkg.dependencies, ...pkg.peerDependencies });

/** @param {string} id */
const isExternal = (id) =>
  id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`));

async function modules() {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target,
      outDir: dist,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: { entry: entries, formats: ['es'] },
      rolldownOptions: {
        external: isExternal,
        onLog,
        output: {
          preserveModules: true,
          preserveModulesRoot: 'src',
          // The compiler's own helpers lie under its name and version, which say nothing to anyone. npm leaves folders
          // named node_modules out of a package.
          entryFileNames: ({ name }) =>
            `${name.replace(/^_virtual\/.*\//, '_virtual/').replace(/^.*node_modules\/.*\//, '_bundled/')}.js`,
        },
      },
    },
  });
}

function declarations() {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
}

/** What the notices inside the bundles would say: Lit's licence asks for it wherever Lit goes. */
function notices() {
  // Lit is in the script tags, ipaddr.js in the proxy.
  const packages = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'ipaddr.js'];
  const texts = packages.map((name) => {
    const licence = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim();
    return `${name}\n\n${licence}\n`;
  });
  const head = `${Object.values(BUNDLES).join(' and ')} have in them:\n\n`;
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), head + texts.join('\n\n'));
}

/** @param {string[]} scripts */
function integrity(scripts) {
  const hashes = scripts.map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    return [name, `sha384-${hash}`];
  });
  writeFileSync(join(dist, 'sri.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** Every file that package.json promises is there, and none has syntax that Safari 15.4 can't read. */
function verify() {
  const promised = JSON.stringify(pkg.exports).match(/\.\/dist\/[^"*]+(?=")/g) ?? [];
  const missing = promised.filter((file) => !existsSync(join(root, file)));
  const react = readFileSync(join(dist, 'react.js'), 'utf8');
  if (!react.startsWith('"use client"')) throw new Error('dist/react.js does not begin with "use client"');
  if (missing.length > 0) throw new Error(`package.json exports what was not built: ${missing.join(', ')}`);

  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const tooNew = scripts.flatMap((file) =>
    newerThanSafari15(readFileSync(join(dist, file), 'utf8')).map((what) => `${file} has ${what}`),
  );
  if (tooNew.length > 0) throw new Error(`Safari 15.4 can't read this: ${tooNew.join(', ')}`);
}

rmSync(dist, { recursive: true, force: true });
await modules();
for (const format of /** @type {(keyof typeof BUNDLES)[]} */ (Object.keys(BUNDLES)))
  await bundle(format, dist);
const locales = await bundleLocales(dist);
declarations();
integrity([...Object.values(BUNDLES), ...locales]);
notices();
writeEditorData(dist);
verify();
