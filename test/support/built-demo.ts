import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { contents, fingerprint } from './fingerprint.js';

/** The folder of the built playground. */
export const DEMO_FOLDER = join(root, 'node_modules/.cache/demo-site');

/** Everything from which the playground is built, with its documentation. */
const SOURCES = [
  ...['src', 'demo', 'docs', 'scripts', 'bench/results', 'test/consumers/framework-support.json'],
  ...['test/journeys/side-by-side.json', 'package-lock.json', 'package.json', 'custom-elements.json'],
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'],
];

/** Builds the playground for the journeys, unless it was already built from the same sources. */
export function setup(): void {
  const stamp = join(DEMO_FOLDER, '.sources');
  const sources = fingerprint(...SOURCES.flatMap((path) => contents(join(root, path))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  execFileSync(process.execPath, ['scripts/demo/build.mjs', DEMO_FOLDER], { cwd: root, stdio: 'inherit' });
  writeFileSync(stamp, sources);
}
