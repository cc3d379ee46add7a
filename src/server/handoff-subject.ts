/** Whose verification a link continues. */
export type HandoffSubject =
  /** A person who is registering. */
  | { readonly flow: 'registration'; readonly onboardingId: string }
  /** A person with an account. `userId` is your own ID of them: their access token stays on your server. */
  | { readonly flow: 'account'; readonly userId: string };

/** As the proxy accepts onboarding IDs: 1 to 128 visible ASCII characters. */
const ID = /^[\x21-\x7e]{1,128}$/;

/**
 * Reduces what the host passes to a subject. Throws a `TypeError` if it contains no ID, as the host's session may have
 * none.
 */
export function readSubject(subject: HandoffSubject): HandoffSubject {
  // Untyped callers may pass anything.
  const { flow, onboardingId, userId } = Object(subject) as Record<string, unknown>;
  if (flow === 'registration')
    return { flow, onboardingId: checked(onboardingId, 'registration needs an onboardingId') };
  if (flow === 'account') return { flow, userId: checked(userId, 'account needs a userId') };
  throw new TypeError("Handoff.issue: flow must be 'registration' or 'account'");
}

function checked(id: unknown, problem: string): string {
  if (typeof id === 'string' && ID.test(id)) return id;
  throw new TypeError(`Handoff.issue: ${problem} of 1 to 128 visible ASCII characters`);
}
