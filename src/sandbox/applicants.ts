import type { VerificationState } from '../baanx/wire.js';
import { scenarioOf, type AskedScenario, type Outcome } from './scenarios.js';

/** How the simulated Baanx decides. */
export interface Verdicts {
  /** PENDING from the session on, as the dev host was seen to do; else from handing in. */
  readonly pendingOnSession: boolean;
  /** Ms from handing in to VERIFIED (`approve`) or REJECTED (`reject`). */
  readonly decideMs: number;
  /** Ms from handing in to VERIFIED (`review`). */
  readonly reviewMs: number;
  /** The time in ms. */
  readonly now: () => number;
}

/** One person. States follow from what happened and from the clock: nothing has to run for a verdict to come. */
export class Applicant {
  readonly scenario: AskedScenario | undefined;
  /** How often each call was made, to let a fault pass. */
  readonly calls = { session: 0, status: 0 };

  readonly #verdicts: Verdicts;
  #settled: VerificationState;
  #hasSession = false;
  #handedIn: { readonly at: number; readonly outcome: Outcome } | undefined;

  constructor(id: string, verdicts: Verdicts) {
    this.scenario = scenarioOf(id);
    this.#verdicts = verdicts;
    this.#settled = this.scenario?.state ?? 'UNVERIFIED';
  }

  /** What Baanx would say now. */
  get state(): VerificationState {
    const waiting = this.scenario?.unsaid ? 'UNVERIFIED' : 'PENDING';
    if (!this.#handedIn) {
      return this.#hasSession && this.#verdicts.pendingOnSession ? waiting : this.#settled;
    }
    const { at, outcome } = this.#handedIn;
    const { decideMs, reviewMs, now } = this.#verdicts;
    if (outcome === 'never' || now() < at + (outcome === 'review' ? reviewMs : decideMs)) return waiting;
    return outcome === 'reject' ? 'REJECTED' : 'VERIFIED';
  }

  /** A session was given. After a rejection it is a new try; what waits for its verdict goes on waiting. */
  openSession(): void {
    if (this.state === 'REJECTED') {
      this.#settled = 'REJECTED';
      this.#handedIn = undefined;
    }
    this.#hasSession = true;
  }

  /** The documents are in; the outcome is the tester's choice. */
  handIn(outcome: Outcome): void {
    this.#handedIn = { at: this.#verdicts.now(), outcome };
  }

  /** Sets the state by hand, until the next session. */
  decide(state: VerificationState): void {
    this.#settled = state;
    this.#handedIn = undefined;
    this.#hasSession = false;
  }
}

/** Everybody that the sandbox has seen, made on first sight. */
export class Applicants {
  readonly #verdicts: Verdicts;
  readonly #known = new Map<string, Applicant>();

  constructor(verdicts: Verdicts) {
    this.#verdicts = verdicts;
  }

  /**
   * The applicant of an onboarding id, or of an access token. The same text is the same person: who was rejected
   * in the registration can try again in the account.
   */
  find(id: string): Applicant {
    let applicant = this.#known.get(id);
    if (!applicant) this.#known.set(id, (applicant = new Applicant(id, this.#verdicts)));
    return applicant;
  }

  /** Forgets everybody: the next call with an old id starts anew. */
  clear(): void {
    this.#known.clear();
  }
}
