/**
 * `npm test`: every check there is, with the sum of all as the last line. `npm test -- browser` runs one of them.
 * Only CI runs the apps of the frameworks unasked.
 * A check counts as one; the test runners count for themselves.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { root } from './bundle.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MINUTE = 60_000;
const reports = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));

/**
 * A command of a package in node_modules, run by this very Node.
 * @param {string} script
 * @param {string[]} args
 */
const tool = (script, ...args) => [join('node_modules', script), ...args];

/**
 * One thing to run. With `counts` it is a test runner, that writes into the file named and so tells its counts.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes how long it may take
 * @property {string} [report]
 * @property {(report: any) => Counts} [counts]
 * @property {boolean} [isForCi] left out of a plain `npm test` elsewhere
 */

/** Cheap and quiet, two at a time. @type {Step[]} */
const checks = [
  { name: 'lint', command: tool('eslint/bin/eslint.js', '.'), minutes: 5 },
  {
    name: 'imports',
    command: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      '--config',
      'dependency-cruiser.config.js',
    ),
    minutes: 5,
  },
  ...['tsconfig.json', 'tsconfig.nodom.json', 'tsconfig.build.json', 'test/types/tsconfig.json'].map(
    (config) => ({
      name: `types ${config}`,
      command: tool('typescript/bin/tsc', '-p', config, '--noEmit', '--emitDeclarationOnly', 'false'),
      minutes: 5,
    }),
  ),
  { name: 'format', command: tool('prettier/bin/prettier.cjs', '--check', '.'), minutes: 5 },
  { name: 'size', command: ['scripts/size.mjs'], minutes: 5 },
  { name: 'package', command: ['scripts/package.mjs'], minutes: 5 },
  { name: 'manifest', command: ['scripts/manifest.mjs', '--check'], minutes: 5 },
  { name: 'manifest in the docs', command: ['scripts/docs.mjs', '--check'], minutes: 5 },
];

/**
 * The projects of vitest.config.ts that have these names.
 * @param {string} name
 * @param {string[]} projects
 * @returns {Step}
 */
function vitest(name, projects) {
  const report = join(reports, `${name}.json`);
  return {
    name,
    command: tool(
      'vitest/vitest.mjs',
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
    minutes: 30,
    report,
    counts: (report) => ({
      passed: report.numPassedTests,
      // A file that could not even be loaded has no tests to fail.
      failed:
        report.numFailedTests +
        report.testResults.filter(
          (/** @type {any} */ file) =>
            file.status === 'failed' &&
            !file.assertionResults.some((/** @type {any} */ one) => one.status === 'failed'),
        ).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  };
}

const wtrReport = join(reports, 'browser.json');

/** Sensitive to a busy machine: one after another. @type {Step[]} */
const runners = [
  {
    name: 'browser',
    command: tool('@web/test-runner/dist/bin.js'),
    minutes: 30,
    report: wtrReport,
    counts: (report) => report,
  },
  vitest('node', ['node', 'journeys', 'package']),
  // Installs an app of each framework from the network, which takes minutes.
  { ...vitest('consumers', ['consumers']), isForCi: true },
];

/** What runs now, to be ended with us. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * A child with all that it started: it leads a process group of its own.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function kill(child, signal) {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended already.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of running) kill(child, 'SIGTERM');
    setTimeout(() => {
      for (const child of running) kill(child, 'SIGKILL');
      process.exit(1);
    }, 5_000).unref();
    process.exitCode = 1;
  });
}

/**
 * Runs one step to its end or its time limit.
 * @param {Step} step
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(step, output) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.command, {
      cwd: root,
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output],
      env: { ...process.env, COUNTS_FILE: wtrReport },
    });
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));

    const timers = [
      setTimeout(() => {
        text += `It took more than ${step.minutes} minutes and was ended.\n`;
        if (output === 'inherit') console.log(`${step.name} took more than ${step.minutes} minutes.`);
        kill(child, 'SIGTERM');
      }, step.minutes * MINUTE),
      setTimeout(() => kill(child, 'SIGKILL'), step.minutes * MINUTE + 5_000),
    ];
    const end = (/** @type {boolean} */ ok) => {
      timers.forEach(clearTimeout);
      running.delete(child);
      resolve({ ok, output: text });
    };
    child.once('error', (error) => {
      text += `${String(error)}\n`;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** @param {Step} step @returns {Promise<Counts>} */
async function check(step) {
  const start = Date.now();
  const { ok, output } = await run(step, 'pipe');
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (!ok || step.name === 'size' || step.name === 'package') console.log(output.trimEnd());
  return { passed: Number(ok), failed: Number(!ok), skipped: 0 };
}

/** @param {Step} step @returns {Promise<Counts>} */
async function test(step) {
  console.log(`\n— ${step.name} —`);
  const { ok } = await run(step, 'inherit');
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = step.counts?.(JSON.parse(readFileSync(step.report ?? '', 'utf8'))) ?? counts;
  } catch {
    console.log(`${step.name} left no report.`);
  }
  // It broke in a way that no test tells of, or it tested nothing: that is a failure, not silence.
  if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1;
  return counts;
}

const wanted = process.argv.slice(2);
const isCi = process.env['CI'] === 'true';
const isWanted = (/** @type {Step} */ { name, isForCi }) =>
  wanted.length === 0 ? isCi || !isForCi : wanted.includes(name.split(' ')[0] ?? '');

const queue = checks.filter(isWanted);
const tests = runners.filter(isWanted);
/** @type {Counts[]} */
const results = [];

async function worker() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) results.push(await check(step));
}
await Promise.all([worker(), worker()]);

if (tests.length > 0) {
  // Once for all runners; where there is none to be had, each of them says so by failing.
  await ensureChromium().then(
    ({ executablePath }) => (process.env['CHROME_PATH'] = executablePath),
    (/** @type {unknown} */ error) => console.log(String(error)),
  );
}
for (const step of tests) results.push(await test(step));
rmSync(reports, { recursive: true, force: true });

const leftOut = wanted.length === 0 ? runners.filter((step) => !tests.includes(step)) : [];
for (const { name } of leftOut)
  console.log(`\nLeft out: ${name}. CI runs it, and so does \`npm test -- ${name}\`.`);
const sum = (/** @type {keyof Counts} */ key) => results.reduce((total, counts) => total + counts[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
