/** Registers the element and declares its tag for Preact's JSX. */
import type { HTMLAttributes } from 'preact';
import type { KycStepListeners, KycStepNeutral, KycStepProperties } from './element/attributes.js';
import type { BaanxKycStep } from './element/kyc-step.js';

export * from './index.js';

type Listeners = KycStepListeners<'on'>;

/** The props of the tag. Use `applicant-id`: names that start with `on`, such as `onboarding-id`, are treated as events. */
export type KycStepTag = KycStepNeutral &
  Listeners &
  Omit<HTMLAttributes<BaanxKycStep>, keyof KycStepProperties | keyof Listeners>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'baanx-kyc-step': KycStepTag;
    }
  }
}
