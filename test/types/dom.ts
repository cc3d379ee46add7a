import type { BaanxKycStep, StateDetail, VerdictDetail } from 'baanx-kyc-step';
import 'baanx-kyc-step';

// By its tag name the element is known to every way of getting one.
export const made: BaanxKycStep = document.createElement('baanx-kyc-step');
export const found: BaanxKycStep | null = document.querySelector('baanx-kyc-step');

made.onboardingId = 'US_1';
made.openIn = 'popup';
made.pollInterval = 4000;
made.messages = { start: 'Go' };
made.fetcher = (...request) => fetch(...request);
// @ts-expect-error -- not a way of opening
made.openIn = 'tab';
// @ts-expect-error -- not a flow
made.flow = 'signup';
// @ts-expect-error -- milliseconds are a number
made.pollInterval = '4s';
// @ts-expect-error -- not a text of the step
made.messages = { go: 'Go' };
// @ts-expect-error -- the state is read only
made.state = 'verified';

made.addEventListener('verified', ({ detail }) => detail.onboardingId.trim());
made.addEventListener('pending', ({ detail }) => detail.submitted === true);
made.addEventListener('statechange', ({ detail }) => detail.previous === 'ready');
made.addEventListener('error', ({ detail }) => detail.code === 'rate-limited' && detail.retryable);
made.addEventListener('click', ({ target }) => target);
// @ts-expect-error -- a verdict has no state
made.addEventListener('verified', ({ detail }) => detail.state);
// @ts-expect-error -- no such code
made.addEventListener('error', ({ detail }) => detail.code === 'oops');
// @ts-expect-error -- the detail of another event
made.addEventListener('verified', (event: CustomEvent<StateDetail>) => event);

const listener = ({ detail }: CustomEvent<VerdictDetail>) => detail;
made.addEventListener('rejected', listener, { once: true });
made.removeEventListener('rejected', listener);
// @ts-expect-error -- the detail of another event
made.removeEventListener('statechange', listener);
