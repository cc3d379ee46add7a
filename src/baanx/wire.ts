/**
 * The wire format between the element, the proxy and Baanx: paths, bodies, states and codes. The proxy mirrors
 * Baanx's own paths, so the element sends the proxy the same requests that the proxy sends Baanx.
 */

/** `registration`: before the user exists, by onboarding ID. `account`: a signed-in user, by bearer token. */
export type BaanxFlow = 'registration' | 'account';

export const VERIFICATION_STATES = ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED'] as const;

/** Baanx's verdict on the person's identity verification. */
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** One of the two requests of a flow: method and path below the base URL. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** The four routes that the element, the proxy and Baanx share. */
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

/** The proxy's stream that says when to check the status. Baanx has no such route. */
export const EVENTS_ROUTE = { method: 'GET', path: '/v1/events' } as const satisfies Route;

/**
 * A header that an HTML page cannot send to another site without a CORS preflight. The element sends it with the
 * `GET` that creates a session, which an `<img>` on another site could otherwise trigger.
 */
export const SCRIPT_HEADER = { name: 'x-requested-with', value: 'baanx-kyc-step' } as const;

/** The response header that carries the request ID: the person's reference for support. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Body of a successful session response. */
export interface SessionBody {
  readonly sessionUrl: string;
}

/** Body of a successful status response, as the proxy reduces it. */
export interface StatusBody {
  readonly verificationState: VerificationState | null;
  /** Present only while the state is PENDING and Baanx's record suggests that documents were submitted. */
  readonly submitted?: true;
}

/**
 * Who refused the request, and why. Only `baanx-error` means that Baanx itself answered with this status; every
 * other code is the proxy's own.
 */
export type RefusalCode =
  | 'baanx-error'
  | 'baanx-unavailable'
  | 'unknown-path'
  | 'method-not-allowed'
  | 'cross-site'
  | 'malformed-request'
  | 'not-allowed'
  | 'not-authenticated'
  | 'rate-limited'
  | 'limits-unavailable'
  | 'request-timeout'
  | 'proxy-error';

/** Body of every error response of the proxy. Baanx's own error bodies have the `message` alone. */
export interface ErrorBody {
  readonly message: string;
  readonly code: RefusalCode;
}

/** The value if it is a known state, else undefined: an unknown word must never read as UNVERIFIED. */
export function asVerificationState(value: unknown): VerificationState | undefined {
  return VERIFICATION_STATES.find((state) => state === value);
}

/** The named field of a JSON body that is an object, else undefined. */
export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
