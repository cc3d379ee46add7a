import type { BaanxKycStep } from 'baanx-kyc-step/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

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
      <baanx-kyc-step
        ref={ref}
        applicant-id="approve-preact"
        heading-level={step}
        proof-of-address
        us-env={false}
        messages={messages}
        fetcher={fetcher}
        onverified={() => setStep(4)}
      >
        <a slot="privacy" href="/privacy">
          How we use your data
        </a>
      </baanx-kyc-step>
    </>
  );
}
