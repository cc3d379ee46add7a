import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/index.js';
import { registry } from '../../src/i18n/registry.js';
import { en } from '../../src/i18n/locales/en.js';

async function stepIn(lang: string) {
  const step = document.createElement('baanx-kyc-step');
  step.fetcher = () => new Promise<Response>(() => undefined);
  step.onboardingId = 'nobody';
  step.lang = lang;
  await fixture(html`${step}`);
  await step.updateComplete;
  const language = () => step.renderRoot.querySelector('[lang]')?.getAttribute('lang');
  return { step, language };
}

describe('baanx-kyc-step/locales', () => {
  it('translates elements that were in the page before it loaded', async () => {
    const { language } = await stepIn('sv');
    expect(language()).to.equal('en');
    await import('../../src/locales.js');
    await waitUntil(() => language() === 'sv');
  });

  it('loads the language of an element, and its next one, but no other', async () => {
    const { step, language } = await stepIn('pt-BR');
    expect(language()).to.equal('en');
    await waitUntil(() => language() === 'pt-BR');
    await step.updateComplete;
    expect(step.renderRoot.querySelector('h2')?.innerText).to.equal('Verifique sua identidade');
    expect(registry.locales.has('de')).to.equal(false);
    step.lang = 'de-CH';
    await waitUntil(() => language() === 'de');
  });

  it('lets a page wait for a language, which the element then shows from the start', async () => {
    const { loadLocale } = await import('../../src/locales.js');
    await loadLocale('he-IL');
    const { step, language } = await stepIn('iw');
    expect(language()).to.equal('he');
    expect(getComputedStyle(step.renderRoot.querySelector('h2')!).direction).to.equal('rtl');
  });

  it('leaves an unknown language in English until the page registers it', async () => {
    const { loadLocale, registerLocale } = await import('../../src/locales.js');
    await loadLocale('eo');
    const { step, language } = await stepIn('eo');
    expect(language()).to.equal('en');
    registerLocale({ ...en, lang: 'eo', title: 'Konfirmu vian identecon' });
    await step.updateComplete;
    expect(language()).to.equal('eo');
  });
});
