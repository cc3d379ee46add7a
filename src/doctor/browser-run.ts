import type { OpenIn } from './options.js';

/** What happened when a browser opened the page. */
export interface BrowserRun {
  /** `count` is the number of tags in the frame of the first one, which is the one that was started. */
  readonly tag: 'missing' | 'undefined' | { readonly state: string; readonly count: number };
  readonly violations: readonly Violation[];
  /** What the step wrote to the console. */
  readonly hints: readonly string[];
  /** The first errors in the console, without URLs. */
  readonly errors: readonly string[];
  readonly veriff: VeriffResult;
}

export interface Violation {
  readonly text: string;
  readonly isEnforced: boolean;
}

/** Whether Veriff’s stand-in could be opened. */
export type VeriffResult =
  | { readonly result: 'no-tag' }
  | { readonly result: 'not-ready'; readonly state: string }
  | { readonly result: 'blocked'; readonly openIn: OpenIn; readonly origin: string }
  | {
      readonly result: 'opened';
      readonly openIn: OpenIn;
      readonly origin: string;
      /** Whether the frame's policy allows each feature; empty for a separate window. */
      readonly features: Readonly<Record<string, boolean>>;
    };
