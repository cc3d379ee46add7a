import type { VerificationState } from '../baanx/wire.js';

/** What comes of a verification: the tester picks it on the simulated Veriff page. */
export type Outcome = 'approve' | 'review' | 'reject' | 'never';

export const OUTCOMES: readonly Outcome[] = ['approve', 'review', 'reject', 'never'];

/**
 * What an onboarding id (or, in the account flow, an access token) asks for by its beginning. A fault hits both
 * calls; with `session` or `status` after its name, that call only: `error-500-session-1`. `US_` may stand
 * in front.
 */
export interface Scenario {
  /** How the id begins; a dash and anything may follow: `verified-1`. */
  readonly id: string;
  /** One line for a list to choose from. */
  readonly description: string;
  /** The state before anything happens, UNVERIFIED by default. */
  readonly state?: VerificationState;
  /** The outcome that is ticked on the Veriff page, `approve` by default. */
  readonly outcome?: Outcome;
  /** PENDING is never said: UNVERIFIED until the verdict. */
  readonly unsaid?: true;
  /** What the status call says in place of the state; undefined leaves the field out. */
  readonly says?: { readonly state: unknown };
  /** Answers in place of Baanx. `times`: only the first so many calls of each kind; all by default. */
  readonly fault?: { readonly status: number; readonly body: string; readonly times?: number };
  /** Answers as usual, after the seconds behind its name (`slow-3s-…`), 30 by default. */
  readonly slow?: true;
  /** Where the session URL leads, in place of the Veriff page. */
  readonly foreignOrigin?: string;
  /** What is wrong with the Veriff page: it says that it is over, never shakes hands, or may not be framed. */
  readonly page?: 'over' | 'silent' | 'unframed';
}

const HTML =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>';

const error = (status: number, message: string, description: string, times?: number): Scenario => ({
  id: `error-${status}`,
  description: `${status}: ${description}`,
  fault: { status, body: JSON.stringify({ message }), ...(times !== undefined && { times }) },
});

/** Every beginning that means something. Any other id is a new applicant who can go all the way. */
export const SCENARIOS: readonly Scenario[] = [
  { id: 'approve', description: 'New; ends VERIFIED soon after handing in', outcome: 'approve' },
  { id: 'review', description: 'New; ends VERIFIED after a review', outcome: 'review' },
  { id: 'reject', description: 'New; ends REJECTED', outcome: 'reject' },
  { id: 'undecided', description: 'New; stays PENDING for ever after handing in', outcome: 'never' },
  { id: 'verified', description: 'VERIFIED already', state: 'VERIFIED' },
  { id: 'rejected', description: 'REJECTED already; may try again', state: 'REJECTED' },
  {
    id: 'pending',
    description: 'PENDING already, without a word of what was handed in',
    state: 'PENDING',
  },
  {
    id: 'unverified-after-submit',
    description: 'UNVERIFIED even after handing in, until decided',
    unsaid: true,
  },
  { id: 'state-null', description: 'The state is null', says: { state: null } },
  { id: 'state-missing', description: 'The state is missing', says: { state: undefined } },
  {
    id: 'state-word',
    description: 'The state is a word not known',
    says: { state: 'RESUBMISSION_REQUESTED' },
  },
  error(400, 'Invalid onboarding ID', 'the onboarding is malformed, expired or used up'),
  error(401, 'Not authenticated', 'the person must log in again'),
  error(403, 'Not authenticated', 'the person must log in again'),
  error(404, 'Onboarding session not found', 'no such onboarding'),
  error(422, 'Validation failed', 'the request is wrong'),
  error(429, 'Too many requests', 'too many requests, twice a call, with Retry-After: 2', 2),
  error(498, 'Invalid API key', 'the client key is wrong'),
  error(499, 'Missing client key', 'the client key is missing'),
  error(500, 'Internal server error', 'the provider is down'),
  error(503, 'Service unavailable', 'the provider is down, twice a call, with Retry-After: 2', 2),
  { id: 'html-200', description: '200 with a page of HTML', fault: { status: 200, body: HTML } },
  {
    id: 'html-502',
    description: "A gateway's 502 with a page of HTML",
    fault: { status: 502, body: HTML },
  },
  { id: 'empty', description: '200 with nothing in it', fault: { status: 200, body: '' } },
  {
    id: 'nested-json',
    description: '400 with JSON text inside its message',
    fault: {
      status: 400,
      body: JSON.stringify({ message: JSON.stringify({ email: 'ada@person.example', code: 17 }) }),
    },
  },
  { id: 'slow', description: 'Answers after 30 s, or as many as in slow-3s-…', slow: true },
  {
    id: 'untrusted-url',
    description: 'The session URL is not on a Veriff origin',
    foreignOrigin: 'https://veriff.me.evil.example',
  },
  { id: 'veriff-over', description: 'The Veriff page says that the session is over', page: 'over' },
  { id: 'veriff-silent', description: 'The Veriff page loads, and never says a word', page: 'silent' },
  { id: 'veriff-unframed', description: 'The Veriff page may not be framed', page: 'unframed' },
];

/** A scenario as one id asks for it. */
export interface AskedScenario extends Scenario {
  /** The one call that its fault or slowness hits; undefined: both. */
  readonly only: 'session' | 'status' | undefined;
  /** The number behind its name. */
  readonly seconds: number | undefined;
}

/** What the id asks for, or undefined for an ordinary applicant. */
export function scenarioOf(id: string): AskedScenario | undefined {
  // The dash at the end makes a bare `verified` one too.
  const name = `${id.replace(/^US_/, '')}-`;
  const scenario = SCENARIOS.find((one) => name.startsWith(`${one.id}-`));
  if (!scenario) return undefined;
  const rest = name.slice(scenario.id.length + 1);
  const [, seconds, only] = /^(?:(\d{1,3})s-)?(?:(session|status)-)?/.exec(rest) ?? [];
  return {
    ...scenario,
    only: only === 'session' || only === 'status' ? only : undefined,
    seconds: seconds === undefined ? undefined : Number(seconds),
  };
}
