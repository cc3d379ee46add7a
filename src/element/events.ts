import type { KycStepEventDetails } from '../headless/events.js';

/** An event of the element. All are composed and bubble, except `error`, as on native elements. */
export class KycStepEvent<N extends keyof KycStepEventDetails> extends CustomEvent<KycStepEventDetails[N]> {
  constructor(name: N, detail: KycStepEventDetails[N]) {
    super(name, { detail, composed: true, bubbles: name !== 'error' });
  }
}
