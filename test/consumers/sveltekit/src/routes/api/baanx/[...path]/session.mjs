// Your own session store; here a map from the cookie to what you know about the person.
export const sessions = new Map();

export const sessionOf = (request) =>
  sessions.get(/(?:^|; )sid=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]);

/** Whether the request comes from the person to whom the onboarding or the account belongs. */
export async function authorize(request, { onboardingId, route }) {
  const session = await sessionOf(request);
  if (!session) return false;
  return route.startsWith('account-') || session.onboardingId === onboardingId;
}

sessions.get = (sid) =>
  sid && { onboardingId: sid.replace(/../g, (hex) => String.fromCharCode(parseInt(hex, 16))) };
