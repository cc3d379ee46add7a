/** `npm run attack`: runs the attack lab against the built package, and writes its table for docs/security.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ensureChromium } from './browsers/chromium.mjs';
import { root } from './bundle.mjs';

const { executablePath } = await ensureChromium();
process.env['CHROME_PATH'] = executablePath;
const { module } = await runnerImport(join(root, 'test/attack/run.ts'), { configFile: false });
/** @type {typeof import('../test/attack/run.js')} */
const { attackTable, runAttacks } = /** @type {any} */ (module);

const tallies = await runAttacks(({ name }, { tries, accepted }) => {
  console.log(`${accepted === 0 ? '✓' : '✗'} ${name}: ${accepted} of ${tries} accepted`);
});
writeFileSync(join(root, 'test/attack/results.md'), `${attackTable(tallies)}\n`);
if (tallies.some(({ accepted }) => accepted > 0)) process.exitCode = 1;
