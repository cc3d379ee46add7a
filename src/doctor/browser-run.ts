import type { OpenIn } from './options.js';

/** What happened when a browser opened the page. */
export interface BrowserRun {
  readonly tag: 'missing' | 'undefined' | { readonly state: string };
  readonly violations: readonly Violation[];
  /** What the step wrote to the console. */
  readonly hints: readonly string[];
  readonly veriff: VeriffResult;
}

export interface Violation {
  readonly text: string;
  readonly isEnforced: boolean;
}

/** Whether Veriff’s stand-in could be opened. */
export type VeriffResult =
  | { readonly result: 'not-ready'; readonly reason: string }
  | { readonly result: 'blocked'; readonly openIn: OpenIn; readonly origin: string }
  | {
      readonly result: 'opened';
      readonly openIn: OpenIn;
      readonly origin: string;
      /** Whether the frame's policy allows each feature; empty for a separate window. */
      readonly features: Readonly<Record<string, boolean>>;
    };
