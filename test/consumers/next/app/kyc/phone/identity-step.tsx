// app/kyc/phone/identity-step.tsx
'use client';

import { KycStep } from 'baanx-kyc-step/react';
import type { ReactNode } from 'react';

interface Props {
  /** Undefined: the person has an account already. */
  onboardingId: string | undefined;
  children: ReactNode;
}

export function IdentityStep({ onboardingId, children }: Props) {
  if (onboardingId === undefined) return <KycStep flow="account">{children}</KycStep>;
  return <KycStep onboardingId={onboardingId}>{children}</KycStep>;
}
