import { isPassing } from '../flow/errors.js';
import type { Snapshot, State } from '../flow/machine.js';
import type { Messages } from '../i18n/locales/en.js';

/** What a person who waits is to know: it names the texts and the slots. */
export type Phase = 'deciding' | 'pending' | 'overdue' | 'unsure';

/** The phase of the wait in `deciding` and `pending`. PENDING alone does not say that anything was handed in. */
export function phaseOf(shown: State, { submission, verificationState }: Snapshot): Phase {
  if (shown === 'deciding') return shown;
  if (submission !== 'handed-in') return 'unsure';
  return verificationState === 'PENDING' ? 'pending' : 'overdue';
}

/** Why the status can't be had. What does not pass by itself is said by its name, since it asks for an act. */
export const trouble = ({ failure }: Snapshot, texts: Messages): string | undefined =>
  failure && (isPassing(failure) ? texts.unreachable : texts[`error-${failure.code}`]);

/** What the live region says of the state. `failed` speaks for itself, as an alert; so does Veriff's dialog. */
export function announcement(now: Snapshot, texts: Messages, isElsewhere: boolean): string {
  const { state, failure } = now;
  switch (state) {
    case 'ready':
      return failure ? texts.startNote : texts.title;
    case 'checking':
    case 'starting':
      return texts[state];
    case 'verifying':
      return isElsewhere ? texts.elsewhereTitle : '';
    case 'deciding':
    case 'pending':
      return trouble(now, texts) ?? texts[`${phaseOf(state, now)}Title`];
    case 'verified':
    case 'rejected':
      return texts[`${state}Title`];
    default:
      return '';
  }
}
