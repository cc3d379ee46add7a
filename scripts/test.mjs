/**
 * `npm test`: runs all checks and tests, and prints their totals in the last line. `npm test -- lint node` runs only the
 * steps with these names. The consumer apps run in CI, or by name.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browsers/chromium.mjs';
import { root } from './bundle.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MINUTE = 60_000;
const reports = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));

/**
 * The command that runs a script of a package in node_modules.
 * @param {string} script
 * @param {string[]} args
 */
const tool = (script, ...args) => [process.execPath, join('node_modules', script), ...args];

/**
 * A check, which counts as one; or a test runner, which writes a report from which `counts` reads its totals.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes after which it is stopped and fails
 * @property {string} [report] path of the report
 * @property {(report: any) => Counts} [counts]
 * @property {boolean} [isCiOnly] whether it runs only in CI or by name
 */

/** They run two at a time, and their output is printed only if they fail. @type {Step[]} */
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
  { name: 'size', command: [process.execPath, 'scripts/size.mjs'], minutes: 5 },
  { name: 'package', command: ['npm', 'run', 'package'], minutes: 5 },
  { name: 'docs', command: [process.execPath, 'scripts/docs.mjs', '--check'], minutes: 5 },
];

/**
 * Runs projects of vitest.config.ts.
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
      // A test file that cannot be loaded has no tests, and counts as one failure.
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

/** They run one after another, because some tests are sensitive to a busy machine. @type {Step[]} */
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
  { ...vitest('consumers', ['consumers']), isCiOnly: true },
];

/** The running children, which are stopped when this process is. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Sends a signal to a child and to all processes that it started: it leads a process group.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function kill(child, signal) {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The child has already exited.
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
 * Runs a step until it exits or its time is up.
 * @param {Step} step
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(step, output) {
  return new Promise((resolve) => {
    const [program = '', ...args] = step.command;
    const child = spawn(program, args, {
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
        text += `Stopped after ${step.minutes} minutes.\n`;
        if (output === 'inherit') console.log(`${step.name} was stopped after ${step.minutes} minutes.`);
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
    console.log(`${step.name} wrote no report.`);
  }
  // A runner that fails outside of its tests, or that runs no test, counts as one failure.
  if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1;
  return counts;
}

const selected = process.argv.slice(2);
const isCi = process.env['CI'] === 'true';
const isSelected = (/** @type {Step} */ { name, isCiOnly }) =>
  selected.length === 0 ? isCi || !isCiOnly : selected.includes(name.split(' ')[0] ?? '');

const queue = checks.filter(isSelected);
const tests = runners.filter(isSelected);
/** @type {Counts[]} */
const results = [];

async function worker() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) results.push(await check(step));
}
await Promise.all([worker(), worker()]);

if (tests.length > 0) {
  // Installed once for all runners. If that fails, each runner fails with its own message.
  await ensureChromium().then(
    ({ executablePath }) => (process.env['CHROME_PATH'] = executablePath),
    (/** @type {unknown} */ error) => console.log(String(error)),
  );
}
for (const step of tests) results.push(await test(step));
rmSync(reports, { recursive: true, force: true });

const notRun = selected.length === 0 ? runners.filter((step) => !tests.includes(step)) : [];
for (const { name } of notRun)
  console.log(`\nNot run: ${name}. CI runs it, and so does \`npm test -- ${name}\`.`);
const total = (/** @type {keyof Counts} */ key) => results.reduce((sum, counts) => sum + counts[key], 0);
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
