import { describe, expect, it } from 'vitest';
import { formatReport, type CheckResult, type Report } from '../../src/doctor/index.js';
import { failed, passed, skipped, type Outcome } from '../../src/doctor/outcome.js';

const check = (title: string, outcome: Outcome, part: CheckResult['part'] = 'page'): CheckResult => ({
  id: title.toLowerCase(),
  part,
  title,
  docs: `docs/doctor.md#${title.toLowerCase()}`,
  ...outcome,
});

const reportOf = (...checks: CheckResult[]): Report => ({
  url: 'https://app.example/',
  proxyUrl: 'https://app.example/api/baanx',
  checks,
  requests: [{ method: 'GET', url: 'https://app.example/' }],
});

const REPORT = reportOf(
  check('Answers', passed('200')),
  check('Cache', skipped('no ID')),
  check('Tag', skipped('only with --browser'), 'browser'),
  check('Hints', skipped('only with --browser'), 'browser'),
);

describe('The report for a person', () => {
  it('counts what was skipped in one line, by the reasons that checks share', () => {
    expect(formatReport(REPORT)).toBe(`Page https://app.example/
  ✓ Answers: 200

– 3 skipped (--verbose lists them): 2 only with --browser; 1 for other reasons

Requests sent
  GET     https://app.example/

No findings. Checks passed: 1, skipped: 3.
`);
  });

  it('lists the skipped checks if `isVerbose` is set', () => {
    const text = formatReport(REPORT, { isVerbose: true });
    expect(text).toContain('  ✓ Answers: 200\n  – Cache: skipped: no ID\n\nBrowser\n');
    expect(text).toContain('  – Hints: skipped: only with --browser\n');
    expect(text).not.toContain('--verbose');
  });

  it('has nothing about skipped checks if there are none', () => {
    expect(formatReport(reportOf(check('Answers', passed('200'))))).not.toMatch(/–|verbose/);
  });

  it.each([
    ['passed', 'skipped', 'skipped', true],
    ['passed', 'passed', 'skipped', false],
    ['passed', 'skipped', 'passed', false],
    ['failed', 'skipped', 'skipped', false],
  ] as const)(
    'says that the step was not found, if the page %s, the tag is %s and the script is %s: %s',
    (page, tag, script, isAbsent) => {
      const outcomes = { passed: passed('x'), skipped: skipped('not in the HTML'), failed: failed('x', 'y') };
      const result = (id: string, status: keyof typeof outcomes): CheckResult => ({
        ...check(id, outcomes[status]),
        id,
      });
      const text = formatReport(
        reportOf(result('page-answers', page), result('tag', tag), result('script', script)),
      );
      expect(text.includes('The step was not found in the HTML')).toBe(isAbsent);
      expect(text.includes('– tag: skipped: not in the HTML')).toBe(isAbsent);
      const browser = reportOf(
        result('page-answers', page),
        result('tag', tag),
        result('script', script),
        result('browser-tag', 'passed'),
      );
      expect(formatReport(browser)).not.toContain('was not found');
    },
  );
});
