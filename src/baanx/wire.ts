/**
 * The wire between the widget, the proxy and Baanx: paths, bodies and states. The proxy mirrors
 * Baanx's own paths, so the client asks the proxy exactly what the proxy asks Baanx.
 */

/** `registration`: before the user exists, by onboarding id. `account`: a logged-in user, by bearer token. */
export type BaanxFlow = 'registration' | 'account';

export const VERIFICATION_STATES = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED'] as const;

/** What Baanx says of the person's identity verification. */
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** One of the two calls of a flow: method and path below the base URL. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** The four routes, the only ones that the proxy knows. */
export const ROUTES = {
  registration: {
    session: { method: 'POST', path: '/v1/auth/register/verification' },
    status: { method: 'GET', path: '/v1/auth/register' },
  },
  account: {
    session: { method: 'GET', path: '/v1/user/verification' },
    status: { method: 'GET', path: '/v1/user' },
  },
} as const satisfies Record<BaanxFlow, Record<'session' | 'status', Route>>;

/** Body of the answer to a session call. */
export interface SessionBody {
  readonly sessionUrl: string;
}

/** Body of the answer to a status call, as the proxy passes it on. */
export interface StatusBody {
  readonly verificationState: VerificationState | null;
}

/** Body of every refusal and error. */
export interface MessageBody {
  readonly message: string;
}

/** The value if it is a state of the list, else undefined: a new word must never read as UNVERIFIED. */
export function asVerificationState(value: unknown): VerificationState | undefined {
  return VERIFICATION_STATES.find((state) => state === value);
}

/** The named field of a JSON body that is an object, else undefined. */
export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
