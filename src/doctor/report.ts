import type { CheckResult, Part } from './check.js';
import type { Report } from './diagnose.js';

const HEADINGS: Readonly<Record<Part, string>> = {
  page: 'Page',
  proxy: 'Proxy',
  webhook: 'Webhook',
  browser: 'Browser',
};

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** The colours of a terminal for a mark. */
const COLORS = { passed: 32, failed: 31, skipped: 90 } as const;

/** The report for a person: a line for each check, and below a finding its fix. */
export function formatReport(report: Report, isColored = false): string {
  const parts = (Object.keys(HEADINGS) as Part[]).flatMap((part) => {
    const checks = report.checks.filter((check) => check.part === part);
    if (checks.length === 0) return [];
    const url = { page: ` ${report.url}`, proxy: ` ${report.proxyUrl}`, webhook: '', browser: '' }[part];
    return [[HEADINGS[part] + url, ...checks.map((check) => linesOf(check, isColored))].join('\n')];
  });
  const sent = report.requests.map(({ method, url }) => `  ${method.padEnd(7)} ${url}`);
  return [...parts, ['Requests sent', ...sent].join('\n'), summary(report.checks)].join('\n\n') + '\n';
}

function linesOf(check: CheckResult, isColored: boolean): string {
  const { status, title, docs } = check;
  const mark = isColored ? `\u001b[${COLORS[status]}m${MARKS[status]}\u001b[0m` : MARKS[status];
  const about = check.status === 'skipped' ? `skipped: ${check.reason}` : check.seen;
  const line = `  ${mark} ${title}: ${about}`;
  if (check.status !== 'failed') return line;
  const fix = check.fix.split('\n').join('\n         ');
  return `${line}\n    Fix: ${fix}\n    See: ${docs}`;
}

function summary(checks: readonly CheckResult[]): string {
  const count = (status: CheckResult['status']) => checks.filter((check) => check.status === status).length;
  const findings = count('failed');
  const what = findings === 0 ? 'No findings' : `${findings} finding${findings === 1 ? '' : 's'}`;
  return `${what}. Checks passed: ${count('passed')}, skipped: ${count('skipped')}.`;
}
