import type { Context } from './context.js';
import type { Outcome } from './outcome.js';

/** The part of an integration that a check is about. The report has a section for each. */
export type Part = 'page' | 'proxy' | 'webhook' | 'browser';

/** One check of an integration. */
export interface Check {
  /** Also the heading of its section in docs/doctor.md. */
  readonly id: string;
  readonly part: Part;
  /** What it checks, in a few words. */
  readonly title: string;
  readonly run: (context: Context) => Outcome | Promise<Outcome>;
}

/** A check with its outcome. */
export type CheckResult = Omit<Check, 'run'> & Outcome & { readonly docs: string };

/** The place in the package's documentation that explains a check. */
export const docsOf = (id: string): string => `docs/doctor.md#${id}`;

/** Runs a check. */
export async function runCheck(check: Check, context: Context): Promise<CheckResult> {
  const { id, part, title } = check;
  return { id, part, title, ...(await check.run(context)), docs: docsOf(id) };
}
