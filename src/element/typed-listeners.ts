import type { KycStepEventDetails } from '../headless/events.js';
import type { BaanxKycStep } from './kyc-step.js';

/** A listener of one of the element's events. */
export type KycStepListener<N extends keyof KycStepEventDetails> = (
  this: BaanxKycStep,
  event: CustomEvent<KycStepEventDetails[N]>,
) => void;

declare module './kyc-step.js' {
  interface BaanxKycStep {
    addEventListener<N extends keyof KycStepEventDetails>(
      type: N,
      listener: KycStepListener<N>,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<N extends keyof KycStepEventDetails>(
      type: N,
      listener: KycStepListener<N>,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'baanx-kyc-step': BaanxKycStep;
  }
}
