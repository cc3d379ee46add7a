import { expect } from '@open-wc/testing';
import { BaanxKycStep } from '../../src/index.js';

/** A step as a server has rendered it, in the page before the tag is defined. */
function rendered(tag: string): HTMLElement {
  const step = document.createElement(tag);
  step.setAttribute('onboarding-id', 'nobody');
  step.attachShadow({ mode: 'open' }).innerHTML =
    '<div><button part="start">Start</button><h2 part="heading" tabindex="-1">Title</h2><slot name="privacy"></slot></div>';
  step.innerHTML = '<p slot="privacy"><a href="#notice">Notice</a></p>';
  document.body.append(step);
  return step;
}

async function upgrade(tag: string): Promise<void> {
  customElements.define(tag, class extends BaanxKycStep {});
  await document.querySelector<BaanxKycStep>(tag)?.updateComplete;
}

describe('the focus in a step that a server has rendered', () => {
  let step: HTMLElement;
  afterEach(() => step.remove());

  it('stays on its button when the element takes over', async () => {
    step = rendered('kyc-rendered-button');
    step.shadowRoot?.querySelector<HTMLElement>('[part=start]')?.focus();
    await upgrade('kyc-rendered-button');
    const { shadowRoot } = step;
    expect(shadowRoot?.activeElement?.part.value).to.equal('start');
    expect(shadowRoot?.querySelectorAll('[part=start]')).to.have.length(1);
  });

  it('stays on a link of the host in it', async () => {
    step = rendered('kyc-rendered-link');
    const link = step.querySelector('a');
    link?.focus();
    await upgrade('kyc-rendered-link');
    expect(document.activeElement === link).to.equal(true);
  });

  it('stays where it was outside of it', async () => {
    step = rendered('kyc-rendered-outside');
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    await upgrade('kyc-rendered-outside');
    expect(document.activeElement === button).to.equal(true);
    button.remove();
  });
});
