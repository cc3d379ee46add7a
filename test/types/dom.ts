import type { BaanxKycStep, StateDetail, VerdictDetail } from 'baanx-kyc-step';
import 'baanx-kyc-step';

// The DOM's methods return the element's own type for its tag name.
export const made: BaanxKycStep = document.createElement('baanx-kyc-step');
export const found: BaanxKycStep | null = document.querySelector('baanx-kyc-step');

made.onboardingId = 'US_1';
made.openIn = 'popup';
made.pollInterval = 4000;
made.messages = { start: 'Go' };
made.fetcher = (...request) => fetch(...request);
// @ts-expect-error -- not a value of open-in
made.openIn = 'tab';
// @ts-expect-error -- not a value of flow
made.flow = 'signup';
// @ts-expect-error -- milliseconds are written as a number
made.pollInterval = '4s';
// @ts-expect-error -- not the name of a message
made.messages = { go: 'Go' };
// @ts-expect-error -- the state is read-only
made.state = 'verified';

made.addEventListener('verified', ({ detail }) => detail.onboardingId.trim());
made.addEventListener('pending', ({ detail }) => detail.submitted === true);
made.addEventListener('statechange', ({ detail }) => detail.previous === 'ready');
made.addEventListener('error', ({ detail }) => detail.code === 'rate-limited' && detail.retryable);
made.addEventListener('click', ({ target }) => target);
// @ts-expect-error -- the detail of a verdict has no state
made.addEventListener('verified', ({ detail }) => detail.state);
// @ts-expect-error -- not an error code
made.addEventListener('error', ({ detail }) => detail.code === 'oops');
// @ts-expect-error -- the type of another event’s detail
made.addEventListener('verified', (event: CustomEvent<StateDetail>) => event);

const listener = ({ detail }: CustomEvent<VerdictDetail>) => detail;
made.addEventListener('rejected', listener, { once: true });
made.removeEventListener('rejected', listener);
// @ts-expect-error -- the type of another event’s detail
made.removeEventListener('statechange', listener);
