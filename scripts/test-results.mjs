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
 */

const SLOWEST = 10;
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
      const tests = testsOf(testResults).map(({ title, duration = 0, passed, skipped }) => ({
        ...where,
        title,
        ms: duration,
        outcome: /** @type {Outcome} */ (skipped ? 'skipped' : passed ? 'passed' : 'failed'),
      }));
      results.push(...tests);
      const hasFailed = tests.some(({ outcome }) => outcome === 'failed');
      if (!hasFailed && (!passed || errors.length > 0 || tests.length === 0))
        results.push({ ...where, ...OUTSIDE });
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
  report.testResults.flatMap((/** @type {any} */ { name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    /** @type {Result[]} */
    const tests = assertionResults.map((/** @type {any} */ { ancestorTitles, title, duration, status }) => ({
      title: [...ancestorTitles, title].join(' › '),
      file,
      ms: duration ?? 0,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
    }));
    const hasFailed = tests.some(({ outcome }) => outcome === 'failed');
    return status === 'failed' && !hasFailed ? [...tests, { file, ...OUTSIDE }] : tests;
  });

/** @param {Result} result */
export const describeResult = ({ browser, file, title }) =>
  [browser, file, title].filter((part) => part).join('  ');

/** Prints the slowest tests, slowest first. @param {Result[]} results */
export function printSlowest(results) {
  const slowest = [...results].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  console.log(`\nThe ${slowest.length} slowest tests:`);
  for (const result of slowest)
    console.log(`  ${(result.ms / 1000).toFixed(1)} s  ${describeResult(result)}`);
}
