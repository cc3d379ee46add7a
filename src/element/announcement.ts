import { isHandoff } from '../flow/snapshot.js';
import { phaseOf, statusProblem } from '../headless/wording.js';
import { handoffTitle } from './handoff.js';
import type { View } from './view.js';

/** What the live region says about the state. `failed` and the prompts in Veriff's dialog are alerts themselves. */
export function announcement(view: View): string {
  const { now, messages } = view;
  const { state, failure, veriff } = now;
  if (isHandoff(now)) return failure ? messages.linkFailed : handoffTitle(view);
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
