// app/kyc/phone/page.tsx
import { headers } from 'next/headers';
import { signUpOf, subjectOfPage } from '../../../handoff';
import { IdentityStep } from './identity-step';

export const metadata = { title: 'Verify your identity', referrer: 'no-referrer' };

export default async function PhonePage() {
  const subject = await subjectOfPage(await headers());
  if (!subject)
    return <p>Please open the link again. If someone else is signed in here, sign them out first.</p>;
  return (
    <>
      <p>
        You continue the sign-up of {await signUpOf(subject)}. If that is not you, close this page. We never
        send such a link unless you ask for it.
      </p>
      <IdentityStep onboardingId={subject.flow === 'registration' ? subject.onboardingId : undefined}>
        <p slot="verified-next">You can go back to your other device.</p>
      </IdentityStep>
    </>
  );
}
