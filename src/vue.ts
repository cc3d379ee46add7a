/** Registers the element and declares its tag for Vue's templates. */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { KycStepHandlers, KycStepProperties } from './element/attributes.js';

export * from './index.js';

/** The props of the tag. */
export type KycStepTag = DefineComponent<
  KycStepProperties & KycStepHandlers & Omit<HTMLAttributes, keyof KycStepHandlers>
>;

declare module 'vue' {
  interface GlobalComponents {
    'baanx-kyc-step': KycStepTag;
  }
}
