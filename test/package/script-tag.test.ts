import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

it('README has the script tags of the current build (npm run build)', () => {
  const tags = execFileSync(process.execPath, ['scripts/script-tag.mjs'], { cwd: root, encoding: 'utf8' });
  expect(tags).toMatch(/integrity="sha384-[\w+/]{64}"/);
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(tags.trim());
});
