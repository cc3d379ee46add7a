import type { Failure } from '../flow/errors.js';
import type { VeriffOutcome, VeriffWindow } from '../flow/ports.js';

/** A window that goes wherever it is sent: whoever sends it has looked where to. */
export interface Way extends Omit<VeriffWindow, 'navigate'> {
  readonly go: (url: string) => void;
}

/** Makes a window in one of the three ways, in the click; or says why there is none. */
export type MakeWay<Options> = (options: Options, tell: (outcome: VeriffOutcome) => void) => Way | Failure;
