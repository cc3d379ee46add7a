import { BaanxKycStep } from './element/kyc-step.js';

export * from './element.js';

// Loaded twice, the first copy stays: a second definition would throw and take the page's script with it.
if (globalThis.customElements && !customElements.get('baanx-kyc-step'))
  customElements.define('baanx-kyc-step', BaanxKycStep);
