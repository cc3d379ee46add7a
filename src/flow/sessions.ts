import type { Answer } from './errors.js';
import type { BaanxPort } from './ports.js';

const DAY = 86_400_000;

/** How long a session URL stays good, in ms. An account's may be opened only once besides. */
const LIFETIME = { registration: 7 * DAY, account: DAY } as const;

/**
 * The one place that holds the session URL. It hands out the same one while it is good, and asks for a new one
 * once however many want it: also across a flow that is stopped and the next one for the same person.
 */
export class Sessions {
  readonly #baanx: Pick<BaanxPort, 'createSession'>;
  readonly #flow: keyof typeof LIFETIME;
  #url: string | undefined;
  #madeAt = 0;
  #doubted = false;
  #making: Promise<Answer<string>> | undefined;
  #call = new AbortController();

  constructor(baanx: Pick<BaanxPort, 'createSession'>, flow: keyof typeof LIFETIME) {
    this.#baanx = baanx;
    this.#flow = flow;
  }

  /** The URL to open. Asked for ahead, it is at hand when it is wanted. */
  async get(): Promise<Answer<string>> {
    if (this.#url && Date.now() - this.#madeAt < LIFETIME[this.#flow]) return { ok: true, value: this.#url };
    return (this.#making ??= this.#make());
  }

  /** The URL was opened. */
  opened(): void {
    if (this.#flow === 'account') this.forget();
  }

  /**
   * Veriff was silent, or sent the person back before anything began: once is a bad line or a change of mind, twice a
   * session that is over.
   */
  doubt(): void {
    if (this.#doubted) this.forget();
    this.#doubted = !this.#doubted;
  }

  /** Veriff says that the session is over, or it was never one. */
  forget(): void {
    this.#url = undefined;
  }

  /** Nobody waits for a session any more. */
  abort(): void {
    this.#call.abort();
    this.#call = new AbortController();
    this.#making = undefined;
  }

  async #make(): Promise<Answer<string>> {
    const { signal } = this.#call;
    const answer = await this.#baanx.createSession(signal);
    if (signal.aborted) return answer;
    this.#making = undefined;
    if (answer.ok) {
      this.#url = answer.value;
      this.#madeAt = Date.now();
    }
    return answer;
  }
}
