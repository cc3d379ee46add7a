import { warnOnce } from '../headless/hints.js';
import { BaanxKycStep } from './kyc-step.js';
import { VERSION } from './version.js';

const TAG = 'baanx-kyc-step';

/** Defines the tag. An existing definition stays, because a second one would throw. */
export function define(): void {
  // There is no registry in Node.
  if (!(globalThis.customElements as CustomElementRegistry | undefined)) return;
  const defined = customElements.get(TAG) as Partial<typeof BaanxKycStep> | undefined;
  if (!defined) customElements.define('baanx-kyc-step', BaanxKycStep);
  else if (defined !== BaanxKycStep) warn(defined.version);
}

function warn(version: unknown): void {
  const owner = typeof version === 'string' ? `version ${version}` : 'a class that is not from this package';
  warnOnce(`is already defined by ${owner}, which stays in use. Version ${VERSION} is ignored.`);
}
