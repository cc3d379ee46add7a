import { parseItem, Token } from 'structured-headers';
import type { Check } from '../check.js';
import { failed, passed, skipped, type Outcome } from '../outcome.js';
import type { Context } from '../context.js';

/** Whether the page's cross-origin isolation blocks what Veriff needs. */
export const ISOLATION_CHECKS: readonly Check[] = [
  { id: 'coep', part: 'page', title: 'Cross-Origin-Embedder-Policy', run: checkCoep },
  { id: 'coop', part: 'page', title: 'Cross-Origin-Opener-Policy', run: checkCoop },
];

/** The value without its parameters, such as `; report-to="x"`. Undefined if browsers do not know it: then it has no effect. */
function valueOf(headers: Headers, name: string, known: readonly string[]): string | undefined {
  try {
    const [value] = parseItem(headers.get(name) ?? '');
    return value instanceof Token ? known.find((one) => one === value.toString()) : undefined;
  } catch {
    // Browsers ignore what they cannot parse, for example if the header was sent twice.
    return undefined;
  }
}

/** The outcome for a value that changes nothing. */
function harmless(headers: Headers, name: string, value: string | undefined): Outcome {
  const sent = headers.get(name);
  if (sent === null) return passed('not sent');
  return passed(value ?? `browsers ignore “${sent}”`);
}

const COEP = 'cross-origin-embedder-policy';
const COOP = 'cross-origin-opener-policy';

function checkCoep({ step, headers }: Context): Outcome {
  const value = valueOf(headers, COEP, ['unsafe-none', 'require-corp', 'credentialless']);
  if (value === undefined || value === 'unsafe-none') return harmless(headers, COEP, value);
  if (step.openIn !== 'modal') return passed(`${value} does not matter with open-in="${step.openIn}"`);
  return failed(
    `${value} blocks Veriff’s frame, because Veriff’s page does not send that header itself`,
    'Send the header on other pages only, or open Veriff in its own window:\n<baanx-kyc-step open-in="popup" …>',
  );
}

function checkCoop({ step, headers }: Context): Outcome {
  const value = valueOf(headers, COOP, [
    'unsafe-none',
    'same-origin',
    'same-origin-allow-popups',
    'noopener-allow-popups',
  ]);
  if (step.openIn !== 'popup')
    return skipped(`only matters with open-in="popup"; here it is "${step.openIn}"`);
  if (value !== 'same-origin') return harmless(headers, COOP, value);
  return failed(
    `${value} cuts the connection to the popup: the step cannot detect that the person closed it`,
    'Cross-Origin-Opener-Policy: same-origin-allow-popups',
  );
}
