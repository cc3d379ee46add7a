import { isTransient } from '../baanx/result.js';
import { awaitsVerdict, type Snapshot, type State } from '../flow/snapshot.js';
import type { Messages } from '../i18n/locales/en.js';

/** Which text the review panel shows: the prefix of its message keys and of its slots. */
export type Phase = 'deciding' | 'pending' | 'overdue' | 'unsure';

/** The phase of the wait in `deciding` and `pending`. PENDING alone does not prove a submission. */
export function phaseOf(shown: State, now: Snapshot): Phase {
  if (shown === 'deciding') return 'deciding';
  if (!awaitsVerdict(now)) return 'unsure';
  return now.verificationState === 'PENDING' ? 'pending' : 'overdue';
}

/** Why the status is not available. What does not go away by itself has a message of its own, because it needs action. */
export const statusProblem = ({ failure }: Snapshot, messages: Messages): string | undefined =>
  failure && (isTransient(failure) ? messages.unreachable : messages[`error-${failure.code}`]);

/** What the live region says about the state. `failed` is an alert of its own; so is a prompt in Veriff's dialog. */
export function announcement(now: Snapshot, messages: Messages): string {
  const { state, failure, veriff } = now;
  switch (state) {
    case 'ready':
      return failure ? messages.startNote : messages.title;
    case 'checking':
      return messages.checking;
    case 'starting':
      return messages.starting;
    case 'verifying':
      return veriff?.openIn === 'popup' ? messages.elsewhereTitle : '';
    case 'deciding':
    case 'pending':
      return statusProblem(now, messages) ?? messages[`${phaseOf(state, now)}Title`];
    case 'verified':
      return messages.verifiedTitle;
    case 'rejected':
      return messages.rejectedTitle;
    default:
      return '';
  }
}
