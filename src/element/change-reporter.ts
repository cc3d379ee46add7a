import type { State } from '../flow/snapshot.js';
import { emitEvents } from '../headless/change-events.js';
import { hintFor, warnOnce } from '../headless/hints.js';
import type { KycChange } from '../headless/step-flow.js';
import { KycStepEvent } from './events.js';

/** Reports the flow's changes to the page as events of the element, and failures to the developer as well. */
export class ChangeReporter {
  readonly #host: HTMLElement;
  /** The state in the last `statechange`. */
  #reportedState: State = 'idle';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /**
   * Dispatches the events of a change. A listener may remove the element or change its ID; after that, `isCurrent`
   * returns false and the remaining events are not dispatched.
   */
  report(change: KycChange, isCurrent: () => boolean): void {
    const { state, failure } = change.now;
    if (failure) warnOnce(`${failure.code}: ${hintFor(failure)}`);
    emitEvents(change, this.#reportedState, (type, detail) => {
      if (!this.#host.isConnected || !isCurrent()) return;
      if (type === 'statechange') this.#reportedState = state;
      this.#host.dispatchEvent(new KycStepEvent(type, detail));
    });
  }
}
