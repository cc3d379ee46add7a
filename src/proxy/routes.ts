import { ROUTES, type BaanxFlow, type Route } from '../baanx/wire.js';

/** A route's name in `authorize`, in the log and in the metrics. */
export type RouteName = `${BaanxFlow}-${'session' | 'status'}`;

/** One of the four requests that the proxy passes on. */
export interface ProxyRoute extends Route {
  readonly name: RouteName;
  readonly flow: BaanxFlow;
  readonly call: 'session' | 'status';
}

const { registration, account } = ROUTES;

/** Everything that the proxy answers. No two routes share a path, so the path alone identifies the route. */
export const PROXY_ROUTES: readonly ProxyRoute[] = [
  { name: 'registration-session', flow: 'registration', call: 'session', ...registration.session },
  { name: 'registration-status', flow: 'registration', call: 'status', ...registration.status },
  { name: 'account-session', flow: 'account', call: 'session', ...account.session },
  { name: 'account-status', flow: 'account', call: 'status', ...account.status },
];
