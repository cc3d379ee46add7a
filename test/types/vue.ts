import 'baanx-kyc-step/vue';
import { h, type GlobalComponents } from 'vue';

// What the template checker asks for the tag.
declare const step: GlobalComponents['baanx-kyc-step'];

export const right = h(step, {
  onboardingId: 'US_1',
  usEnv: true,
  class: 'step',
  messages: { start: 'Go' },
  onVerified: ({ detail }) => detail.onboardingId.trim(),
  onError: ({ detail }) => detail.retryable,
});

export const wrong = [
  // @ts-expect-error -- not a way of opening
  h(step, { openIn: 'tab' }),
  // @ts-expect-error -- a verdict has no state
  h(step, { onVerified: ({ detail }) => detail.state }),
];
