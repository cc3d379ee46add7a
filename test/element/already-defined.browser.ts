import { expect } from '@open-wc/testing';
import { define } from '../../src/element/define.js';
import { BaanxKycStep } from '../../src/element/kyc-step.js';
import { VERSION } from '../../src/element/version.js';
import { warningsDuring } from '../support/warnings.js';

/** Runs with a registry in which the tag is defined as this class. */
async function definedAs(owner: CustomElementConstructor, run: () => unknown): Promise<string[]> {
  const get = customElements.get.bind(customElements);
  customElements.get = () => owner;
  try {
    return await warningsDuring(run);
  } finally {
    customElements.get = get;
  }
}

describe('the tag is defined already', () => {
  it('by another copy: one warning says which version stays', async () => {
    class Older extends HTMLElement {
      static readonly version = '0.0.9';
    }
    expect(await definedAs(Older, define)).to.deep.equal([
      `<baanx-kyc-step> is already defined by version 0.0.9, which stays in use. Version ${VERSION} is ignored.`,
    ]);
  });

  it('by a stranger’s class: one warning says so', async () => {
    expect(await definedAs(class extends HTMLElement {}, define)).to.deep.equal([
      `<baanx-kyc-step> is already defined by a class that is not from this package, which stays in use. Version ${VERSION} is ignored.`,
    ]);
  });

  it('by the same class: nothing is said', async () => {
    define();
    expect(customElements.get('baanx-kyc-step')).to.equal(BaanxKycStep);
    expect(await warningsDuring(define)).to.deep.equal([]);
  });
});
