import { KycStep, type BaanxKycStep } from 'baanx-kyc-step/react';
import { useEffect, useRef, useState } from 'react';

const messages = { start: 'Let’s go' };
const fetcher: typeof fetch = (...request) => fetch(...request);

export function App() {
  const [step, setStep] = useState(3);
  const ref = useRef<BaanxKycStep>(null);

  useEffect(() => {
    ref.current?.addEventListener('statechange', ({ detail }) => (document.title = detail.state));
  }, []);

  return (
    <>
      <h1>Step {step} of 6</h1>
      <KycStep
        ref={ref}
        onboardingId="approve-react-19"
        headingLevel={step}
        proofOfAddress
        usEnv={false}
        messages={messages}
        fetcher={fetcher}
        onVerified={() => setStep(4)}
      >
        <a slot="privacy" href="/privacy">
          How we use your data
        </a>
      </KycStep>
    </>
  );
}
