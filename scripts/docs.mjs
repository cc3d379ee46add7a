/** `npm run docs` fills the generated parts of the documentation; with `--check` it only says whether they are fresh. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './bundle.mjs';

const { module } = await runnerImport(join(root, 'scripts/docs/pages.ts'), { configFile: false });
/** @type {Map<string, string>} */
const pages = await module.freshPages();
for (const [file, fresh] of pages) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === fresh) continue;
  if (process.argv.includes('--check')) {
    console.log(`${file} is not what the source says. Run \`npm run docs\` and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, fresh);
  }
}

// Here and not only in the tests, since it is whoever adds a script that knows what it is for.
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const told = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
for (const name of Object.keys(scripts)) {
  if (told.includes(`\`npm run ${name}\``) || told.includes(`\`npm ${name}\``)) continue;
  console.log(`CONTRIBUTING.md has no line for \`npm run ${name}\`.`);
  process.exitCode = 1;
}
