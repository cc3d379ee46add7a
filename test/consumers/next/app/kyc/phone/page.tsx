// app/kyc/phone/page.tsx
import { headers } from 'next/headers';
import { continuedBy } from '../../../handoff';
import { IdentityStep } from './identity-step';

export const metadata = { title: 'Verify your identity', referrer: 'no-referrer' };

export default async function PhonePage() {
  const subject = await continuedBy((await headers()).get('cookie'));
  if (subject?.flow !== 'registration') return <p>Please open the link again.</p>;
  return <IdentityStep onboardingId={subject.onboardingId} />;
}
