import { isTrustedSessionUrl } from '../baanx/trusted-origin.js';
import { asVerificationState, fieldOf, type SessionBody, type StatusBody } from '../baanx/wire.js';
import { Refusal } from './refusal.js';
import type { ProxyRoute } from './routes.js';

/** What the browser may see of Baanx's responses. */
export interface ReduceSettings {
  readonly veriffOrigins: readonly string[];
  readonly submittedHint: boolean;
}

/** Reduces Baanx's record to what the widget needs: nothing else of it reaches the browser. */
export const reduce = (record: object, route: ProxyRoute, settings: ReduceSettings) =>
  route.call === 'session' ? sessionBody(record, settings) : statusBody(record, route, settings);

function sessionBody(record: object, { veriffOrigins }: ReduceSettings): SessionBody {
  const sessionUrl = fieldOf(record, 'sessionUrl');
  if (typeof sessionUrl !== 'string') throw Refusal.because('baanx-session-url-missing');
  if (!isTrustedSessionUrl(sessionUrl, veriffOrigins)) throw Refusal.because('baanx-session-url-untrusted');
  return { sessionUrl };
}

function statusBody(record: object, { flow }: ProxyRoute, { submittedHint }: ReduceSettings): StatusBody {
  const verificationState = asVerificationState(fieldOf(record, 'verificationState')) ?? null;
  // An account has its names from the start, so there they prove nothing.
  const mayHint = submittedHint && flow === 'registration' && verificationState === 'PENDING';
  return mayHint && hasFirstName(record) ? { verificationState, submitted: true } : { verificationState };
}

/** Baanx fills in the first name once documents are submitted. Its absence proves nothing. */
function hasFirstName(record: object): boolean {
  const firstName = fieldOf(record, 'firstName');
  return typeof firstName === 'string' && firstName.trim() !== '';
}
