/** The scripts that are compared: ours, the SDKs that a page could load instead, and the smallest Lit element. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, bundle, bundleLocales, buildScript } from '../../scripts/bundle.mjs';
import { root } from '../../scripts/root.mjs';

const cache = join(root, 'node_modules/.cache/bench');

/** Installed into the cache, so that contributors do not install them with the project. */
const OTHER_SDKS = {
  '@veriff/incontext-sdk': '2.5.0',
  persona: '5.9.0',
  '@didit-protocol/sdk-web': '0.4.0',
  '@sumsub/websdk': '2.9.0',
};

export const OURS = 'baanx-kyc-step';
export const MINIMAL_LIT = 'minimal Lit element';

const MINIMAL_LIT_SOURCE = `
import { css, html, LitElement } from 'lit';
class MinimalLit extends LitElement {
  static styles = css\`p { color: green }\`;
  render() { return html\`<p>Hello</p>\`; }
}
customElements.define('minimal-lit', MinimalLit);`;

function installOtherSdks() {
  const sdks = Object.entries(OTHER_SDKS);
  if (sdks.every(([name, version]) => installedVersion(name) === version)) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  const packages = sdks.map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-save', '--no-package-lock', '--ignore-scripts', ...packages], {
    cwd: cache,
    stdio: ['ignore', 2, 2],
  });
}

/** @param {string} name */
function installedVersion(name) {
  const file = join(cache, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/**
 * Bundles some code exactly as our own script tag is bundled.
 * @param {string} source
 * @param {'es' | 'iife'} format
 * @param {RegExp[]} [external] modules to leave out
 */
function bundleSource(source, format, external = []) {
  mkdirSync(cache, { recursive: true });
  const entry = join(cache, 'entry.js');
  writeFileSync(entry, source);
  return buildScript({ entry, format, fileName: 'bench.js', name: 'bench', external });
}

/**
 * Other parts of the package that a page may load, by name: the element without Lit, the React component, each language.
 * @returns {Promise<Record<string, string>>}
 */
export async function otherParts() {
  const source = (/** @type {string} */ file) => JSON.stringify(join(root, 'src', file));
  /** @type {Record<string, string>} */
  const parts = {
    'the element without Lit': await bundleSource(`import ${source('index.ts')};`, 'es', [/^lit(\/|$)/]),
    'React component without element and React': await bundleSource(
      `export * from ${source('react.ts')};`,
      'es',
      [/^react$/, /\/element\//],
    ),
  };
  for (const file of await bundleLocales(cache)) parts[file] = readFileSync(join(cache, file), 'utf8');
  return parts;
}

/**
 * The code of every script that is compared, by name; ours as it is published.
 * @param {'es' | 'iife'} [format] a module, or a classic script
 * @returns {Promise<Record<string, string>>}
 */
export async function comparedScripts(format = 'es') {
  installOtherSdks();
  // As published: the line that names the source map is part of it.
  await bundle(format, cache);
  /** @type {Record<string, string>} */
  const scripts = {
    [OURS]: readFileSync(join(cache, BUNDLES[format]), 'utf8'),
    [MINIMAL_LIT]: await bundleSource(MINIMAL_LIT_SOURCE, format),
  };
  for (const [name, version] of Object.entries(OTHER_SDKS)) {
    const source = `import * as sdk from '${name}';\nglobalThis.sdk = sdk;`;
    scripts[`${name} ${version}`] = await bundleSource(source, format);
  }
  return scripts;
}
