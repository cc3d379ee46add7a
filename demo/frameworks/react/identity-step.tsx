import { KycStep } from 'baanx-kyc-step/react';

export function IdentityStep({ id, next }: { id: string; next: () => void }) {
  return <KycStep onboardingId={id} onVerified={next} />;
}
