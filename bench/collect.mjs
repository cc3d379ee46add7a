/** Puts the tables of the last runs into one page: `docs/performance.md`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/bundle.mjs';

const TABLES = [
  'size',
  'startup',
  'paint',
  'response',
  'scale',
  'mounts',
  'leaks',
  'proxy',
  'proxy-options',
  'proxy-memory',
];

const tables = TABLES.map((name) => join(root, 'bench/results', `${name}.md`))
  .filter(existsSync)
  .map((file) => readFileSync(file, 'utf8').trim());
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(
  join(root, 'docs/performance.md'),
  `# Performance

Made by \`npm run bench\`, everything of a table in one run. Absolute times drift with the machine: compare inside
a table.

${tables.join('\n\n')}
`,
);
