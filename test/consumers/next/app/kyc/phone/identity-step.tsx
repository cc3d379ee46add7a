'use client';

import { KycStep } from 'baanx-kyc-step/react';

export function IdentityStep({ onboardingId }: { onboardingId: string }) {
  return <KycStep onboardingId={onboardingId} />;
}
