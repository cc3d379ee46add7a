/** The step in Solid's JSX: registers the tag and types it. */
import type { JSX } from 'solid-js';
import type { KycStepListeners, KycStepNeutral, KycStepProperties } from './element/attributes.js';
import type { BaanxKycStep } from './element/kyc-step.js';

export * from './index.js';

type Listeners = KycStepListeners<'on:'>;

/** What the tag takes: `applicant-id`, since `onboarding-id` would be taken for an event. */
export type KycStepTag = KycStepNeutral &
  Listeners &
  Omit<JSX.HTMLAttributes<BaanxKycStep>, keyof KycStepProperties | keyof Listeners>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'baanx-kyc-step': KycStepTag;
    }
  }
}
