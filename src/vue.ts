/** The step in Vue's templates: registers the tag and types it. */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { KycStepHandlers, KycStepProperties } from './element/attributes.js';

export * from './index.js';

/** What the tag takes. */
export type KycStepTag = DefineComponent<
  KycStepProperties & KycStepHandlers & Omit<HTMLAttributes, keyof KycStepHandlers>
>;

declare module 'vue' {
  interface GlobalComponents {
    'baanx-kyc-step': KycStepTag;
  }
}
