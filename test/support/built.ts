import { execFileSync } from 'node:child_process';
import { root } from '../../scripts/root.mjs';

/** Builds what is published into `dist`, before the tests of the build and of the packed package. */
export function setup(): void {
  // With the test runner's NODE_ENV, the bundles would contain Lit's development build.
  const { NODE_ENV: _mode, ...env } = process.env;
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
