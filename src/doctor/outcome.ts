/** What a check found. `seen` and `reason` are parts of a sentence; `fix` is something to paste or to do. */
export type Outcome =
  | { readonly status: 'passed'; readonly seen: string }
  | { readonly status: 'failed'; readonly seen: string; readonly fix: string }
  | {
      readonly status: 'skipped';
      readonly reason: string;
      /** Whether an option requested this check, so that skipping it is not a success. */
      readonly wasRequested?: true;
    };

export const passed = (seen: string): Outcome => ({ status: 'passed', seen });
export const failed = (seen: string, fix: string): Outcome => ({ status: 'failed', seen, fix });
export const skipped = (reason: string): Outcome => ({ status: 'skipped', reason });

/** A check that an option requested but that could not run. */
export const notRun = (reason: string): Outcome => ({ status: 'skipped', reason, wasRequested: true });

/** Whether a check was requested but could not run. */
export const couldNotRun = (outcome: Outcome): boolean =>
  outcome.status === 'skipped' && outcome.wasRequested === true;
