import type { Change } from '../flow/flow.js';
import { isRetryable } from '../baanx/result.js';
import { submissionOf, type State } from '../flow/snapshot.js';
import { KycStepEvent } from './events.js';
import { hintFor, warnOnce } from './hints.js';

/** Reports the changes of the flow to the page, as events of the element, and failures also to the developer. */
export class ChangeReporter {
  readonly #host: HTMLElement;
  /** The state in the last `statechange`. */
  #reportedState: State = 'idle';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /**
   * Dispatches the events of a change: the verdict first, so that no listener can remove the element before it, and
   * `statechange` last. A listener may remove the element or change its ID; after that, `isCurrent` returns false and the
   * rest is left out.
   */
  report({ before, now, event }: Change, onboardingId: string, isCurrent: () => boolean): void {
    const { state, verificationState, announced, veriff, failure } = now;
    const submission = submissionOf(now);
    const dispatch = (reported: Event) => {
      if (!this.#host.isConnected || !isCurrent()) return;
      if (reported.type === 'statechange') this.#reportedState = state;
      this.#host.dispatchEvent(reported);
    };

    if (failure) warnOnce(`${failure.code}: ${hintFor(failure)}`);
    if (announced && announced !== before.announced) {
      const detail = { onboardingId, verificationState };
      dispatch(
        announced === 'pending'
          ? new KycStepEvent('pending', { ...detail, submitted: submission === 'submitted' || undefined })
          : new KycStepEvent(announced, detail),
      );
    }
    if (veriff && before.state === 'starting' && state === 'verifying')
      dispatch(new KycStepEvent('started', { openIn: veriff.openIn }));
    if (submission !== submissionOf(before) && before.attempt?.opened) {
      if (event.type === 'submitted' || event.type === 'finished')
        dispatch(new KycStepEvent('submitted', null));
      if (submission === 'none') dispatch(new KycStepEvent('canceled', null));
    }
    // The result of a check is always reported, a failure of polling once.
    if (failure && (failure.code !== before.failure?.code || before.state === 'checking'))
      dispatch(
        new KycStepEvent('error', {
          code: failure.code,
          status: failure.status,
          retryable: isRetryable(failure),
          message: hintFor(failure),
          reference: failure.reference,
        }),
      );
    const previous = this.#reportedState;
    if (state !== previous) dispatch(new KycStepEvent('statechange', { state, previous }));
  }
}
