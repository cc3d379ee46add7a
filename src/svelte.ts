/** The step in Svelte's markup: registers the tag and types it. */
import type { HTMLAttributes } from 'svelte/elements';
import type { KycStepListeners, KycStepNeutral, KycStepProperties } from './element/attributes.js';
import type { BaanxKycStep } from './element/kyc-step.js';

export * from './index.js';

type Listeners = KycStepListeners<'on'>;

/** What the tag takes: `applicant-id`, since `onboarding-id` would be taken for an event. */
export type KycStepTag = KycStepNeutral &
  Listeners &
  Omit<HTMLAttributes<BaanxKycStep>, keyof KycStepProperties | keyof Listeners>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'baanx-kyc-step': KycStepTag;
  }
}
