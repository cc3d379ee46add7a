/**
 * What a job hangs on: once it is cut, the job is to end. It does for the proxy what an `AbortSignal` does, which
 * costs as much as all the rest of a request; there is one to be had for whoever needs it.
 */
export class Lifeline {
  #reason: Error | undefined;
  #listeners: ((reason: Error) => void)[] = [];
  #signal: AbortSignal | undefined;

  /** Why it was cut; undefined while it holds. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** The same as a signal, made at the first need. */
  get signal(): AbortSignal {
    if (!this.#signal) {
      const controller = new AbortController();
      this.#signal = controller.signal;
      this.onCut((reason) => controller.abort(reason));
    }
    return this.#signal;
  }

  /** Calls the listener once it is cut, or now where it has been. */
  onCut(listener: (reason: Error) => void): void {
    if (this.#reason) listener(this.#reason);
    else this.#listeners.push(listener);
  }

  cut(reason: Error): void {
    if (this.#reason) return;
    this.#reason = reason;
    for (const listener of this.forget()) listener(reason);
  }

  /** Forgets its listeners, since the job is over. They are given back. */
  forget(): readonly ((reason: Error) => void)[] {
    const listeners = this.#listeners;
    this.#listeners = [];
    return listeners;
  }
}

/**
 * Runs a job on a lifeline that is cut after `ms` (reason: a `TimeoutError`) or together with its parent. Rejects
 * with that reason as soon as it is cut, even if the job pays no heed.
 */
export function within<T>(ms: number, parent: Lifeline, job: (line: Lifeline) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (parent.reason) throw parent.reason;
    const line = new Lifeline();
    line.onCut(reject);
    const timer = setTimeout(() => line.cut(new DOMException('Too late', 'TimeoutError')), ms);
    parent.onCut((reason) => line.cut(reason));
    const end = () => {
      clearTimeout(timer);
      line.forget();
    };
    void job(line).then(resolve, reject).then(end);
  });
}
