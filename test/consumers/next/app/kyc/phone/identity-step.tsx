// app/kyc/phone/identity-step.tsx
'use client';

import { KycStep } from 'baanx-kyc-step/react';
import type { ReactNode } from 'react';

export function IdentityStep({ onboardingId, children }: { onboardingId: string; children: ReactNode }) {
  return <KycStep onboardingId={onboardingId}>{children}</KycStep>;
}
