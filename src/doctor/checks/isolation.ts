import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context } from '../context.js';

/** Whether the page's cross-origin isolation blocks what Veriff needs. */
export const ISOLATION_CHECKS: readonly Check[] = [
  { id: 'coep', part: 'page', title: 'Cross-Origin-Embedder-Policy', run: checkCoep },
  { id: 'coop', part: 'page', title: 'Cross-Origin-Opener-Policy', run: checkCoop },
];

/** The value without its parameters: `require-corp; report-to="x"`. */
const valueOf = (headers: Headers, name: string): string =>
  (headers.get(name) ?? '').split(';')[0]?.trim() ?? '';

function checkCoep({ step, headers }: Context): Outcome {
  const value = valueOf(headers, 'cross-origin-embedder-policy');
  if (value === '' || value === 'unsafe-none') return passed(value || 'not sent');
  if (step.openIn !== 'modal') return passed(`${value} does not matter with open-in="${step.openIn}"`);
  return failed(
    `${value} blocks Veriff’s frame, because Veriff’s page does not send that header itself`,
    'Send the header on other pages only, or open Veriff in its own window:\n<baanx-kyc-step open-in="popup" …>',
  );
}

function checkCoop({ step, headers }: Context): Outcome {
  const value = valueOf(headers, 'cross-origin-opener-policy');
  if (step.openIn !== 'popup')
    return skipped(`only matters with open-in="popup"; here it is "${step.openIn}"`);
  if (value === '' || value === 'unsafe-none' || value === 'same-origin-allow-popups')
    return passed(value || 'not sent');
  return failed(
    `${value} cuts the popup off: the step cannot see that the person closed it`,
    'Cross-Origin-Opener-Policy: same-origin-allow-popups',
  );
}
