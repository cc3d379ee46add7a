import type { VerificationState } from '../baanx/wire.js';

/** How a verification ends. The tester chooses it on the simulated Veriff page. */
export type Outcome = 'approve' | 'review' | 'reject' | 'never';

export const OUTCOMES: readonly Outcome[] = ['approve', 'review', 'reject', 'never'];

/**
 * A fault of a webhook: it is delivered twice, arrives after a later event, is signed with another key, or has a
 * timestamp from an hour ago.
 */
export type WebhookFault = 'duplicate' | 'reordered' | 'wrong-signature' | 'stale';

/**
 * A behavior that an onboarding ID (or, in the account flow, an access token) requests by its prefix. A fault applies
 * to both calls, or to one if `session` or `status` follows: `error-500-session-1`. `US_` may come first.
 */
export interface Scenario {
  /** The prefix of the ID. A dash and any text may follow: `verified-1`. */
  readonly id: string;
  /** One line for a list of scenarios. */
  readonly description: string;
  /**
   * The initial state.
   * @default 'UNVERIFIED'
   */
  readonly state?: VerificationState;
  /**
   * Whether documents were submitted before.
   * @default true if the initial state is VERIFIED or REJECTED
   */
  readonly submitted?: boolean;
  /**
   * The outcome that is preselected on the Veriff page.
   * @default 'approve'
   */
  readonly outcome?: Outcome;
  /** The state stays UNVERIFIED until the verdict, and is never PENDING. */
  readonly neverPending?: true;
  /** The value that the status call reports instead of the state. If undefined, the field is left out. */
  readonly statusOverride?: { readonly verificationState: unknown };
  /** A response that replaces Baanx's. `times` limits it to the first calls of each kind. */
  readonly fault?: { readonly status: number; readonly body: string; readonly times?: number };
  /** Delays the response by 30 s, or by the number in the ID: `slow-3s-…`. */
  readonly slow?: true;
  /** The origin of the session URL, instead of the simulated Veriff's. */
  readonly foreignOrigin?: string;
  /** A fault of the Veriff page: the session is over, it never sends a handshake, or it refuses to be framed. */
  readonly veriffPage?: 'over' | 'silent' | 'unframed';
  /** A fault of the applicant's webhooks, if the sandbox sends any. */
  readonly webhook?: WebhookFault;
}

const HTML =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>';

const error = (status: number, message: string, description: string, times?: number): Scenario => ({
  id: `error-${status}`,
  description: `${status}: ${description}`,
  fault: { status, body: JSON.stringify({ message }), ...(times !== undefined && { times }) },
});

