/** A simulated Baanx API and Veriff page, for the demo and for integrators' own tests. Runs in Node and browsers. */
import { Applicants } from './applicants.js';
import { createBaanx } from './baanx.js';
import { Sessions } from './sessions.js';
import { createVeriff } from './veriff.js';

export { SCENARIOS, scenarioOf, type AskedScenario, type Outcome, type Scenario } from './scenarios.js';
export type { Applicant, Applicants } from './applicants.js';

/** How the sandbox is set up. Only `veriffOrigin` is required. */
export interface SandboxOptions {
  /**
   * Where session URLs lead: the origin (a path may follow) at which `veriff` is served. A function is asked at
   * each session, for servers that learn their port late.
   */
  readonly veriffOrigin: string | (() => string);
  /** The only `x-client-key` accepted. By default any is, but the word `invalid`. */
  readonly clientKey?: string;
  /** PENDING as soon as there is a session, as Baanx's dev host was seen to do (the default), or from handing in. */
  readonly pendingOnSession?: boolean;
  /** Ms from handing in to the verdict, 3,000 by default. */
  readonly decideMs?: number;
  /** The same where the tester chose a review, 8,000 by default. */
  readonly reviewMs?: number;
  /** The time in ms, `Date.now` by default. */
  readonly now?: () => number;
}

/** Two servers that share their memory, as fetch handlers. */
export interface Sandbox {
  /** Baanx's API. Asked with a wrong or slow id, it fails or waits: see {@link SCENARIOS}. */
  readonly baanx: (request: Request) => Promise<Response>;
  /** Veriff's page. */
  readonly veriff: (request: Request) => Promise<Response>;
  /** Everybody seen so far, to look at a state or to set it. */
  readonly applicants: Applicants;
}

/** Makes a sandbox with nobody in it. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { veriffOrigin, clientKey, pendingOnSession = true, decideMs = 3000, reviewMs = 8000 } = options;
  const now = options.now ?? Date.now;
  const applicants = new Applicants({ pendingOnSession, decideMs, reviewMs, now });
  const sessions = new Sessions(now);
  const origin = typeof veriffOrigin === 'function' ? veriffOrigin : () => veriffOrigin;
  return {
    baanx: createBaanx({ applicants, sessions, clientKey, veriffOrigin: origin }),
    veriff: createVeriff(sessions),
    applicants,
  };
}
