import type { HandoffSubject } from 'baanx-kyc-step/server';

interface Session {
  readonly userId?: string;
  readonly onboardingId?: string;
  readonly baanxAccessToken?: string;
}

/** The person's session, which the documentation leaves to the reader: here a header names the person. */
export async function sessionOf({ headers }: Request): Promise<Session | undefined> {
  const onboardingId = headers.get('x-person');
  return onboardingId === null ? undefined : { onboardingId };
}

/** The address with which a person signed up. */
export const emailOf = async (subject: HandoffSubject): Promise<string> =>
  `${subject.flow === 'account' ? subject.userId : subject.onboardingId}@example.com`;

/** A person's access token, which the host stores: here it names the person. */
export const accessTokenOf = async (userId: string): Promise<string | undefined> => userId;
