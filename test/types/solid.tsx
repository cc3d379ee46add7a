/** @jsxImportSource solid-js */
import 'baanx-kyc-step/solid';

export const valid = (
  <baanx-kyc-step
    class="step"
    applicant-id="US_1"
    us-env
    messages={{ start: 'Go' }}
    on:verified={({ detail }) => detail.onboardingId.trim()}
    on:error={({ detail }) => detail.retryable}
  />
);

export const invalid = [
  // @ts-expect-error -- not a value of open-in
  <baanx-kyc-step open-in="tab" />,
  // @ts-expect-error -- frameworks take names that begin with "on" for events
  <baanx-kyc-step onboarding-id="US_1" />,
  // @ts-expect-error -- the detail of a verdict has no state
  <baanx-kyc-step on:verified={({ detail }) => detail.state} />,
];
