import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * @param {Suite | undefined} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/**
 * A reporter for the test runner that writes how many tests passed, failed and were skipped, as JSON. A file that
 * broke outside of a test (no import, no browser, a time-out) counts as one failure.
 * @param {string} file
 * @param {number} [missing] engines that could not be had: each counts as skipped
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
        console.log(`${session.testFile ?? 'a browser'}: no test failed, and yet it did not end well`);
      }
    }
    writeFileSync(file, JSON.stringify(total));
  },
});
