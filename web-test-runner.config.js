import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ensureChromium } from './scripts/browser.mjs';
import { countReporter } from './scripts/count-reporter.mjs';
import { otherEngines } from './scripts/engines.mjs';

const { executablePath, args } = await ensureChromium();
const counts = process.env['COUNTS_FILE'];
/** The other engines run in `npm test`, and by name in place of Chromium: `ENGINES=firefox,webkit npx wtr …`. */
const asked = process.env['ENGINES'];
const { engines, missing } = (asked ?? counts) === undefined ? { engines: [], missing: 0 } : otherEngines();

/** As in the demo: `/api/baanx` and `/backend.json`, and Veriff on an origin of its own; verdicts come at once. */
const { module } = await runnerImport(fileURLToPath(new URL('./scripts/backend.ts', import.meta.url)));
const backend = await module.startSandbox({ decideMs: 300, reviewMs: 600 });
const { module: puppets } = await runnerImport(
  fileURLToPath(new URL('./test/support/puppet.ts', import.meta.url)),
);
const [puppet, evil] = await Promise.all([puppets.startPuppet(), puppets.startPuppet()]);
const { module: lines } = await runnerImport(
  fileURLToPath(new URL('./test/support/broken-server.ts', import.meta.url)),
);
const broken = await lines.startBrokenServer();

const { MODEL_RUNS, MODEL_SEED } = process.env;
/** How long the walks of the model are: short with all the other tests, long by `npm run test:model`. */
const model = { runs: Number(MODEL_RUNS ?? 60), length: 40, ...(MODEL_SEED && { seed: Number(MODEL_SEED) }) };

/** What has a DOM is tested in a real browser (`*.browser.ts`). */
export default /** @type {import('@web/test-runner').TestRunnerConfig} */ ({
  files: 'test/**/*.browser.ts',
  // Lit as it is shipped, not its development build: tests run what users get, and the console stays quiet.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  middleware: [
    (context, next) => {
      if (context.querystring === 'coop') context.set('cross-origin-opener-policy', 'same-origin');
      if (context.path === '/origins.json')
        context.body = { puppet: puppet.origin, evil: evil.origin, broken: broken.origin, gone: broken.gone };
      else if (context.path === '/visits.json') context.body = puppet.visits;
      else if (context.path === '/model.json') context.body = model;
      else return next();
    },
    (context, next) =>
      new Promise((resolve, reject) => {
        backend.handle(context.req, context.res, () => next().then(resolve, reject));
      }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  ...(asked
    ? { browsers: engines.flatMap(({ browsers }) => browsers) }
    : { browsers: [chromeLauncher({ launchOptions: { executablePath, args } })], groups: engines }),
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '20000' } },
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY, reportTestResults: true }),
    ...(counts === undefined ? [] : [countReporter(counts, missing)]),
  ],
});
