import type { State } from '../src/index.js';

/** How the gallery holds the element in a state: responses, messages from Veriff's page, and actions. */
export interface Held {
  readonly title: string;
  /** The element's final state. */
  readonly state: State;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The status response: a verification state or an HTTP error. If undefined, there is never a response. */
  readonly status?: string | number;
  /** The session response: an HTTP error, or none at all. Default: a session. */
  readonly session?: number | 'never';
  /** The verification state after the session was created. */
  readonly statusAfterSession?: string;
  /** If set, Start is pressed, and Veriff's page sends these messages. */
  readonly messages?: readonly string[];
  /** The device has no camera, or it is a phone whose user opened the page in another app. */
  readonly device?: 'no-camera' | 'in-app-browser';
  /** Whether the person starts the hand-off. */
  readonly handsOff?: true;
  /** Whether the popup opens. */
  readonly popup?: 'open' | 'blocked';
  /** Whether the dialog's Close is pressed at the end. */
  readonly pressClose?: true;
  /** The confirmation that the dialog shows at the end. */
  readonly confirmation?: 'leave' | 'reload' | 'silent';
}

const HANDSHAKE = ['VERIFF_HANDSHAKE'];
const STARTED = [...HANDSHAKE, 'VERIFF_STARTED'];
const FINISHED = [...STARTED, 'VERIFF_SUBMITTED', 'VERIFF_FINISHED'];

/** A page of the host's on which a person can continue. */
const HANDOFF = { 'handoff-url': 'https://app.example/continue/3f2a9c' };

/** All states and variations of the element. */
export const HELD = {
  idle: { title: 'No onboarding ID yet', state: 'idle', attributes: { 'onboarding-id': '' } },
  checking: { title: 'Checking the status', state: 'checking' },
  ready: { title: 'The explainer', state: 'ready', status: 'UNVERIFIED' },
  'ready-all': {
    title: 'Proof of address, some documents',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: { documents: 'passport national-id', 'proof-of-address': '' },
  },
  'ready-continue': {
    title: 'Left before submission',
    state: 'ready',
    status: 'UNVERIFIED',
    messages: [...STARTED, 'VERIFF_CANCELED'],
  },
  'ready-redirect': {
    title: 'Veriff replaces the page',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: { 'open-in': 'redirect' },
  },
  'ready-handoff': {
    title: 'A phone can be used instead',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: HANDOFF,
  },
  'ready-no-camera': {
    title: 'There is no camera here',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: HANDOFF,
    device: 'no-camera',
  },
  'ready-in-app': {
    title: 'In an app’s browser',
    state: 'ready',
    status: 'UNVERIFIED',
    attributes: HANDOFF,
    device: 'in-app-browser',
  },
  'handoff-phone': {
    title: 'Continue on the phone',
    state: 'verifying',
    status: 'UNVERIFIED',
    attributes: HANDOFF,
    handsOff: true,
  },
  'handoff-browser': {
    title: 'Continue in the browser',
    state: 'verifying',
    status: 'UNVERIFIED',
    attributes: HANDOFF,
    device: 'in-app-browser',
    handsOff: true,
  },
  'ready-note': { title: 'The first status check failed', state: 'ready', status: 500 },
  starting: {
    title: 'Creating the session',
    state: 'starting',
    status: 'UNVERIFIED',
    session: 'never',
    messages: [],
  },
  verifying: { title: 'Veriff', state: 'verifying', status: 'UNVERIFIED', messages: STARTED },
  leave: {
    title: 'Leave?',
    state: 'verifying',
    status: 'UNVERIFIED',
    messages: STARTED,
    pressClose: true,
    confirmation: 'leave',
  },
  reload: {
    title: 'Reload this page?',
    state: 'verifying',
    status: 'UNVERIFIED',
    messages: [...STARTED, 'VERIFF_RELOAD_REQUEST'],
    confirmation: 'reload',
  },
  silent: {
    title: 'No message from Veriff for 15 seconds',
    state: 'verifying',
    status: 'UNVERIFIED',
    messages: [],
    confirmation: 'silent',
  },
  elsewhere: {
    title: 'Veriff in its own window',
    state: 'verifying',
    status: 'UNVERIFIED',
    attributes: { 'open-in': 'popup' },
    messages: [],
    popup: 'open',
  },
  deciding: { title: 'Submitted', state: 'deciding', status: 'UNVERIFIED', messages: FINISHED },
  pending: {
    title: 'Under review',
    state: 'pending',
    status: 'UNVERIFIED',
    messages: FINISHED,
    statusAfterSession: 'PENDING',
  },
  unsure: { title: 'PENDING, submission unknown', state: 'pending', status: 'PENDING' },
  overdue: {
    title: 'Submitted, but no status for a long time',
    state: 'pending',
    status: 'UNVERIFIED',
    attributes: { 'poll-interval': '100', 'poll-timeout': '1000' },
    messages: FINISHED,
  },
  verified: { title: 'Verified', state: 'verified', status: 'VERIFIED' },
  rejected: { title: 'Rejected during registration', state: 'rejected', status: 'REJECTED' },
  'rejected-account': {
    title: 'Rejected in the account flow',
    state: 'rejected',
    status: 'REJECTED',
    attributes: { flow: 'account' },
  },
  'failed-passing': {
    title: 'Failed, can be retried',
    state: 'failed',
    status: 'UNVERIFIED',
    session: 500,
    messages: [],
  },
  failed: { title: 'Failed, can’t be retried', state: 'failed', status: 400 },
  'popup-blocked': {
    title: 'The window was blocked',
    state: 'failed',
    status: 'UNVERIFIED',
    attributes: { 'open-in': 'popup' },
    messages: [],
    popup: 'blocked',
  },
} satisfies Record<string, Held>;

export type HeldName = keyof typeof HELD;
