import type { ErrorCode, OpenIn, State } from '../src/index.js';
import { SCENARIOS } from '../src/sandbox/index.js';
import { SURROUNDINGS } from './settings.js';

/** Something that may happen to a person, to be picked and watched. */
export interface Story {
  readonly title: string;
  /** How the onboarding id begins, which tells the sandbox; anybody by default. */
  readonly id?: string;
  readonly trouble?: (typeof SURROUNDINGS.trouble)[number];
  readonly attributes?: Readonly<Record<string, string>> & { readonly 'open-in'?: OpenIn };
  /** What to do to see it; Start alone by default. */
  readonly hint?: string;
}

const THROUGH = 'Press Start and go through to the end.';

/** The ways that people go. */
const WAYS: readonly Story[] = [
  { title: 'Approve', id: 'approve', hint: THROUGH },
  { title: 'Review, then approve', id: 'review', hint: THROUGH },
  { title: 'Reject', id: 'reject', hint: THROUGH },
  { title: 'Resubmit', id: 'rejected', hint: 'Rejected already. Press Try again and hand in once more.' },
  {
    title: 'Abandon',
    id: 'approve',
    hint: 'Press Start, then Cancel in Veriff. The step offers to continue.',
  },
  {
    title: 'Come back later',
    id: 'pending',
    hint: 'PENDING, and nobody knows whether documents were handed in.',
  },
  { title: 'Verified already', id: 'verified', hint: 'A page that is loaded again gets its event again.' },
];

/** What may stand in the way without being an error. */
const HURDLES: readonly Story[] = [
  { title: 'Slow line', trouble: 'slow', hint: 'Every answer takes 3 s. Press Start.' },
  {
    title: 'Offline, then back',
    trouble: 'offline',
    hint: 'Press Start. Then choose Nothing under “What goes wrong”, and Try again.',
  },
  {
    title: 'Baanx does not say PENDING',
    id: 'unverified-after-submit',
    hint: 'Press Start and go through: the step keeps asking.',
  },
  { title: 'Never decided', id: 'undecided', hint: 'Press Start and go through: under review for ever.' },
];

/** How each error is come by. Typed by the codes: a new one needs a story. */
const ERRORS: Readonly<Record<ErrorCode, Omit<Story, 'title'>>> = {
  'onboarding-invalid': { id: 'error-400-session' },
  'onboarding-not-found': { id: 'error-404-session' },
  'not-authenticated': { id: 'error-401-session' },
  'not-allowed': { id: 'not-allowed' },
  'client-key-invalid': { id: 'error-498-session' },
  'rate-limited': { id: 'error-429-session', hint: 'Press Start, then Try again: the third time it goes.' },
  'provider-unavailable': { id: 'error-500-session' },
  network: { trouble: 'offline' },
  timeout: { id: 'slow-30s-session', hint: 'Press Start, and wait for 10 s.' },
  'bad-response': { trouble: 'wrong-page' },
  'untrusted-session-url': { attributes: { 'veriff-origins': 'https://*.veriff.me' } },
  'popup-blocked': { trouble: 'no-popups', attributes: { 'open-in': 'popup' } },
  'veriff-unreachable': { id: 'veriff-silent', hint: 'Press Start, and wait for the way out.' },
  'insecure-context': { trouble: 'plain-http' },
  'camera-blocked-by-page': {
    trouble: 'no-camera',
    hint: 'Press Start: Veriff gets a window of its own, and the console says why.',
  },
  misconfigured: { trouble: 'no-proxy', hint: 'The first question finds out.' },
};

/** All of them, in groups, as a list to pick from. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  Ways: WAYS,
  Hurdles: HURDLES,
  Errors: Object.entries(ERRORS).map(([title, story]) => ({ title, ...story })),
  'Every id of the sandbox': SCENARIOS.map(({ id, description }) => ({
    title: id,
    id,
    hint: `${description}.`,
  })),
};

export const storyOf = (title: string): Story | undefined =>
  Object.values(STORIES)
    .flat()
    .find((story) => story.title === title);

/** What to do now, where the step is in this state, and has `opened` Veriff or not. */
export function hint({ hint }: Partial<Story>, state: State, opened: boolean): string {
  const isOver = opened ? state === 'verified' || state === 'rejected' : state === 'failed' && !hint;
  return isOver ? 'That is all of it. “New applicant” begins again.' : (hint ?? 'Press Start.');
}
