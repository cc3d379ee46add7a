import type { BaanxKycStep } from 'baanx-kyc-step/solid';
import { createSignal } from 'solid-js';

const messages = { start: 'Let’s go' };
const fetcher: typeof fetch = (...request) => fetch(...request);

export function App() {
  const [step, setStep] = createSignal(3);
  const follow = (element: BaanxKycStep) =>
    element.addEventListener('statechange', ({ detail }) => (document.title = detail.state));

  return (
    <>
      <h1>Step {step()} of 6</h1>
      <baanx-kyc-step
        ref={follow}
        applicant-id="approve-solid"
        heading-level={step()}
        proof-of-address
        us-env={false}
        messages={messages}
        fetcher={fetcher}
        on:verified={() => setStep(4)}
      >
        <a slot="privacy" href="/privacy">
          How we use your data
        </a>
      </baanx-kyc-step>
    </>
  );
}
