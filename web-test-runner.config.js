import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureChromium } from './scripts/browsers/chromium.mjs';
import { firefoxAndWebKit } from './scripts/browsers/firefox-and-webkit.mjs';
import { browserReporter } from './scripts/test-results.mjs';

const { executablePath, args } = await ensureChromium();
/** Set by `npm test`: where to write the results. */
const resultsFile = process.env['RESULTS_FILE'];
/** Firefox and WebKit run in `npm test`. `ENGINES=firefox,webkit npx wtr …` runs them instead of Chromium. */
const selected = process.env['ENGINES'];
const { groups, missing } =
  (selected ?? resultsFile) === undefined ? { groups: [], missing: [] } : firefoxAndWebKit();

/**
 * What is published of `src/index.js` and `src/element.js`, by the value of `BUILT`, which runs the tests with it in place of
 * the source. `npm run build` writes it.
 */
const PUBLISHED = {
  script: { index: 'dist/baanx-kyc-step.js', element: 'dist/baanx-kyc-step.js' },
  modules: { index: 'dist/index.js', element: 'dist/element.js' },
};
/** Tests of modules that the published files contain but do not export, or have copies of. */
const NEEDS_SOURCE = [
  'test/contracts/*', // opens Veriff's windows without the element
  'test/element/already-defined.browser.ts', // defines a class of its own
  'test/element/settings.browser.ts', // registers a locale
  'test/i18n/*', // registers and loads locales
  'test/model/*', // random walks through the flow, which is the same code
];
const built = PUBLISHED[process.env['BUILT'] ?? ''];
if (built && !existsSync(built.index)) throw new Error(`${built.index} is missing: run \`npm run build\``);
const publishedInsteadOfSource = {
  name: 'published-instead-of-source',
  /** @param {{ source: string }} request */
  resolveImport: ({ source }) => {
    const [, entry] = /\/src\/(index|element)\.js$/.exec(source) ?? [];
    return built && entry && `/${built[entry]}`;
  },
};

const outDir = fileURLToPath(new URL('./node_modules/.cache/test-servers', import.meta.url));

/** CommonJS packages that the tests, or the proxy in them, import in the browser. Each is bundled into a module. */
const COMMON_JS = ['ipaddr.js', '@sinonjs/fake-timers'];
/** @param {string} name */
const moduleFile = (name) => `${name.replace(/\W/g, '-')}.mjs`;
for (const name of COMMON_JS)
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      lib: {
        entry: fileURLToPath(import.meta.resolve(name)),
        formats: ['es'],
        fileName: () => moduleFile(name),
      },
      outDir,
      emptyOutDir: false,
    },
  });
const commonJsAsModules = {
  name: 'common-js-as-modules',
  /** @param {{ source: string }} request */
  resolveImport: ({ source }) =>
    COMMON_JS.includes(source) ? `/node_modules/.cache/test-servers/${moduleFile(source)}` : undefined,
};

/**
 * Compiles a TypeScript module and imports it. Not by Vite's `runnerImport`, which is closed after the import: the proxy
 * imports its optional packages later.
 */
async function importTs(path) {
  const fileName = `${basename(path, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: fileURLToPath(new URL(path, import.meta.url)),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: fileName } },
    },
  });
  return import(pathToFileURL(join(outDir, fileName)).href);
}
const { startSandbox } = await importTs('./scripts/demo/backend.ts');
/** Serves `/api/baanx` and `/backend.json` as in the demo, and Veriff's page on another origin. Verdicts take 300 ms. */
const backend = await startSandbox({ decideMs: 300, reviewMs: 600 });
const { startPuppet } = await importTs('./test/support/puppet.ts');
const [puppet, evil] = await Promise.all([startPuppet(), startPuppet()]);
const { startBrokenServer } = await importTs('./test/support/broken-server.ts');
const broken = await startBrokenServer();

const { MODEL_RUNS, MODEL_SEED } = process.env;
/**
 * The number and length of the random walks through the flow, and where they begin. They are the same in each run, so that a
 * change is not blamed for what only a rare walk finds. `npm run test:model` takes 1,000 others; `MODEL_SEED` repeats them.
 */
const seed = MODEL_SEED ?? (MODEL_RUNS === undefined ? 1 : undefined);
const model = {
  runs: Number(MODEL_RUNS ?? 100),
  length: 40,
  ...(seed !== undefined && { seed: Number(seed) }),
};

/** Tests of code that uses the DOM run in real browsers (`*.browser.ts`). */
export default /** @type {import('@web/test-runner').TestRunnerConfig} */ ({
  files: ['test/**/*.browser.ts', ...(built ? NEEDS_SOURCE.map((files) => `!${files}`) : [])],
  // Lit's production build, which is what users get. The development build logs warnings.
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
    publishedInsteadOfSource,
    commonJsAsModules,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  ...(selected
    ? { browsers: groups.flatMap(({ browsers }) => browsers) }
    : { browsers: [chromeLauncher({ launchOptions: { executablePath, args } })], groups }),
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '20000' } },
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY, reportTestResults: true }),
    ...(resultsFile === undefined ? [] : [browserReporter(resultsFile, missing)]),
  ],
});
