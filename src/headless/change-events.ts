import { isRetryable } from '../baanx/result.js';
import { submissionOf, type State } from '../flow/snapshot.js';
import type { KycEvent, KycStepEventDetails } from './events.js';
import { hintFor } from './hints.js';
import type { KycChange } from './step-flow.js';

/** Receives one event of the step. */
type Emit = <N extends keyof KycStepEventDetails>(type: N, detail: KycStepEventDetails[N]) => void;

/**
 * Emits the events of a change: the verdict first, before a listener can end the step, and `statechange` last.
 * @param reported the state in the last `statechange` that the host received
 */
export function emitEvents(change: KycChange, reported: State, emit: Emit): void {
  const { before, now, event, onboardingId } = change;
  const { state, verificationState, announced, veriff, failure } = now;
  const submission = submissionOf(now);

  if (announced && announced !== before.announced) {
    const detail = { onboardingId, verificationState };
    if (announced === 'pending')
      emit('pending', { ...detail, submitted: submission === 'submitted' || undefined });
    else emit(announced, detail);
  }
  if (veriff && before.state === 'starting' && state === 'verifying')
    emit('started', { openIn: veriff.openIn });
  if (submission !== submissionOf(before) && before.attempt?.opened) {
    if (event.type === 'submitted' || event.type === 'finished') emit('submitted', null);
    if (submission === 'none') emit('canceled', null);
  }
  // The result of a check is always reported, a polling failure only once.
  if (failure && (failure.code !== before.failure?.code || before.state === 'checking'))
    emit('error', {
      code: failure.code,
      status: failure.status,
      retryable: isRetryable(failure),
      message: hintFor(failure),
      reference: failure.reference,
    });
  if (state !== reported) emit('statechange', { state, previous: reported });
}

/** The events of a change, in the order in which the element dispatches them. */
export function eventsOf(change: KycChange): KycEvent[] {
  const events: KycEvent[] = [];
  emitEvents(change, change.before.state, (type, detail) => events.push({ type, detail } as KycEvent));
  return events;
}
