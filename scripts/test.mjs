/**
 * `npm test`: runs all checks and tests. It ends with the names of what failed, and with the totals in the last line.
 * `npm test -- lint node` runs only the steps with these names. The consumer apps run in CI, or by name.
 * `npm run test:quick` is for while you work: lint, types and tests without journeys and integration tests, in Chromium
 * alone, with caches.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browsers/chromium.mjs';
import { root } from './root.mjs';
import { describeFailure, printSlowest, vitestResults } from './test-results.mjs';

/** @typedef {import('./test-results.mjs').Result} Result */

const MINUTE = 60_000;
const QUICK = ['lint', 'types', 'browser', 'node'];
const isQuick = process.argv.includes('quick');
const selected = isQuick ? QUICK : process.argv.slice(2);
// The tests of what is published need the build.
if (selected.includes('built')) selected.push('package');
/** A cached check misses an error in an unchanged file that a change of another file causes, so only `quick` uses it. */
const cache = (/** @type {string[]} */ ...options) => (isQuick ? options : []);
if (isQuick) process.env['ENGINES'] = '';
const reports = mkdtempSync(join(tmpdir(), 'baanx-kyc-step-'));

/**
 * The command that runs a script of a package in node_modules.
 * @param {string} script
 * @param {string[]} args
 */
const tool = (script, ...args) => [process.execPath, join('node_modules', script), ...args];

/**
 * A check, which counts as one test; or a test runner, which writes a report from which `read` reads its tests.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes after which it is stopped and fails
 * @property {Record<string, string>} [env] added to the environment
 * @property {string} [report] path of the report
 * @property {(report: any) => Result[]} [read]
 * @property {boolean} [isCiOnly] whether it runs only in CI or by name
 */

/** They run two at a time, and their output is printed only if they fail. @type {Step[]} */
const checks = [
  {
    name: 'lint',
    command: tool(
      'eslint/bin/eslint.js',
      '.',
      ...cache('--cache', '--cache-location', 'node_modules/.cache/eslint'),
    ),
    minutes: 5,
  },
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
      command: tool(
        'typescript-7/bin/tsc',
        '-p',
        config,
        '--noEmit',
        '--emitDeclarationOnly',
        'false',
        ...cache(
          '--incremental',
          '--tsBuildInfoFile',
          `node_modules/.cache/types/${config.replaceAll('/', '-')}`,
        ),
      ),
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
    read: vitestResults,
  };
}

/**
 * Runs the browser tests.
 * @param {string} name
 * @param {Record<string, string>} [env] see web-test-runner.config.js
 * @returns {Step}
 */
function browser(name, env = {}) {
  const report = join(reports, `${name}.json`);
  return {
    name,
    command: tool('@web/test-runner/dist/bin.js'),
    env: { ...env, RESULTS_FILE: report },
    minutes: 30,
    report,
    read: (report) => report,
  };
}

/** They run one after another, except in `quick`, because some tests are sensitive to a busy machine. @type {Step[]} */
const runners = [
  browser('browser'),
  // What is published, in Chromium alone. The check `package` has built it.
  browser('built script', { BUILT: 'script', ENGINES: '' }),
  browser('built modules', { BUILT: 'modules', ENGINES: '' }),
  vitest('node', isQuick ? ['node'] : ['node', 'integration']),
  vitest('journeys', ['journeys', 'package']),
  // Installs an app of each framework from the network, which takes minutes.
  { ...vitest('consumers', ['consumers']), isCiOnly: true },
];

/** What failed or was stopped, for the summary. @type {string[]} */
const problems = [];

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
      env: { ...process.env, ...step.env },
    });
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));

    const timers = [
      setTimeout(() => {
        problems.push(`${step.name} was stopped after ${step.minutes} minutes`);
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

/** @param {Step} step @param {boolean} ok @param {number} ms */
const printOutcome = ({ name }, ok, ms) =>
  console.log(`${ok ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`);

/** @param {Step} step @returns {Promise<Result[]>} */
async function check(step) {
  const start = Date.now();
  const { ok, output } = await run(step, 'pipe');
  const ms = Date.now() - start;
  printOutcome(step, ok, ms);
  if (!ok || step.name === 'size' || step.name === 'package') console.log(output.trimEnd());
  return [{ title: step.name, file: '', ms, outcome: ok ? 'passed' : 'failed' }];
}

/** @param {Step} step @returns {Promise<Result[]>} */
async function test(step) {
  const start = Date.now();
  if (!isQuick) console.log(`\n— ${step.name} —`);
  const { ok, output } = await run(step, isQuick ? 'pipe' : 'inherit');
  if (isQuick) printOutcome(step, ok, Date.now() - start);
  if (isQuick && !ok) console.log(output.trimEnd());
  /** @type {Result[]} */
  let results = [];
  try {
    results = step.read?.(JSON.parse(readFileSync(step.report ?? '', 'utf8'))) ?? [];
    printSlowest(results);
  } catch {
    problems.push(`${step.name} wrote no report`);
  }
  // A runner that fails outside of its tests, or that runs no test, counts as one failure.
  const isFailure = results.every(({ outcome }) => outcome === 'skipped') || !ok;
  if (isFailure && !results.some(({ outcome }) => outcome === 'failed'))
    results.push({ title: `${step.name} failed outside of its tests`, file: '', ms: 0, outcome: 'failed' });
  return results;
}

const isCi = process.env['CI'] === 'true';
const isSelected = (/** @type {Step} */ { name, isCiOnly }) =>
  selected.length === 0 ? isCi || !isCiOnly : selected.includes(name.split(' ')[0] ?? '');

const tests = runners.filter(isSelected);
/** @type {Result[]} */
const results = [];

if (tests.length > 0) {
  // Installed once for all runners. If that fails, each runner fails with its own message.
  await ensureChromium().then(
    ({ executablePath }) => (process.env['CHROME_PATH'] = executablePath),
    (/** @type {unknown} */ error) => console.log(String(error)),
  );
}

/** What runs two at a time. `quick` starts with the browser tests, which take longest. */
const queue = checks.filter(isSelected).map((step) => () => check(step));
if (isQuick) {
  const [first, ...others] = tests.splice(0).map((step) => () => test(step));
  queue.unshift(...(first ? [first] : []));
  queue.push(...others);
}
async function worker() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(...(await next()));
}
await Promise.all([worker(), worker()]);
for (const step of tests) results.push(...(await test(step)));
rmSync(reports, { recursive: true, force: true });

const notRun = selected.length === 0 ? runners.filter((step) => !tests.includes(step)) : [];
for (const { name } of notRun)
  console.log(`\nNot run: ${name}. CI runs it, and so does \`npm test -- ${name}\`.`);

const withOutcome = (/** @type {Result['outcome']} */ wanted) =>
  results.filter(({ outcome }) => outcome === wanted);
const [passed, failed, skipped] = [withOutcome('passed'), withOutcome('failed'), withOutcome('skipped')];

/** How many tests each browser, or Node, skipped. @type {Map<string, number>} */
const skippedIn = new Map();
for (const { browser = 'Node' } of skipped) skippedIn.set(browser, (skippedIn.get(browser) ?? 0) + 1);
if (skipped.length > 0)
  console.log(`\nSkipped: ${[...skippedIn].map(([where, count]) => `${count} in ${where}`).join(', ')}`);
if (failed.length + problems.length > 0) console.log('\nFailed:');
for (const problem of [...failed.map(describeFailure), ...problems]) console.log(`  ${problem}`);

if (failed.length > 0 || passed.length === 0) process.exitCode = 1;
const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`\n${passed.length} passed, ${failed.length} failed${skips}`);
