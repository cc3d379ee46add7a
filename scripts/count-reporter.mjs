/** Reporters for the browser tests: one writes their counts for `npm test`, one prints the slowest tests. */
import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {import('@web/test-runner').TestResult & { title: string }} Test */

const SLOWEST = 10;

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
 * Writes how many tests passed, failed and were skipped, as JSON. A test file that fails outside of its tests (a failed
 * import, no browser, a timeout) counts as one failure.
 * @param {string} file
 * @param {number} [missing] browsers that are not installed: each counts as skipped
 * @returns {import('@web/test-runner').Reporter}
 */
export const countReporter = (file, missing = 0) => ({
  onTestRunFinished({ sessions }) {
    const total = { passed: 0, failed: 0, skipped: missing };
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const failed = tests.filter((test) => !test.passed && !test.skipped).length;
      total.passed += tests.filter((test) => test.passed && !test.skipped).length;
      total.skipped += tests.filter((test) => test.skipped).length;
      total.failed += failed;
      if (failed === 0 && (!session.passed || session.errors.length > 0 || tests.length === 0)) {
        total.failed += 1;
        console.log(`${session.testFile ?? 'A browser'} failed, although none of its tests did.`);
      }
    }
    writeFileSync(file, JSON.stringify(total));
  },
});

/**
 * Prints the slowest tests of a run of more than one file, slowest first, each with its browser and file.
 * @returns {import('@web/test-runner').Reporter}
 */
export const slowestTestsReporter = () => ({
  onTestRunFinished({ sessions }) {
    if (sessions.length < 2) return;
    const slowest = sessions
      .flatMap(({ browser, testFile, testResults }) =>
        testsOf(testResults).map(({ title, duration = 0 }) => ({ browser, testFile, title, duration })),
      )
      .sort((a, b) => b.duration - a.duration)
      .slice(0, SLOWEST);
    console.log(`\nThe ${SLOWEST} slowest tests:`);
    for (const { browser, testFile = '', title, duration } of slowest) {
      const file = testFile.replace(`${process.cwd()}/`, '');
      console.log(`  ${(duration / 1000).toFixed(1)} s  ${browser.name}  ${file}  ${title}`);
    }
  },
});
