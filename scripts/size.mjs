/** What the script tag costs over the line: the bundle, compressed by brotli at its best, within its budget. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { BUNDLES, bundle, root } from './bundle.mjs';

/** Where it is to go. */
const BUDGET = 12_288;
/**
 * Where it is: it may only sink, until it meets the budget. A little above, since Brotli gives or takes 80 bytes for an
 * edit that makes the plain code shorter.
 */
const CEILING = 17_984;

const folder = join(root, 'node_modules/.cache/size');
await bundle('es', folder);
const code = readFileSync(join(folder, BUNDLES.es));
const size = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** What may be in the bundle: the element's rooms with English alone, and Lit. Nothing of the proxy, of the sandbox. */
const MAY =
  /^(?:src\/(?:index\.ts|(?:element|flow|veriff|baanx)\/.+|i18n\/(?:[^/]+|locales\/en\.ts))|node_modules\/(?:lit|@lit)\b.+)$/;
/** @type {string[]} */
const sources = JSON.parse(readFileSync(`${join(folder, BUNDLES.es)}.map`, 'utf8')).sources;
for (const source of sources.map((path) => relative(root, join(folder, path)))) {
  if (MAY.test(source)) continue;
  console.log(`${source} has no place in the script tag.`);
  process.exitCode = 1;
}

const figure = (/** @type {number} */ bytes) => bytes.toLocaleString('en');
console.log(
  `${BUNDLES.es}: ${figure(size)} bytes brotli of ${figure(BUDGET)} (${figure(code.length)} plain)`,
);
if (size > BUDGET) console.log(`That is ${figure(size - BUDGET)} bytes over the budget.`);
if (size > CEILING) {
  console.log(`And ${figure(size - CEILING)} bytes over the ceiling of ${figure(CEILING)}.`);
  process.exitCode = 1;
}
