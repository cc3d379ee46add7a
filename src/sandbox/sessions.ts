import type { Applicant } from './applicants.js';

const DAY = 24 * 60 * 60 * 1000;

/** One Veriff session. Whoever has its token may open it. */
export interface Session {
  readonly token: string;
  readonly applicant: Applicant;
  /** Of the account flow: good for one opening, and for 24 hours in place of 7 days. */
  readonly singleUse: boolean;
  readonly expires: number;
  opened: boolean;
  submitted: boolean;
}

/** What the page of a session has to show. */
export type Stage = 'open' | 'submitted' | 'over';

/** The sessions of one sandbox. */
export class Sessions {
  readonly #now: () => number;
  readonly #byToken = new Map<string, Session>();
  readonly #resumable = new WeakMap<Applicant, Session>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * The registration's session. The same one is given again while it lives, so that someone who left half way
   * comes back to it; a new one only once it has expired, or its verdict was a rejection.
   */
  resume(applicant: Applicant): Session {
    const last = this.#resumable.get(applicant);
    if (!last || this.#now() >= last.expires || applicant.state === 'REJECTED') {
      const session = this.create(applicant, false);
      this.#resumable.set(applicant, session);
      return session;
    }
    applicant.openSession();
    return last;
  }

  /** A new session; in the account flow every call makes one. */
  create(applicant: Applicant, singleUse: boolean): Session {
    const session: Session = {
      token: randomToken(),
      applicant,
      singleUse,
      expires: this.#now() + (singleUse ? DAY : 7 * DAY),
      opened: false,
      submitted: false,
    };
    this.#byToken.set(session.token, session);
    applicant.openSession();
    return session;
  }

  find(token: string): Session | undefined {
    return this.#byToken.get(token);
  }

  /** What has become of a session; one that is not known is over. */
  stageOf(session: Session | undefined): Stage {
    if (!session || session.applicant.scenario?.page === 'over') return 'over';
    if (session.submitted) return 'submitted';
    return this.#now() < session.expires ? 'open' : 'over';
  }
}

/** Looks like the JWT in a real session URL, and says as little: nothing but chance is in it. */
function randomToken(): string {
  const random = (size: number) =>
    base64url(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(size))));
  return `${base64url('{"alg":"HS256","typ":"JWT"}')}.${random(48)}.${random(32)}`;
}

const base64url = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
