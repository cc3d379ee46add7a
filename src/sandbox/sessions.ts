import type { Applicant } from './applicants.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A Veriff session. Whoever has its token can open it. */
export interface Session {
  readonly token: string;
  readonly applicant: Applicant;
  /** Whether the session belongs to the account flow: it can be opened once, and expires after 24 hours. */
  readonly isSingleUse: boolean;
  /** In ms. */
  readonly expiresAt: number;
  isOpened: boolean;
  isSubmitted: boolean;
}

/** What a session's page shows: the steps, the confirmation after submission, or that the session is over. */
export type Stage = 'open' | 'submitted' | 'over';

/** The sessions of one sandbox. */
export class Sessions {
  readonly #now: () => number;
  readonly #byToken = new Map<string, Session>();
  readonly #registrationSessions = new WeakMap<Applicant, Session>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Returns the applicant's registration session, so that an abandoned verification can be continued. Creates one for
   * the first call, after the last one expired, and after a rejection.
   */
  resume(applicant: Applicant): Session {
    const current = this.#registrationSessions.get(applicant);
    if (!current || this.#now() >= current.expiresAt || applicant.state === 'REJECTED') {
      const session = this.create(applicant, false);
      this.#registrationSessions.set(applicant, session);
      return session;
    }
    applicant.openSession();
    return current;
  }

  /** Creates a session, as each call of the account flow does. */
  create(applicant: Applicant, isSingleUse: boolean): Session {
    const session: Session = {
      token: randomToken(),
      applicant,
      isSingleUse,
      expiresAt: this.#now() + (isSingleUse ? DAY_MS : 7 * DAY_MS),
      isOpened: false,
      isSubmitted: false,
    };
    this.#byToken.set(session.token, session);
    applicant.openSession();
    return session;
  }

  find(token: string): Session | undefined {
    return this.#byToken.get(token);
  }

  /** The stage of a session. An unknown session is over. */
  stageOf(session: Session | undefined): Stage {
    if (!session || session.applicant.scenario?.veriffPage === 'over') return 'over';
    if (session.isSubmitted) return 'submitted';
    return this.#now() < session.expiresAt ? 'open' : 'over';
  }
}

/** Returns a random token in the form of a JWT, like the one in a real session URL. */
function randomToken(): string {
  const random = (size: number) =>
    base64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(size))));
  return `${base64url('{"alg":"HS256","typ":"JWT"}')}.${random(48)}.${random(32)}`;
}

const base64url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
