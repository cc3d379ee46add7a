import type { VerificationState } from '../baanx/wire.js';
import { scenarioOf, type Outcome, type RequestedScenario } from './scenarios.js';

/** When the simulated Baanx changes an applicant's state. */
export interface DecisionTiming {
  /** Whether creating a session sets PENDING, as Baanx's dev host does. Otherwise submitting documents does. */
  readonly pendingOnSession: boolean;
  /** Ms from submission to VERIFIED (`approve`) or REJECTED (`reject`). */
  readonly decideMs: number;
  /** Ms from submission to VERIFIED (`review`). */
  readonly reviewMs: number;
  /** The current time in ms. */
  readonly now: () => number;
}

type ApplicantObserver = (applicant: Applicant) => void;

/** One person. The state is computed from past events and the clock, so a verdict needs no timer unless it is observed. */
export class Applicant {
  /** The onboarding ID, or the access token. */
  readonly id: string;
  /** Baanx's ID of the user, which the last steps of the registration return. */
  readonly userId = crypto.randomUUID();
  /** The scenario that the ID requests. */
  readonly scenario: RequestedScenario | undefined;
  /** The number of calls of each kind so far. Some scenarios fail only the first calls. */
  readonly calls = { session: 0, status: 0 };

  readonly #timing: DecisionTiming;
  readonly #onChange: ApplicantObserver | undefined;
  /** The state apart from the current attempt. */
  #baseState: VerificationState;
  #hasSession = false;
  #submission: { readonly at: number; readonly outcome: Outcome } | undefined;
  #isSubmitted: boolean;

  constructor(id: string, timing: DecisionTiming, onChange?: ApplicantObserver) {
    this.id = id;
    this.#onChange = onChange;
    this.scenario = scenarioOf(id);
    this.#timing = timing;
    this.#baseState = this.scenario?.state ?? 'UNVERIFIED';
    this.#isSubmitted = this.scenario?.submitted ?? isDecided(this.#baseState);
  }

  /** The verification state that Baanx reports now. */
  get state(): VerificationState {
    const undecided = this.scenario?.neverPending ? 'UNVERIFIED' : 'PENDING';
    if (!this.#submission) {
      return this.#hasSession && this.#timing.pendingOnSession ? undecided : this.#baseState;
    }
    const { at, outcome } = this.#submission;
    if (this.#timing.now() < at + this.#decisionDelay(outcome)) return undecided;
    return outcome === 'reject' ? 'REJECTED' : 'VERIFIED';
  }

  /** Whether documents were submitted in the current attempt. Until then Baanx does not know the person's name. */
  get isSubmitted(): boolean {
    return this.#isSubmitted;
  }

  /** Records that a session was created. After a rejection this starts a new attempt. */
  openSession(): void {
    if (this.state === 'REJECTED') {
      this.#baseState = 'REJECTED';
      this.#submission = undefined;
      this.#isSubmitted = false;
    }
    this.#hasSession = true;
    this.#onChange?.(this);
  }

  /** Records that documents were submitted, with the outcome that the tester chose. */
  submit(outcome: Outcome): void {
    this.#submission = { at: this.#timing.now(), outcome };
    this.#isSubmitted = true;
    this.#onChange?.(this);
    const delay = this.#decisionDelay(outcome);
    if (this.#onChange && delay < Infinity) unref(setTimeout(this.#onChange, delay + TIMER_MARGIN_MS, this));
  }

  /** Sets the state directly. It stays until the next session or submission. */
  decide(state: VerificationState): void {
    this.#baseState = state;
    this.#submission = undefined;
    this.#hasSession = false;
    if (state !== 'PENDING') this.#isSubmitted = isDecided(state);
    this.#onChange?.(this);
  }

  /** Ms from submission to the verdict. */
  #decisionDelay(outcome: Outcome): number {
    if (outcome === 'never') return Infinity;
    return outcome === 'review' ? this.#timing.reviewMs : this.#timing.decideMs;
  }
}

/** Extra time for a timer, in ms, because it may fire slightly before the clock shows that its time is over. */
const TIMER_MARGIN_MS = 5;

/** Lets a Node process exit although the timer is running. Browsers do not need this. */
export function unref(timer: ReturnType<typeof setTimeout>): void {
  if (typeof timer === 'object') timer.unref();
}

const isDecided = (state: VerificationState): boolean => state === 'VERIFIED' || state === 'REJECTED';

/** Observes all applicants of one sandbox. */
export interface ApplicantsObserver {
  /** An applicant was created. */
  watch(applicant: Applicant): void;
  /** An applicant's state has changed, or may have. */
  readonly check: ApplicantObserver;
}

/** All applicants of one sandbox. The first use of an ID creates its applicant. */
export class Applicants {
  readonly #timing: DecisionTiming;
  readonly #observer: ApplicantsObserver | undefined;
  readonly #byId = new Map<string, Applicant>();

  constructor(timing: DecisionTiming, observer?: ApplicantsObserver) {
    this.#timing = timing;
    this.#observer = observer;
  }

  /**
   * The applicant with this onboarding ID or access token. An onboarding ID and an access token with the same text
   * belong to the same person: someone who is rejected during registration can retry in the account flow.
   */
  find(id: string): Applicant {
    let applicant = this.#byId.get(id);
    if (!applicant) {
      applicant = new Applicant(id, this.#timing, this.#observer?.check);
      this.#byId.set(id, applicant);
      this.#observer?.watch(applicant);
    }
    return applicant;
  }

  /** Removes all applicants. The next call with a known ID creates a new applicant. */
  clear(): void {
    this.#byId.clear();
  }
}
