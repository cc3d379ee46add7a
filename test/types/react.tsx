/** @jsxImportSource react */
import { KycStep, type BaanxKycStep } from 'baanx-kyc-step/react';
import { createRef } from 'react';

const ref = createRef<BaanxKycStep>();

export const valid = (
  <>
    <KycStep
      ref={ref}
      className="step"
      onboardingId="US_1"
      openIn="popup"
      pollInterval={4000}
      usEnv
      lang="de"
      messages={{ start: 'Go' }}
      fetcher={(...request) => fetch(...request)}
      onVerified={({ detail }) => detail.onboardingId.trim()}
      onPending={({ detail }) => detail.submitted}
      onStatechange={({ detail }) => detail.previous === 'ready'}
      onError={({ detail }) => detail.retryable}
      onClick={() => ref.current?.check()}
    >
      <a slot="privacy" href="/privacy">
        Privacy
      </a>
    </KycStep>
    <baanx-kyc-step
      ref={ref}
      onboarding-id="US_1"
      us-env
      poll-interval="4000"
      messages={{ start: 'Go' }}
      onverified={({ detail }) => detail.onboardingId.trim()}
    />
  </>
);

export const invalid = [
  // @ts-expect-error -- not a value of open-in
  <KycStep key="1" openIn="tab" />,
  // @ts-expect-error -- not a property of the step
  <KycStep key="2" onboarding="US_1" />,
  // @ts-expect-error -- the detail of a verdict has no state
  <KycStep key="3" onVerified={({ detail }) => detail.state} />,
  // @ts-expect-error -- a ref for another element
  <KycStep key="4" ref={createRef<HTMLInputElement>()} />,
  // @ts-expect-error -- not a value of open-in
  <baanx-kyc-step key="5" open-in="tab" />,
  // @ts-expect-error -- milliseconds are written as a number
  <baanx-kyc-step key="6" poll-interval="4s" />,
  // @ts-expect-error -- the detail of a verdict has no state
  <baanx-kyc-step key="7" onverified={({ detail }) => detail.state} />,
];
