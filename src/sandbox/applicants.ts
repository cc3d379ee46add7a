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

/** One person. The state is computed from past events and the clock, so a verdict needs no timer. */
export class Applicant {
  readonly scenario: RequestedScenario | undefined;
  /** The number of calls of each kind so far: some scenarios fail the first calls only. */
  readonly calls = { session: 0, status: 0 };

  readonly #timing: DecisionTiming;
  /** The state apart from the current attempt. */
  #baseState: VerificationState;
  #hasSession = false;
  #submission: { readonly at: number; readonly outcome: Outcome } | undefined;
  #isSubmitted: boolean;

  constructor(id: string, timing: DecisionTiming) {
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
    const { decideMs, reviewMs, now } = this.#timing;
    if (outcome === 'never' || now() < at + (outcome === 'review' ? reviewMs : decideMs)) return undecided;
    return outcome === 'reject' ? 'REJECTED' : 'VERIFIED';
  }

  /** Whether documents were submitted in the current attempt. Until then Baanx knows no name. */
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
  }

  /** Records that documents were submitted, with the outcome that the tester chose. */
  submit(outcome: Outcome): void {
    this.#submission = { at: this.#timing.now(), outcome };
    this.#isSubmitted = true;
  }

  /** Sets the state by hand. It holds until the next session or submission. */
  decide(state: VerificationState): void {
    this.#baseState = state;
    this.#submission = undefined;
    this.#hasSession = false;
    if (state !== 'PENDING') this.#isSubmitted = isDecided(state);
  }
}

const isDecided = (state: VerificationState): boolean => state === 'VERIFIED' || state === 'REJECTED';

/** All applicants of one sandbox. An id that is seen for the first time creates its applicant. */
export class Applicants {
  readonly #timing: DecisionTiming;
  readonly #byId = new Map<string, Applicant>();

  constructor(timing: DecisionTiming) {
    this.#timing = timing;
  }

  /**
   * The applicant with this onboarding ID or access token. An onboarding ID and an access token with the same text
   * belong to the same person: someone who is rejected during registration can retry in the account flow.
   */
  find(id: string): Applicant {
    let applicant = this.#byId.get(id);
    if (!applicant) this.#byId.set(id, (applicant = new Applicant(id, this.#timing)));
    return applicant;
  }

  /** Removes all applicants. The next call with a known id starts from the beginning. */
  clear(): void {
    this.#byId.clear();
  }
}
