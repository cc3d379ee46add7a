/** @jsxImportSource preact */
import 'baanx-kyc-step/preact';

export const right = (
  <baanx-kyc-step
    class="step"
    applicant-id="US_1"
    us-env
    messages={{ start: 'Go' }}
    onverified={({ detail }) => detail.onboardingId.trim()}
    onerror={({ detail }) => detail.retryable}
  />
);

export const wrong = [
  // @ts-expect-error -- not a way of opening
  <baanx-kyc-step open-in="tab" />,
  // @ts-expect-error -- it would be taken for an event
  <baanx-kyc-step onboarding-id="US_1" />,
  // @ts-expect-error -- a verdict has no state
  <baanx-kyc-step onverified={({ detail }) => detail.state} />,
];
