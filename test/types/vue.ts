import 'baanx-kyc-step/vue';
import { h, type GlobalComponents } from 'vue';

// The type with which Vue's tools check the tag.
declare const step: GlobalComponents['baanx-kyc-step'];

export const valid = h(step, {
  onboardingId: 'US_1',
  usEnv: true,
  class: 'step',
  messages: { start: 'Go' },
  onVerified: ({ detail }) => detail.onboardingId.trim(),
  onError: ({ detail }) => detail.retryable,
});

export const invalid = [
  // @ts-expect-error -- not a value of open-in
  h(step, { openIn: 'tab' }),
  // @ts-expect-error -- the detail of a verdict has no state
  h(step, { onVerified: ({ detail }) => detail.state }),
];
