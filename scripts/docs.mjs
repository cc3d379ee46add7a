/**
 * `npm run docs`: writes everything that is generated from the source: custom-elements.json, then the generated parts of
 * the documentation. With `--check` it writes nothing and fails if anything is out of date.
 */
// @ts-expect-error -- the analyzer's command has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './root.mjs';

const isCheck = process.argv.includes('--check');

/** @param {string} file @param {string} content */
function update(file, content) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  if (isCheck) {
    console.log(`${file} is out of date. Run \`npm run docs\` and commit the result.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, content);
  }
}

const manifest = JSON.stringify(
  await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true }),
  null,
  2,
);
if (!manifest.includes('"custom-element-definition"'))
  throw new Error('The manifest has no custom element: does the doc comment of its class have `@tagName`?');
update('custom-elements.json', `${manifest}\n`);

const { module } = await runnerImport(join(root, 'scripts/docs/pages.ts'), { configFile: false });
/** @type {Map<string, string>} */
const pages = await module.freshPages();
for (const [file, page] of pages) update(file, page);

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
for (const name of Object.keys(scripts)) {
  if (contributing.includes(`\`npm run ${name}\``) || contributing.includes(`\`npm ${name}\``)) continue;
  console.log(`CONTRIBUTING.md does not describe \`npm run ${name}\`.`);
  process.exitCode = 1;
}
