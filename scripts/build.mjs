/** `npm run build`: writes everything that is published into `dist/`. */
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { BUNDLES, bundle, bundleLocales, bundleHandoff, onLog, HANDOFF_FILE, target } from './bundle.mjs';
import { root } from './root.mjs';

const dist = join(root, 'dist');
const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * The entry modules that package.json names in `exports` and `bin`. Each file of `src` keeps its path in `dist`, beside its
 * declarations.
 */
const entries = [...JSON.stringify([pkg.exports, pkg.bin]).matchAll(/"\.\/dist\/([^"]+)\.js"/g)]
  .map(([, name]) => join(root, `src/${name}.ts`))
  .flatMap((file) => (basename(file) === '*.ts' ? modulesIn(dirname(file)) : [file]))
  .filter(existsSync);

/** @param {string} folder */
function modulesIn(folder) {
  // Files for script tags have no folder of their own in the source.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

const packages = Object.keys({ ...pkg.dependencies, ...pkg.peerDependencies });

/** @param {string} id */
const isExternal = (id) =>
  id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`));

async function buildModules() {
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
          // The compiler's helpers get a path without the compiler's name and version. npm leaves folders named
          // node_modules out of a package.
          entryFileNames: ({ name }) =>
            `${name.replace(/^_virtual\/.*\//, '_virtual/').replace(/^.*node_modules\//, '_bundled/')}.js`,
        },
      },
    },
  });
}

function buildDeclarations() {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript-7/bin/tsc'), '-p', 'tsconfig.build.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
}

/** Licenses must accompany every copy: Lit is in the script tags, which have no comments; the others are in `_bundled`. */
function writeThirdPartyLicenses() {
  const packages = [
    'lit',
    'lit-html',
    'lit-element',
    '@lit/reactive-element',
    'lean-qr',
    'ipaddr.js',
    'content-security-policy-parser',
    'structured-headers',
    'parse5',
    'parse5/node_modules/entities',
  ];
  const texts = packages.map((name) => {
    const license = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim();
    return `${name}\n\n${license}\n`;
  });
  const head = `${Object.values(BUNDLES).join(' and ')} and the modules contain:\n\n`;
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), head + texts.join('\n\n'));
}

/** @param {string[]} scripts files in `dist` that script tags load */
function writeIntegrityHashes(scripts) {
  const hashes = scripts.map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    return [name, `sha384-${hash}`];
  });
  writeFileSync(join(dist, 'sri.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** Writes the data with which editors complete the tag, its attributes, parts and tokens, from custom-elements.json. */
function writeEditorData() {
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  generateVsCodeCustomElementData(manifest, { outdir: dist, hideLogs: true });
  generateJetBrainsWebTypes(manifest, { outdir: dist, hideLogs: true, packageJson: false });
}

/** Checks that every file in `exports` exists, and that the React entries are still marked as client code. */
function verify() {
  const exported = JSON.stringify(pkg.exports).match(/\.\/dist\/[^"*]+(?=")/g) ?? [];
  const missing = exported.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0)
    throw new Error(`package.json exports files that do not exist: ${missing.join(', ')}`);
  for (const entry of ['react.js', 'headless/react.js'])
    if (!readFileSync(join(dist, entry), 'utf8').startsWith('"use client"'))
      throw new Error(`dist/${entry} does not begin with "use client"`);
}

rmSync(dist, { recursive: true, force: true });
await buildModules();
for (const format of /** @type {(keyof typeof BUNDLES)[]} */ (Object.keys(BUNDLES)))
  await bundle(format, dist);
await bundleHandoff(dist);
const locales = await bundleLocales(dist);
buildDeclarations();
writeIntegrityHashes([...Object.values(BUNDLES), HANDOFF_FILE, ...locales]);
writeThirdPartyLicenses();
writeEditorData();
verify();
