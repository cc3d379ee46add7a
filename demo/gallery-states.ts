import type { State } from '../src/index.js';

/** How a state is held: what the element is answered, what Veriff's page says, and what the person does. */
export interface Held {
  readonly title: string;
  /** Where the element ends up. */
  readonly state: State;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the status call answers: a state, an HTTP status, or nothing ever. */
  readonly status?: string | number;
  /** What the session call answers: a session by default, an HTTP status, or nothing ever. */
  readonly session?: number | 'never';
  /** What the status is once the session was made. */
  readonly then?: string;
  /** Start is pressed, and Veriff's page says this. */
  readonly says?: readonly string[];
  /** The popup that opens, or none. */
  readonly popup?: 'open' | 'blocked';
  /** The dialog's Close is pressed at the end. */
  readonly leaves?: true;
  /** What the dialog shows at the end. */
  readonly shows?: 'leave' | 'reload' | 'silent';
}

const SHAKEN = ['VERIFF_HANDSHAKE'];
const BEGUN = [...SHAKEN, 'VERIFF_STARTED'];
const FINISHED = [...BEGUN, 'VERIFF_SUBMITTED', 'VERIFF_FINISHED'];

/** Every picture that the step can show. */
export const HELD = {
  idle: { title: 'No onboarding id yet', state: 'idle', attributes: { 'onboarding-id': '' } },
  checking: { title: 'Asking the status', state: 'checking' },
  ready: { title: 'The explainer', state: 'ready', status: 'UNVERIFIED' },
  'ready-all': {
    title: 'Proof of address, some documents',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: { documents: 'passport national-id', 'proof-of-address': '' },
  },
  'ready-continue': {
    title: 'Left half way',
    state: 'ready',
    status: 'UNVERIFIED',
    says: [...BEGUN, 'VERIFF_CANCELED'],
  },
  'ready-note': { title: 'The first question failed', state: 'ready', status: 500 },
  starting: {
    title: 'Making the session',
    state: 'starting',
    status: 'UNVERIFIED',
    session: 'never',
    says: [],
  },
  verifying: { title: 'Veriff', state: 'verifying', status: 'UNVERIFIED', says: BEGUN },
  leave: {
    title: 'Leave?',
    state: 'verifying',
    status: 'UNVERIFIED',
    says: BEGUN,
    leaves: true,
    shows: 'leave',
  },
  reload: {
    title: 'Reload the page?',
    state: 'verifying',
    status: 'UNVERIFIED',
    says: [...BEGUN, 'VERIFF_RELOAD_REQUEST'],
    shows: 'reload',
  },
  silent: {
    title: 'Veriff says nothing for 15 seconds',
    state: 'verifying',
    status: 'UNVERIFIED',
    says: [],
    shows: 'silent',
  },
  elsewhere: {
    title: 'Veriff in a window of its own',
    state: 'verifying',
    status: 'UNVERIFIED',
    attributes: { 'open-in': 'popup' },
    says: [],
    popup: 'open',
  },
  deciding: { title: 'Handed in', state: 'deciding', status: 'UNVERIFIED', says: FINISHED },
  pending: { title: 'Under review', state: 'pending', status: 'UNVERIFIED', says: FINISHED, then: 'PENDING' },
  unsure: { title: 'Under review, perhaps', state: 'pending', status: 'PENDING' },
  overdue: {
    title: 'Handed in, and no news for long',
    state: 'pending',
    status: 'UNVERIFIED',
    attributes: { 'poll-interval': '100', 'poll-timeout': '1000' },
    says: FINISHED,
  },
  verified: { title: 'Verified', state: 'verified', status: 'VERIFIED' },
  rejected: { title: 'Rejected, in a registration', state: 'rejected', status: 'REJECTED' },
  'rejected-account': {
    title: 'Rejected, in an account',
    state: 'rejected',
    status: 'REJECTED',
    attributes: { flow: 'account' },
  },
  'failed-passing': {
    title: 'Failed, worth another try',
    state: 'failed',
    status: 'UNVERIFIED',
    session: 500,
    says: [],
  },
  failed: { title: 'Failed for good', state: 'failed', status: 400 },
  'popup-blocked': {
    title: 'The window was blocked',
    state: 'failed',
    status: 'UNVERIFIED',
    attributes: { 'open-in': 'popup' },
    says: [],
    popup: 'blocked',
  },
} satisfies Record<string, Held>;

export type HeldName = keyof typeof HELD;
