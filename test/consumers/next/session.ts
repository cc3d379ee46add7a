/** The person's session, which the documentation leaves to the reader: here a header names the person. */
export async function sessionOf({ headers }: Request): Promise<{ onboardingId?: string } | undefined> {
  const onboardingId = headers.get('x-person');
  return onboardingId === null ? undefined : { onboardingId };
}

/** The address with which a person signed up. */
export const emailOf = async (onboardingId: string): Promise<string> => `${onboardingId}@example.com`;
