/** What is compared: our script-tag module, what a page would take instead, and the least that Lit can be. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { BUNDLES, bundle, bundleLocales, minifier, rolldownOptions, root } from '../../scripts/bundle.mjs';

const cache = join(root, 'node_modules/.cache/bench');

/** Installed into the cache, so that nobody who works on the project carries them along. */
const PEERS = {
  '@veriff/incontext-sdk': '2.5.0',
  persona: '5.9.0',
  '@didit-protocol/sdk-web': '0.4.0',
  '@sumsub/websdk': '2.9.0',
};

const MINIMAL_LIT = `
import { css, html, LitElement } from 'lit';
class MinimalLit extends LitElement {
  static styles = css\`p { color: green }\`;
  render() { return html\`<p>Hello</p>\`; }
}
customElements.define('minimal-lit', MinimalLit);`;

function installPeers() {
  if (Object.entries(PEERS).every(([name, version]) => installed(name) === version)) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', ...wanted], {
    cwd: cache,
    stdio: ['ignore', 2, 2],
  });
}

/** @param {string} name */
function installed(name) {
  const file = join(cache, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/**
 * Bundles some code as one minified ES module, by the same compiler as ours.
 * @param {string} code
 * @param {string} from the folder whose packages it sees
 * @param {RegExp} [apart] what the page has anyway
 */
async function bundleOf(code, from, apart) {
  const entry = join(from, 'bench-entry.js');
  writeFileSync(entry, code);
  const result = await build({
    configFile: false,
    root: from,
    logLevel: 'error',
    publicDir: false,
    plugins: [minifier()],
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: 'bench' },
      rolldownOptions: { ...rolldownOptions, ...(apart && { external: apart }) },
    },
  });
  const [bundled] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
    Array.isArray(result) ? result : [result]
  );
  return bundled?.output[0].code ?? '';
}

/**
 * What a page takes of the package by other ways than the script tag, and each language, by name.
 * @returns {Promise<Record<string, string>>}
 */
export async function entries() {
  const from = join(root, 'node_modules/.cache');
  const source = (/** @type {string} */ name) => JSON.stringify(join(root, 'src', name));
  /** @type {Record<string, string>} */
  const all = {
    'the element, Lit apart': await bundleOf(`import ${source('index.ts')};`, from, /^lit(\/|$)/),
    'React component, element and React apart': await bundleOf(
      `export * from ${source('react.ts')};`,
      from,
      /^react$|\/element\//,
    ),
  };
  for (const file of await bundleLocales(cache)) all[file] = readFileSync(join(cache, file), 'utf8');
  return all;
}

/**
 * The code of everything compared, by name.
 * @returns {Promise<Record<string, string>>}
 */
export async function bundles() {
  installPeers();
  await bundle('es', cache);
  /** @type {Record<string, string>} */
  const all = {
    'baanx-kyc-step': readFileSync(join(cache, BUNDLES.es), 'utf8'),
    'minimal Lit element': await bundleOf(MINIMAL_LIT, join(root, 'node_modules/.cache')),
  };
  for (const [name, version] of Object.entries(PEERS)) {
    const code = `import * as peer from '${name}';\nglobalThis.peer = peer;`;
    all[`${name} ${version}`] = await bundleOf(code, cache);
  }
  return all;
}
