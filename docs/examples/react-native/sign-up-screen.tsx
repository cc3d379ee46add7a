import type { MemoryStorage } from 'baanx-kyc-step/headless';
import { IdentityStep } from './identity-step';

/** Your own functions: the token with which your app calls your API, and what follows the step. */
declare function tokenOf(): Promise<string>;
declare function nextStep(): void;

const fetchWithToken: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await tokenOf()}`);
  return fetch(input, { ...init, headers });
};

export const SignUpScreen = ({ onboardingId, memory }: { onboardingId: string; memory: MemoryStorage }) => (
  <IdentityStep
    onboardingId={onboardingId}
    proxyUrl="https://app.example/api/baanx"
    fetcher={fetchWithToken}
    memory={memory}
    onVerified={nextStep}
  />
);
