/** Registers the element and declares its tag for Svelte's markup. */
import type { HTMLAttributes } from 'svelte/elements';
import type { KycStepListeners, KycStepNeutral, KycStepProperties } from './element/attributes.js';
import type { BaanxKycStep } from './element/kyc-step.js';

export * from './index.js';

type Listeners = KycStepListeners<'on'>;

/** The props of the tag. Use `applicant-id`: names that start with `on`, such as `onboarding-id`, are treated as events. */
export type KycStepTag = KycStepNeutral &
  Listeners &
  Omit<HTMLAttributes<BaanxKycStep>, keyof KycStepProperties | keyof Listeners>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'baanx-kyc-step': KycStepTag;
  }
}
