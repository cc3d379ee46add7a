/** The results of the browser tests and of Vitest in one form, from which `npm test` counts them and prints its summary. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {'passed' | 'failed' | 'skipped'} Outcome */

/**
 * @typedef {object} Result
 * @property {string} title
 * @property {string} file relative to the repository
 * @property {string} [browser]
 * @property {number} ms how long it took
 * @property {Outcome} outcome
 * @property {string | undefined} [error] what a failed test said
 */

const SLOWEST = 10;
/** How many lines of what a failed test said are repeated in the summary. */
const ERROR_LINES = 12;
/** The result of a file that fails outside of its tests: a failed import, no browser, a timeout. */
const OUTSIDE = { title: 'failed outside of its tests', ms: 0, outcome: /** @type {const} */ ('failed') };

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {import('@web/test-runner').TestResult & { title: string }} Test */

/**
 * The tests of a suite and of the suites in it, each with its full title.
 * @param {Suite | undefined} suite
 * @param {string} [path]
 * @returns {Test[]}
 */
const testsOf = (suite, path = '') =>
  suite
    ? [
        ...suite.tests.map((test) => ({ ...test, title: path + test.name })),
        ...suite.suites.flatMap((inner) => testsOf(inner, `${path}${inner.name} › `)),
      ]
    : [];

/**
 * Writes the results of the browser tests as JSON.
 * @param {string} file
 * @param {string[]} missing browsers that are not installed: each counts as one skipped test
 * @returns {import('@web/test-runner').Reporter}
 */
export const browserReporter = (file, missing) => ({
  onTestRunFinished({ sessions }) {
    /** @type {Result[]} */
    const results = missing.map((browser) => ({
      title: 'is not installed',
      file: '',
      browser,
      ms: 0,
      outcome: 'skipped',
    }));
    for (const { browser, testFile = '', testResults, passed, errors } of sessions) {
      const where = { file: relative(process.cwd(), testFile), browser: browser.name };
      const tests = testsOf(testResults).map(({ title, duration = 0, passed, skipped, error }) => ({
        ...where,
        title,
        ms: duration,
        outcome: /** @type {Outcome} */ (skipped ? 'skipped' : passed ? 'passed' : 'failed'),
        error: error?.message,
      }));
      results.push(...tests);
      const hasFailed = tests.some(({ outcome }) => outcome === 'failed');
      if (!hasFailed && (!passed || errors.length > 0 || tests.length === 0))
        results.push({ ...where, ...OUTSIDE, error: errors.map(({ message }) => message).join('\n') });
    }
    writeFileSync(file, JSON.stringify(results));
  },
});

/**
 * The results in a JSON report of Vitest.
 * @param {any} report
 * @returns {Result[]}
 */
export const vitestResults = (report) =>
  report.testResults.flatMap((/** @type {any} */ { name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    /** @type {Result[]} */
    const tests = assertionResults.map((/** @type {any} */ test) => ({
      title: [...test.ancestorTitles, test.title].join(' › '),
      file,
      ms: test.duration ?? 0,
      outcome: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
      error: test.failureMessages?.[0],
    }));
    const hasFailed = tests.some(({ outcome }) => outcome === 'failed');
    return status === 'failed' && !hasFailed ? [...tests, { file, ...OUTSIDE, error: message }] : tests;
  });

/** @param {Result} result */
export const describeResult = ({ browser, file, title }) =>
  [browser, file, title].filter((part) => part).join('  ');

/** A failed test with the beginning of what it said. @param {Result} result */
export function describeFailure(result) {
  const lines = (result.error ?? '')
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at .*node_modules|^\s+at new Promise/.test(line));
  return [describeResult(result), ...lines.slice(0, ERROR_LINES).map((line) => `    ${line}`)].join('\n');
}

/** Prints the slowest tests, slowest first. @param {Result[]} results */
export function printSlowest(results) {
  const slowest = [...results].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  console.log(`\nThe ${slowest.length} slowest tests:`);
  for (const result of slowest)
    console.log(`  ${(result.ms / 1000).toFixed(1)} s  ${describeResult(result)}`);
}
