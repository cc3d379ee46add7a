import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { IdentityStep } from './identity-step';

function App() {
  const [step, setStep] = useState(3);
  return (
    <>
      <h1>Step {step} of 6</h1>
      <IdentityStep onboardingId="approve-headless-react" onVerified={() => setStep(4)} />
    </>
  );
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
