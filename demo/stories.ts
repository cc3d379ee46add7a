import type { ErrorCode, OpenIn, State } from '../src/index.js';
import { SCENARIOS } from '../src/sandbox/index.js';
import type { PAGE_SETTINGS } from './settings.js';

/** A situation to choose and watch in the playground. */
export interface Story {
  readonly title: string;
  /** The sandbox's scenario. By default a new applicant without faults. */
  readonly id?: string;
  /** The problem to simulate. */
  readonly problem?: (typeof PAGE_SETTINGS.problem)[number];
  readonly attributes?: Readonly<Record<string, string>> & { readonly 'open-in'?: OpenIn };
  /** What to do to see it. Default: press Start. */
  readonly hint?: string;
}

const COMPLETE = 'Press Start and complete the verification.';

/** The common paths. */
const PATHS: readonly Story[] = [
  { title: 'Approve', id: 'approve', hint: COMPLETE },
  { title: 'Review, then approve', id: 'review', hint: COMPLETE },
  { title: 'Reject', id: 'reject', hint: COMPLETE },
  {
    title: 'Resubmit',
    id: 'rejected',
    attributes: { flow: 'account' },
    hint: 'Rejected during sign-up, now in their account. Press Try again and submit documents once more.',
  },
  {
    title: 'Abandon',
    id: 'approve',
    hint: 'Press Start, then Cancel in Veriff. The step offers to continue.',
  },
  {
    title: 'Come back later',
    id: 'pending',
    hint: 'PENDING, and it isn’t known whether documents were submitted.',
  },
  { title: 'Verified already', id: 'verified', hint: 'The event fires again each time the page loads.' },
];

/** Situations that are not errors but take time. */
const DELAYS: readonly Story[] = [
  { title: 'Slow connection', problem: 'slow', hint: 'Every response takes 3 s. Press Start.' },
  {
    title: 'Offline, then back',
    problem: 'offline',
    hint: 'Press Start. Then choose None under “Simulate a problem”, and press Try again.',
  },
  {
    title: 'Baanx does not report PENDING',
    id: 'unverified-after-submit',
    hint: 'Press Start and complete the verification: the step keeps checking the status.',
  },
  {
    title: 'Never decided',
    id: 'undecided',
    hint: 'Press Start and complete the verification: the review never ends.',
  },
];

/** How to reach each error. The type requires a story for every code. */
const ERRORS: Readonly<Record<ErrorCode, Omit<Story, 'title'>>> = {
  'onboarding-invalid': { id: 'error-400-session' },
  'onboarding-not-found': { id: 'error-404-session' },
  'not-authenticated': { id: 'error-401-session' },
  'not-allowed': { id: 'not-allowed' },
  'client-key-invalid': { id: 'error-498-session' },
  'rate-limited': {
    id: 'error-429-session',
    hint: 'Press Start, then Try again: the third attempt succeeds.',
  },
  'provider-unavailable': { id: 'error-500-session' },
  network: { problem: 'offline' },
  timeout: { id: 'slow-30s-session', hint: 'Press Start, and wait 10 s.' },
  'bad-response': { problem: 'wrong-page' },
  'untrusted-session-url': { attributes: { 'veriff-origins': 'https://*.veriff.me' } },
  'popup-blocked': { problem: 'no-popups', attributes: { 'open-in': 'popup' } },
  'veriff-unreachable': { id: 'veriff-silent', hint: 'Press Start, and wait 15 s.' },
  'insecure-context': { problem: 'plain-http' },
  'camera-blocked-by-page': {
    problem: 'no-camera',
    hint: 'Press Start: Veriff opens in its own window, and the console says why.',
  },
  misconfigured: { problem: 'no-proxy', hint: 'The first status check fails.' },
};

/** All stories by group, for the list in the playground. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  Paths: PATHS,
  Delays: DELAYS,
  Errors: Object.entries(ERRORS).map(([title, story]) => ({ title, ...story })),
  'All scenarios of the sandbox': SCENARIOS.map(({ id, description }) => ({
    title: id,
    id,
    hint: `${description}.`,
  })),
};

export const storyOf = (title: string): Story | undefined =>
  Object.values(STORIES)
    .flat()
    .find((story) => story.title === title);

/** Returns what to do next in a story. `wasOpened`: whether Veriff was open before. */
export function hintFor({ hint }: Partial<Story>, state: State, wasOpened: boolean): string {
  const isOver = wasOpened ? state === 'verified' || state === 'rejected' : state === 'failed' && !hint;
  return isOver ? 'This scenario is complete. Press New applicant to start again.' : (hint ?? 'Press Start.');
}
