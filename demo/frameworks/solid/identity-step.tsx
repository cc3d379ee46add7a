import 'baanx-kyc-step/solid';

export function IdentityStep(props: { id: string; next: () => void }) {
  return <baanx-kyc-step applicant-id={props.id} on:verified={() => props.next()} />;
}