/** All scenarios. An ID without a known prefix is a new applicant without faults. */
export const SCENARIOS: readonly Scenario[] = [
  { id: 'approve', description: 'New applicant; VERIFIED shortly after submission', outcome: 'approve' },
  { id: 'review', description: 'New applicant; VERIFIED after a review', outcome: 'review' },
  { id: 'reject', description: 'New applicant; REJECTED shortly after submission', outcome: 'reject' },
  { id: 'undecided', description: 'New applicant; stays PENDING after submission', outcome: 'never' },
  { id: 'verified', description: 'VERIFIED from the start', state: 'VERIFIED' },
  {
    id: 'rejected',
    description: 'REJECTED from the start; can retry in the account flow',
    state: 'REJECTED',
  },
  {
    id: 'pending',
    description: 'PENDING from the start; Veriff was opened, but nothing was submitted',
    state: 'PENDING',
  },
  {
    id: 'in-review',
    description: 'PENDING from the start; documents were submitted',
    state: 'PENDING',
    submitted: true,
  },
  {
    id: 'unverified-after-submit',
    description: 'Stays UNVERIFIED after submission, until the verdict',
    neverPending: true,
  },
  { id: 'state-null', description: 'The state is null', statusOverride: { verificationState: null } },
  {
    id: 'state-missing',
    description: 'The state is missing',
    statusOverride: { verificationState: undefined },
  },
  {
    id: 'state-word',
    description: 'The state is an unknown word',
    statusOverride: { verificationState: 'RESUBMISSION_REQUESTED' },
  },
  error(400, 'Invalid onboarding ID', 'the onboarding ID is malformed, expired or already used'),
  error(401, 'Not authenticated', 'the person must log in again'),
  error(403, 'Not authenticated', 'the person must log in again'),
  error(404, 'Onboarding session not found', 'no such onboarding'),
  error(422, 'Validation failed', 'the request is invalid'),
  error(
    429,
    'Too many requests',
    'too many requests, on the first two calls of each kind, with Retry-After: 2',
    2,
  ),
  error(498, 'Invalid API key', 'the client key is wrong'),
  error(499, 'Missing client key', 'the client key is missing'),
  error(500, 'Internal server error', 'the provider is down'),
  error(
    503,
    'Service unavailable',
    'the provider is down, on the first two calls of each kind, with Retry-After: 2',
    2,
  ),
  { id: 'html-200', description: '200 with an HTML page', fault: { status: 200, body: HTML } },
  {
    id: 'html-502',
    description: "A gateway's 502 with an HTML page",
    fault: { status: 502, body: HTML },
  },
  { id: 'empty', description: '200 with an empty body', fault: { status: 200, body: '' } },
  {
    id: 'nested-json',
    description: '400 with JSON text inside the message',
    fault: {
      status: 400,
      body: JSON.stringify({ message: JSON.stringify({ email: 'ada@person.example', code: 17 }) }),
    },
  },
  { id: 'slow', description: 'Responds after 30 s, or after the number of seconds in slow-3s-…', slow: true },
  {
    id: 'untrusted-url',
    description: 'The session URL is not on a Veriff origin',
    foreignOrigin: 'https://veriff.me.evil.example',
  },
  { id: 'veriff-over', description: 'The Veriff page shows that the session is over', veriffPage: 'over' },
  { id: 'veriff-silent', description: 'The Veriff page loads but sends no message', veriffPage: 'silent' },
  { id: 'veriff-unframed', description: 'The Veriff page refuses to be framed', veriffPage: 'unframed' },
  { id: 'webhook-duplicate', description: 'Each webhook is delivered twice', webhook: 'duplicate' },
  {
    id: 'webhook-reordered',
    description: 'The PENDING webhook arrives after the verdict’s',
    webhook: 'reordered',
  },
  {
    id: 'webhook-wrong-signature',
    description: 'The webhooks are signed with another key',
    webhook: 'wrong-signature',
  },
  { id: 'webhook-stale', description: 'The webhooks have a timestamp from an hour ago', webhook: 'stale' },
];

/** A scenario with the parameters of one ID. */
export interface RequestedScenario extends Scenario {
  /** The only call that the scenario applies to. If undefined, both. */
  readonly onlyCall: 'session' | 'status' | undefined;
  /** The delay in the ID of a slow scenario. */
  readonly seconds: number | undefined;
}

/** Returns the scenario that an ID requests, or undefined for an ordinary applicant. */
export function scenarioOf(id: string): RequestedScenario | undefined {
  // The trailing dash lets a bare `verified` match too.
  const name = `${id.replace(/^US_/, '')}-`;
  const scenario = SCENARIOS.find((candidate) => name.startsWith(`${candidate.id}-`));
  if (!scenario) return undefined;
  const parameters = name.slice(scenario.id.length + 1);
  const [, seconds, onlyCall] = /^(?:(\d{1,3})s-)?(?:(session|status)-)?/.exec(parameters) ?? [];
  return {
    ...scenario,
    onlyCall: onlyCall === 'session' || onlyCall === 'status' ? onlyCall : undefined,
    seconds: seconds === undefined ? undefined : Number(seconds),
  };
}
