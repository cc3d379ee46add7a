/** `npm run gallery`: draws the pictures of test/gallery anew. Look at each before it is committed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { root } from './bundle.mjs';

await ensureChromium();
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'journeys', 'test/gallery'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DRAW_GALLERY: '1' } },
);
process.exitCode = status ?? 1;
