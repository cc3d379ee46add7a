/** What a check found. `seen` and `reason` are parts of a sentence; `fix` is something to paste or to do. */
export type Outcome =
  | { readonly status: 'passed'; readonly seen: string }
  | { readonly status: 'failed'; readonly seen: string; readonly fix: string }
  | {
      readonly status: 'skipped';
      readonly reason: string;
      /** Whether an option asked for this check, so that leaving it out is no success. */
      readonly wasRequested?: true;
    };

export const passed = (seen: string): Outcome => ({ status: 'passed', seen });
export const failed = (seen: string, fix: string): Outcome => ({ status: 'failed', seen, fix });
export const skipped = (reason: string): Outcome => ({ status: 'skipped', reason });

/** A check that an option asked for, and that could not run. */
export const notRun = (reason: string): Outcome => ({ status: 'skipped', reason, wasRequested: true });

/** Whether a check was asked for and could not run. */
export const couldNotRun = (outcome: Outcome): boolean =>
  outcome.status === 'skipped' && outcome.wasRequested === true;
