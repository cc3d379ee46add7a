import { success, type Result } from '../baanx/result.js';

const DAY_MS = 86_400_000;

/** How long a session URL stays valid, in ms. An account's URL can be opened only once. */
const LIFETIME_MS = { registration: 7 * DAY_MS, account: DAY_MS } as const;

/**
 * The only place that holds the session URL. It returns the same URL while that is valid. All callers share one request
 * for a new URL, even if the flow is stopped and begins again in between.
 */
export class SessionStore {
  readonly #createSession: (signal: AbortSignal) => Promise<Result<string>>;
  readonly #flow: keyof typeof LIFETIME_MS;
  #url: string | undefined;
  #createdAt = 0;
  #isSuspect = false;
  #pending: Promise<Result<string>> | undefined;
  #request = new AbortController();

  constructor(
    createSession: (signal: AbortSignal) => Promise<Result<string>>,
    flow: keyof typeof LIFETIME_MS,
  ) {
    this.#createSession = createSession;
    this.#flow = flow;
  }

  /** Returns the URL to open. If called early, it prefetches the session. */
  async get(): Promise<Result<string>> {
    if (this.#url && performance.now() - this.#createdAt < LIFETIME_MS[this.#flow]) return success(this.#url);
    return (this.#pending ??= this.#create());
  }

  /** The URL was opened. */
  markOpened(): void {
    if (this.#flow === 'account') this.forget();
  }

  /**
   * Veriff was silent, or sent the person back before they started. Once may be a bad connection or a change of mind.
   * Twice means that the session is over.
   */
  suspect(): void {
    if (this.#isSuspect) this.forget();
    this.#isSuspect = !this.#isSuspect;
  }

  /** The session is over, or its URL was not usable. */
  forget(): void {
    this.#url = undefined;
  }

  /** Aborts a request for a session that is no longer needed. */
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
