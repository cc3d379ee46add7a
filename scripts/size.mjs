/** `npm run size`: checks that the script tag stays within its budget and contains nothing that does not belong in it. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BUNDLES, bundle } from './bundle.mjs';
import { root } from './root.mjs';

/**
 * Compressed by brotli at its default, the highest quality. The design asks for 20,480 bytes; docs/performance.md says what
 * the rest is spent on. The budget rises only for a feature that has a line there.
 */
const BUDGET_BYTES = 29_200;

/** The element's layers with English alone, and Lit. */
const ALLOWED_SOURCES =
  /^(?:src\/(?:index\.ts|(?:element|headless|flow|veriff|baanx)\/.+|i18n\/(?:[^/]+|locales\/en\.ts))|node_modules\/(?:lit|@lit)\b.+)$/;

const folder = join(root, 'node_modules/.cache/size');
await bundle('es', folder);
const code = readFileSync(join(folder, BUNDLES.es));
const size = brotliCompressSync(code).length;

/** @type {{ sources: string[] }} */
const { sources } = JSON.parse(readFileSync(join(folder, `${BUNDLES.es}.map`), 'utf8'));
for (const source of sources.map((path) => relative(root, join(folder, path)))) {
  if (ALLOWED_SOURCES.test(source)) continue;
  console.log(`${source} does not belong in the script tag.`);
  process.exitCode = 1;
}

const formatted = (/** @type {number} */ bytes) => bytes.toLocaleString('en');
console.log(
  `${BUNDLES.es}: ${formatted(size)} bytes brotli of ${formatted(BUDGET_BYTES)} (${formatted(code.length)} uncompressed)`,
);
if (size > BUDGET_BYTES) {
  console.log(
    `That is ${formatted(size - BUDGET_BYTES)} bytes over the budget. Make it smaller or, for a feature, add a line to the table of ` +
      'docs/performance.md and raise the budget there, in scripts/size.mjs and in scripts/docs/benches.ts.',
  );
  process.exitCode = 1;
}
