import type { Context } from './context.js';
import type { DoctorOptions } from './options.js';
import { failed, type Outcome } from './outcome.js';
import { printable } from './printable.js';
import { secretsOf } from './secrets.js';
import { describeError } from './request-failure.js';

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
  /** Whether an option requests this check. If so, it is a finding that it could not run. */
  readonly isRequested?: (options: DoctorOptions) => boolean;
}

/** A check with its outcome. */
export type CheckResult = Omit<Check, 'run' | 'isRequested'> & Outcome & { readonly docs: string };

/** The place in the package's documentation that explains a check. */
export const docsOf = (id: string): string => `docs/doctor.md#${id}`;

/** Runs a check. Whatever it throws becomes a finding, so that the other checks are reported too. */
export async function runCheck(check: Check, context: Context): Promise<CheckResult> {
  const { id, part, title } = check;
  const outcome = printable(await outcomeOf(check, context), secretsOf(context));
  return { id, part, title, ...outcome, docs: docsOf(id) };
}

async function outcomeOf({ id, run, isRequested }: Check, context: Context): Promise<Outcome> {
  try {
    const outcome = await run(context);
    if (outcome.status !== 'skipped' || !isRequested?.(context.options)) return outcome;
    return failed(
      `could not run, although you requested it: ${outcome.reason}`,
      `Remove the cause, or leave the check out: --skip ${id}`,
    );
  } catch (error) {
    return failed(
      `could not run: ${describeError(error)}`,
      `This is a bug in the doctor: please report it. Until then, leave the check out: --skip ${id}`,
    );
  }
}
