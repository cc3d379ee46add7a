/**
 * Prints the script tags with the integrity hashes of the last build. With `--write`, as in `npm run build`, it writes them
 * between the markers in README.md instead.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES } from './bundle.mjs';
import { root } from './root.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const { name, version } = JSON.parse(read('package.json'));
/** @type {Record<string, string>} */
const hashes = JSON.parse(read('dist/sri.json'));

const tag = (/** @type {string} */ file, /** @type {string} */ kind) =>
  [
    `<script${kind}`,
    `  src="https://cdn.jsdelivr.net/npm/${name}@${version}/dist/${file}"`,
    `  integrity="${hashes[file]}"`,
    '  crossorigin="anonymous"',
    '></script>',
  ].join('\n');
const tags = `${tag(BUNDLES.es, '\n  type="module"')}\n\n<!-- or, as a classic script -->\n${tag(BUNDLES.iife, '\n  defer')}\n`;

if (!process.argv.includes('--write')) {
  console.log(tags);
} else {
  const readme = read('README.md');
  const markers = /(<!-- script-tag -->)[^]*?(<!-- \/script-tag -->)/;
  if (!markers.test(readme)) throw new Error('README.md has no `<!-- script-tag -->` markers');
  const filled = readme.replace(
    markers,
    (_match, open, close) => `${open}\n\n\`\`\`html\n${tags}\`\`\`\n\n${close}`,
  );
  writeFileSync(join(root, 'README.md'), filled);
}
