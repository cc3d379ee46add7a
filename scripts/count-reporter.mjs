/** A reporter for the browser tests that writes their counts for `npm test`. */
import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * @param {Suite | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

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
