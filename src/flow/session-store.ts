import { success, type Result } from '../baanx/result.js';

const DAY_MS = 86_400_000;

/** How long a session URL stays valid, in ms. An account's URL can be opened only once. */
const LIFETIME_MS = { registration: 7 * DAY_MS, account: DAY_MS } as const;

/**
 * The only place that holds the session URL. It returns the same URL while that is valid, and makes one request for a
 * new one however many callers wait for it, also across a flow that was stopped and the next one for the same person.
 */
export class SessionStore {
  readonly #createSession: (signal: AbortSignal) => Promise<Result<string>>;
  readonly #flow: keyof typeof LIFETIME_MS;
  #url: string | undefined;
  #createdAt = 0;
  #isDoubted = false;
  #pending: Promise<Result<string>> | undefined;
  #request = new AbortController();

  constructor(
    createSession: (signal: AbortSignal) => Promise<Result<string>>,
    flow: keyof typeof LIFETIME_MS,
  ) {
    this.#createSession = createSession;
    this.#flow = flow;
  }

  /** The URL to open. Called ahead of time, it prefetches. */
  async get(): Promise<Result<string>> {
    if (this.#url && performance.now() - this.#createdAt < LIFETIME_MS[this.#flow]) return success(this.#url);
    return (this.#pending ??= this.#create());
  }

  /** The URL was opened. */
  markOpened(): void {
    if (this.#flow === 'account') this.forget();
  }

  /**
   * Veriff was silent, or sent the person back before they started. Once may be a bad connection or a change of mind;
   * twice means that the session is over.
   */
  reportDoubt(): void {
    if (this.#isDoubted) this.forget();
    this.#isDoubted = !this.#isDoubted;
  }

  /** The session is over, or its URL was not usable. */
  forget(): void {
    this.#url = undefined;
  }

  /** Aborts a request for a session that nobody waits for any more. */
  abort(): void {
    this.#request.abort();
    this.#request = new AbortController();
    this.#pending = undefined;
  }

  async #create(): Promise<Result<string>> {
    const { signal } = this.#request;
    const result = await this.#createSession(signal);
    if (signal.aborted) return result;
    this.#pending = undefined;
    if (result.ok) {
      this.#url = result.value;
      this.#createdAt = performance.now();
    }
    return result;
  }
}
