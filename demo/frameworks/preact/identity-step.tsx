import 'baanx-kyc-step/preact';

export function IdentityStep({ id, next }: { id: string; next: () => void }) {
  return <baanx-kyc-step applicant-id={id} onverified={next} />;
}
