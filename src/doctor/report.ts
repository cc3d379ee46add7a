import type { CheckResult, Part } from './check.js';
import type { Report } from './diagnose.js';

const HEADINGS: Readonly<Record<Part, string>> = {
  page: 'Page',
  proxy: 'Proxy',
  webhook: 'Webhook',
  browser: 'Browser',
};

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** The terminal colors of the marks. */
const COLORS = { passed: 32, failed: 31, skipped: 90 } as const;

/** How a report is printed. */
export interface FormatOptions {
  /**
   * Whether to color the marks, for a terminal.
   * @default false
   */
  readonly isColored?: boolean;
  /**
   * Whether each skipped check gets its own line. If not, one line counts them by reason.
   * @default false
   */
  readonly isVerbose?: boolean;
}

/** The report as text: a line for each check, followed by the fix if it failed. */
export function formatReport(
  report: Report,
  { isColored = false, isVerbose = false }: FormatOptions = {},
): string {
  const isAbsent = isStepAbsent(report.checks);
  const isQuiet = (check: CheckResult) =>
    !isVerbose && check.status === 'skipped' && !(isAbsent && STEP_CHECKS.includes(check.id));
  const parts = (Object.keys(HEADINGS) as Part[]).flatMap((part) => {
    const checks = report.checks.filter((check) => check.part === part && !isQuiet(check));
    if (checks.length === 0) return [];
    const url = { page: ` ${report.url}`, proxy: ` ${report.proxyUrl}`, webhook: '', browser: '' }[part];
    return [[HEADINGS[part] + url, ...checks.map((check) => linesOf(check, isColored))].join('\n')];
  });
  const skipped = skippedLine(report.checks.filter(isQuiet));
  const sent = report.requests.map(({ method, url }) => `  ${method.padEnd(7)} ${url}`);
  const end = [...(isAbsent ? [NOT_FOUND] : []), summary(report.checks)].join('\n');
  return [...parts, ...skipped, ['Requests sent', ...sent].join('\n'), end].join('\n\n') + '\n';
}

const NOT_FOUND =
  'The step was not found in the HTML, so its tag, its attributes and its script were not checked. If a framework renders it, use --browser.';

/** The checks that find the step in the HTML. */
const STEP_CHECKS: readonly string[] = ['tag', 'script'];

/** Whether the page was read, but nothing of the step was found in its HTML, and no browser looked for it. */
function isStepAbsent(checks: readonly CheckResult[]): boolean {
  const is = (id: string, status: CheckResult['status']) =>
    checks.some((check) => check.id === id && check.status === status);
  return (
    is('page-answers', 'passed') &&
    STEP_CHECKS.every((id) => is(id, 'skipped')) &&
    !checks.some(({ id, status }) => id === 'browser-tag' && status !== 'skipped')
  );
}

function linesOf(check: CheckResult, isColored: boolean): string {
  const { status, title, docs } = check;
  const mark = isColored ? `\u001b[${COLORS[status]}m${MARKS[status]}\u001b[0m` : MARKS[status];
  const line = `  ${mark} ${title}: ${status === 'skipped' ? `skipped: ${check.reason}` : check.seen}`;
  if (check.status !== 'failed') return line;
  const fix = check.fix.split('\n').join('\n         ');
  return `${line}\n    Fix: ${fix}\n    See: ${docs}`;
}

/** How many checks were skipped, with each reason that several of them share; empty if there are none. */
function skippedLine(checks: readonly CheckResult[]): string[] {
  if (checks.length === 0) return [];
  const counts = new Map<string, number>();
  for (const check of checks)
    if (check.status === 'skipped') counts.set(check.reason, (counts.get(check.reason) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  const reasons = shared.map(([reason, count]) => `${count} ${reason}`);
  const others = checks.length - shared.reduce((sum, [, count]) => sum + count, 0);
  if (others > 0) reasons.push(`${others} for ${shared.length > 0 ? 'other' : 'various'} reasons`);
  return [`– ${checks.length} skipped (--verbose lists them): ${reasons.join('; ')}`];
}

function summary(checks: readonly CheckResult[]): string {
  const count = (status: CheckResult['status']) => checks.filter((check) => check.status === status).length;
  const findings = count('failed');
  const what = findings === 0 ? 'No findings' : `${findings} finding${findings === 1 ? '' : 's'}`;
  return `${what}. Checks passed: ${count('passed')}, skipped: ${count('skipped')}.`;
}
