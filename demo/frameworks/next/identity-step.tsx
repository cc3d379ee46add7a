'use client';

import { KycStep } from 'baanx-kyc-step/react';
import { useRouter } from 'next/navigation';

export function IdentityStep({ id }: { id: string }) {
  const router = useRouter();
  return <KycStep onboardingId={id} onVerified={() => router.push('/sign-up/4')} />;
}
