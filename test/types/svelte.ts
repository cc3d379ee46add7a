import 'baanx-kyc-step/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

// The type with which Svelte's tools check the tag.
type Step = SvelteHTMLElements['baanx-kyc-step'];

export const valid: Step = {
  'applicant-id': 'US_1',
  'us-env': true,
  class: 'step',
  messages: { start: 'Go' },
  onverified: ({ detail }) => detail.onboardingId.trim(),
  onerror: ({ detail }) => detail.retryable,
};

export const invalid: Step[] = [
  // @ts-expect-error -- not a value of open-in
  { 'open-in': 'tab' },
  // @ts-expect-error -- frameworks take names that begin with "on" for events
  { 'onboarding-id': 'US_1' },
  // @ts-expect-error -- the detail of a verdict has no state
  { onverified: ({ detail }) => detail.state },
];
