/** What a check found. `seen` and `reason` are parts of a sentence; `fix` is something to paste or to do. */
export type Outcome =
  | { readonly status: 'passed'; readonly seen: string }
  | { readonly status: 'failed'; readonly seen: string; readonly fix: string }
  | { readonly status: 'skipped'; readonly reason: string };

export const passed = (seen: string): Outcome => ({ status: 'passed', seen });
export const failed = (seen: string, fix: string): Outcome => ({ status: 'failed', seen, fix });
export const skipped = (reason: string): Outcome => ({ status: 'skipped', reason });
