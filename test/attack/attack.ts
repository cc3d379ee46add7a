import type { Lab } from './lab.js';

/** How often an attack was tried, and how often it worked. */
export interface Tally {
  readonly tries: number;
  readonly accepted: number;
}

/** One technique. */
export interface Attack {
  /** Who does what. */
  readonly name: string;
  /** What counts as accepted. */
  readonly goal: string;
  /** Why it fails. */
  readonly answer: string;
  readonly run: (lab: Lab) => Promise<Tally>;
}
