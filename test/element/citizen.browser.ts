import { expect } from '@open-wc/testing';
import '../../src/index.js';

/** Everything that the page is told to listen to while it runs. */
async function listeners(act: () => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const places = [window, document, document.body];
  for (const place of places) {
    const listen = place.addEventListener.bind(place);
    place.addEventListener = (...told: [string, EventListenerOrEventListenerObject]) => {
      heard.push(told[0]);
      listen(...told);
    };
  }
  try {
    await act();
  } finally {
    for (const place of places) Reflect.deleteProperty(place, 'addEventListener');
  }
  return heard;
}

describe('the element as a citizen of the page', () => {
  it('takes the word false for no, as Vue and Svelte write it', () => {
    const step = document.createElement('baanx-kyc-step');
    step.setAttribute('us-env', '');
    expect(step.usEnv).to.equal(true);
    step.setAttribute('us-env', 'false');
    expect(step.usEnv).to.equal(false);
  });

  it('is defined, says whenDefined, and leaves no name in window', async () => {
    const defined = await customElements.whenDefined('baanx-kyc-step');
    expect(document.createElement('baanx-kyc-step')).to.be.instanceOf(defined);
    const own = Object.getOwnPropertyNames(window).filter((name) => /baanx|kyc|veriff/i.test(name));
    expect(own).to.deep.equal([]);
  });

  it('listens to nothing on the page and puts no style into it while idle', async () => {
    const sheets = () => [
      document.styleSheets.length,
      document.adoptedStyleSheets.length,
      document.head.childElementCount,
    ];
    const before = sheets();
    const heard = await listeners(async () => {
      const step = document.createElement('baanx-kyc-step');
      document.body.append(step);
      await step.updateComplete;
      expect(step.state).to.equal('idle');
      step.remove();
    });
    expect(heard).to.deep.equal([]);
    expect(sheets()).to.deep.equal(before);
  });

  it('takes up what was set on it before it was defined', async () => {
    const name = 'late-kyc-step';
    const early = Object.assign(document.createElement(name), {
      onboardingId: 'approve-early',
      messages: { start: 'Go' },
      fetcher: () => new Promise<Response>(() => undefined),
    });
    document.body.append(early);
    const { BaanxKycStep } = await import('../../src/element.js');
    class Late extends BaanxKycStep {}
    customElements.define(name, Late);
    const late = early as unknown as Late;
    await late.updateComplete;
    const shadowed = ['onboardingId', 'messages', 'fetcher'].filter((own) => Object.hasOwn(late, own));
    expect(shadowed).to.deep.equal([]);
    expect(late.onboardingId).to.equal('approve-early');
    expect(late.renderRoot.querySelector('[part~=start]')?.textContent).to.contain('Go');
    late.remove();
  });

  it('has a second name for its id, and means the default by undefined', async () => {
    const step = document.createElement('baanx-kyc-step');
    step.setAttribute('applicant-id', 'approve-second');
    expect(step.onboardingId).to.equal('approve-second');
    step.fetcher = () => new Promise<Response>(() => undefined);
    step.setAttribute('documents', 'passport');
    document.body.append(step);
    await step.updateComplete;
    step.removeAttribute('documents');
    Object.assign(step, { proxyUrl: undefined, veriffOrigins: null });
    await step.updateComplete;
    expect(step.documents).to.contain('residence-permit');
    expect(step.proxyUrl).to.equal('/api/baanx');
    expect(step.veriffOrigins).to.contain('veriff.me');
    step.remove();
  });

  for (const around of ['display: flex', 'display: grid; place-items: center', 'display: inline-block'])
    it(`is as wide as its text, and no wider than there is room: ${around}`, async () => {
      const host = document.createElement('div');
      host.style.cssText = 'inline-size: 320px';
      const box = host.appendChild(document.createElement('div'));
      box.style.cssText = around;
      const step = box.appendChild(document.createElement('baanx-kyc-step'));
      step.fetcher = () => new Promise<Response>(() => undefined);
      step.onboardingId = 'approve-width';
      document.body.append(host);
      await step.updateComplete;
      expect(step.offsetWidth).to.equal(320);
      host.style.inlineSize = '900px';
      expect(step.offsetWidth).to.equal(900);
      // A common reset, with text as large as before.
      document.documentElement.style.fontSize = '62.5%';
      host.style.fontSize = '16px';
      expect(step.offsetWidth).to.equal(900);
      document.documentElement.removeAttribute('style');
      host.remove();
    });
});
