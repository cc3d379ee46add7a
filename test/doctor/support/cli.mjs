/** Runs the doctor's command from the source, with the arguments of this process. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('../../../src/doctor/cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'silent',
});
