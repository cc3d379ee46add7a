/**
 * `npm run tag` prints the tags to copy, with the hashes of the files built last; with `--write` it puts them between
 * the marks in README.md, where there are any.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, root } from './bundle.mjs';

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

const marks = /(<!-- script-tag -->\n)[^]*?(<!-- \/script-tag -->)/;
const readme = read('README.md');
if (process.argv.includes('--write') && marks.test(readme)) {
  writeFileSync(
    join(root, 'README.md'),
    readme.replace(
      marks,
      (_all, open, close) => `${String(open)}\n\`\`\`html\n${tags}\`\`\`\n\n${String(close)}`,
    ),
  );
} else {
  console.log(tags);
}
