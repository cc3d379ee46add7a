import { execFileSync } from 'node:child_process';
import { root } from '../../scripts/bundle.mjs';

/** Builds what is published, as `npm run build` does, before the tests of it. */
export function setup(): void {
  // A test runner's own mode would bring Lit's development build into the bundles.
  const { NODE_ENV: _mode, ...env } = process.env;
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
