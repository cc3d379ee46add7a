import { ROUTES, type BaanxFlow, type Route } from '../baanx/wire.js';

/** The call's name in `authorize` and in the log. */
export type RouteName = `${BaanxFlow}-${'session' | 'status'}`;

/** One of the four calls that the proxy makes. */
export interface ProxyRoute extends Route {
  readonly name: RouteName;
  readonly flow: BaanxFlow;
  readonly call: 'session' | 'status';
}

const { registration, account } = ROUTES;

/** All that the proxy knows. No two have the same path, so a path alone tells the route. */
export const PROXY_ROUTES: readonly ProxyRoute[] = [
  { name: 'registration-session', flow: 'registration', call: 'session', ...registration.session },
  { name: 'registration-status', flow: 'registration', call: 'status', ...registration.status },
  { name: 'account-session', flow: 'account', call: 'session', ...account.session },
  { name: 'account-status', flow: 'account', call: 'status', ...account.status },
];
