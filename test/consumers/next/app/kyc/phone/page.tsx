// app/kyc/phone/page.tsx
import { headers } from 'next/headers';
import { continuedBy, signUpOf } from '../../../handoff';
import { IdentityStep } from './identity-step';

export const metadata = { title: 'Verify your identity', referrer: 'no-referrer' };

export default async function PhonePage() {
  const subject = await continuedBy((await headers()).get('cookie'));
  if (!subject) return <p>Please open the link again.</p>;
  return (
    <>
      <p>
        You continue the sign-up of {await signUpOf(subject)}. If that is not you, close this page: nobody
        sends such a link unasked.
      </p>
      <IdentityStep onboardingId={subject.flow === 'registration' ? subject.onboardingId : undefined}>
        <p slot="verified-next">You can go back to your other device.</p>
      </IdentityStep>
    </>
  );
}
