/** `npm run test:model`: the walks of test/model, many of them. `MODEL_RUNS` says how many, `MODEL_SEED` repeats some. */
import { spawnSync } from 'node:child_process';
import { root } from './bundle.mjs';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/@web/test-runner/dist/bin.js', '--files', 'test/model/*.browser.ts'],
  { cwd: root, stdio: 'inherit', env: { MODEL_RUNS: '1000', ...process.env } },
);
process.exitCode = status ?? 1;
