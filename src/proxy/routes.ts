import { isTrustedSessionUrl } from '../baanx/trusted-origin.js';
import * as wire from '../baanx/wire.js';
import { Refusal } from './refusal.js';

/** A route's name in `authorize`, in the log and in the metrics. */
export type RouteName = `${wire.BaanxFlow}-${'session' | 'status'}` | 'registration-events';

/** One of the four requests that the proxy passes on, or the event stream, which is its own. */
export interface ProxyRoute extends wire.Route {
  readonly name: RouteName;
  readonly flow: wire.BaanxFlow;
  readonly call: 'session' | 'status' | 'events';
}

const { registration, account } = wire.ROUTES;

/** Everything that the proxy answers. No two routes share a path, so the path alone identifies the route. */
export const PROXY_ROUTES: readonly ProxyRoute[] = [
  { name: 'registration-session', flow: 'registration', call: 'session', ...registration.session },
  { name: 'registration-status', flow: 'registration', call: 'status', ...registration.status },
  { name: 'account-session', flow: 'account', call: 'session', ...account.session },
  { name: 'account-status', flow: 'account', call: 'status', ...account.status },
  { name: 'registration-events', flow: 'registration', call: 'events', ...wire.EVENTS_ROUTE },
];

/** The session URL of Baanx's record: all that the browser sees of it. Throws a {@link Refusal}. */
export function sessionBody(record: object, veriffOrigins: readonly string[]): wire.SessionBody {
  const sessionUrl = wire.fieldOf(record, 'sessionUrl');
  if (typeof sessionUrl !== 'string') throw new Refusal('baanx-session-url-missing');
  if (!isTrustedSessionUrl(sessionUrl, veriffOrigins)) throw new Refusal('baanx-session-url-untrusted');
  return { sessionUrl };
}

/** The state in Baanx's record, and whether documents were submitted: all that the browser sees of it. */
export function statusBody(record: object, mayHint: boolean): wire.StatusBody {
  const verificationState = wire.asVerificationState(wire.fieldOf(record, 'verificationState')) ?? null;
  // Baanx fills in the first name once documents are submitted. Its absence proves nothing.
  const firstName = wire.fieldOf(record, 'firstName');
  const isSubmitted =
    verificationState === 'PENDING' && typeof firstName === 'string' && firstName.trim() !== '';
  return mayHint && isSubmitted ? { verificationState, submitted: true } : { verificationState };
}
