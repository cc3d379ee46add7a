/** A simulated Baanx and Veriff for demos and tests. Runs in Node and in browsers. */
import { Applicants } from './applicants.js';
import { createBaanx } from './baanx.js';
import { Sessions } from './sessions.js';
import { createVeriff } from './veriff.js';
import { Webhooks, type SandboxWebhookOptions } from './webhooks.js';

export { SCENARIOS, scenarioOf, type Outcome, type RequestedScenario, type Scenario } from './scenarios.js';
export type { WebhookFault } from './scenarios.js';
export type { Applicant, Applicants } from './applicants.js';
export type { SandboxDelivery, SandboxWebhookOptions } from './webhooks.js';
export { createSandboxProxy, type SandboxProxyOptions } from './sandbox-proxy.js';

/** The options of a sandbox. Only `veriffOrigin` is required. */
export interface SandboxOptions {
  /**
   * The origin that serves `veriff`, optionally with a path. Session URLs start with it. If a server learns its port
   * later, pass a function, which is called for each session.
   */
  readonly veriffOrigin: string | (() => string);
  /**
   * The only `x-client-key` that is accepted.
   * @default every key but `invalid`
   */
  readonly clientKey?: string;
  /**
   * Whether creating a session sets PENDING, as Baanx's dev host does. Otherwise submission does.
   * @default true
   */
  readonly pendingOnSession?: boolean;
  /**
   * Time from submission to the verdict, in ms.
   * @default 3000
   */
  readonly decideMs?: number;
  /**
   * Time from submission to the verdict if the tester chose a review, in ms.
   * @default 8000
   */
  readonly reviewMs?: number;
  /**
   * Where Veriff sends the person at the end of a verification by redirect or in a popup. In production, only Baanx can
   * configure this.
   * @default one of Veriff's own pages without a way back, as observed with the real Veriff
   */
  readonly callbackUrl?: string;
  /**
   * Where to send webhooks when an applicant's state changes.
   * @default none are sent
   */
  readonly webhook?: SandboxWebhookOptions;
  /**
   * Returns the current time in ms.
   * @default `Date.now`
   */
  readonly now?: () => number;
}

/** Two servers as fetch handlers, which share their applicants. */
export interface Sandbox {
  /** Baanx's API. The onboarding ID can request faults and delays: see {@link SCENARIOS}. */
  readonly baanx: (request: Request) => Promise<Response>;
  /** Veriff's page. */
  readonly veriff: (request: Request) => Promise<Response>;
  /** The applicants so far: read or set their state. */
  readonly applicants: Applicants;
}

/**
 * Creates a sandbox without applicants.
 * @throws TypeError if `callbackUrl` is not an absolute URL
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { veriffOrigin, clientKey, pendingOnSession = true, decideMs = 3000, reviewMs = 8000 } = options;
  const callbackUrl = options.callbackUrl === undefined ? undefined : new URL(options.callbackUrl).href;
  const now = options.now ?? Date.now;
  const webhooks = options.webhook && new Webhooks(options.webhook);
  const applicants = new Applicants({ pendingOnSession, decideMs, reviewMs, now }, webhooks);
  const sessions = new Sessions(now);
  const origin = typeof veriffOrigin === 'function' ? veriffOrigin : () => veriffOrigin;
  return {
    baanx: createBaanx({ applicants, sessions, clientKey, veriffOrigin: origin }),
    veriff: createVeriff(sessions, callbackUrl),
    applicants,
  };
}
