import type { Change } from '../flow/flow.js';
import { isRetryable } from '../baanx/result.js';
import { submissionOf, type State } from '../flow/snapshot.js';
import { KycStepEvent, type KycStepEventDetails } from './events.js';
import { hintFor } from './hints.js';

/** What the events carry besides the change. */
export interface ChangeContext {
  readonly onboardingId: string;
  /** The state in the last `statechange`. */
  readonly reportedState: State;
}

/**
 * Dispatches the events of a change of the flow: the verdict first, so that no listener can remove the element before
 * it, and `statechange` last.
 */
export function dispatchChange(
  { before, now, event }: Change,
  { onboardingId, reportedState }: ChangeContext,
  dispatch: (event: KycStepEvent<keyof KycStepEventDetails>) => void,
): void {
  const { state, verificationState, announced, veriff, failure } = now;
  const submission = submissionOf(now);

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
  if (state !== reportedState) dispatch(new KycStepEvent('statechange', { state, previous: reportedState }));
}
