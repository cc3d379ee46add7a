import 'baanx-kyc-step/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

// What the markup checker asks for the tag.
type Step = SvelteHTMLElements['baanx-kyc-step'];

export const right: Step = {
  'applicant-id': 'US_1',
  'us-env': true,
  class: 'step',
  messages: { start: 'Go' },
  onverified: ({ detail }) => detail.onboardingId.trim(),
  onerror: ({ detail }) => detail.retryable,
};

export const wrong: Step[] = [
  // @ts-expect-error -- not a way of opening
  { 'open-in': 'tab' },
  // @ts-expect-error -- it would be taken for an event
  { 'onboarding-id': 'US_1' },
  // @ts-expect-error -- a verdict has no state
  { onverified: ({ detail }) => detail.state },
];
