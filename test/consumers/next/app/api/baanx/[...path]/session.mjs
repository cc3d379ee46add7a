/**
 * What your server knows about a signed-in person.
 * @typedef {{ userId?: string, onboardingId?: string, baanxAccessToken?: string }} Session
 */

/** Your own session store; here a map from the cookie `sid` to the session. @type {Map<string | undefined, Session>} */
export const sessions = new Map();

/**
 * The session of the person who sent the request; undefined if nobody is signed in.
 * @param {Request} request
 * @returns {Promise<Session | undefined>}
 */
export async function sessionOf(request) {
  const [, id] = /(?:^|; )sid=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return sessions.get(id);
}

/**
 * Whether the request comes from the person to whom the onboarding or the account belongs.
 * @type {import('baanx-kyc-step/proxy').Authorize}
 */
export async function authorize(request, { onboardingId, route }) {
  const session = await sessionOf(request);
  if (!session) return false;
  return route.startsWith('account-') || session.onboardingId === onboardingId;
}

sessions.get = (sid) =>
  sid && { onboardingId: sid.replace(/../g, (hex) => String.fromCharCode(parseInt(hex, 16))) };
