import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** The paths of all pages of the documentation, relative to the root. */
export const pageFiles = (): string[] => [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'scripts/browsers/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
