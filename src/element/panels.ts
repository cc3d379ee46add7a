import type { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { elsewhere } from './elsewhere.js';
import { explainer } from './explainer.js';
import { handoff } from './handoff.js';
import { failed, rejected, verified } from './outcomes.js';
import { review } from './review.js';
import type { View } from './view.js';

/** The panel of the state. Busy states keep the previous panel. */
export function panel(view: View): TemplateResult | typeof nothing {
  const { state, returnTo, veriff } = view.now;
  if (veriff?.openIn === 'handoff') return handoff(view);
  const shown = state === 'checking' ? returnTo : state;
  switch (shown) {
    case 'deciding':
    case 'pending':
      return review(view, shown);
    case 'verified':
      return verified(view);
    case 'rejected':
      return rejected(view);
    case 'failed':
      return state === 'failed' ? failed(view) : explainer(view);
    default:
      return veriff?.openIn === 'popup' ? elsewhere(view) : explainer(view);
  }
}
