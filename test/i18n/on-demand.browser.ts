import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/index.js';
import { registry } from '../../src/i18n/registry.js';
import { en } from '../../src/i18n/locales/en.js';

async function inLanguage(lang: string) {
  const step = document.createElement('baanx-kyc-step');
  step.fetcher = () => new Promise<Response>(() => undefined);
  step.onboardingId = 'nobody';
  step.lang = lang;
  await fixture(html`${step}`);
  await step.updateComplete;
  const shown = () => step.renderRoot.querySelector('[lang]')?.getAttribute('lang');
  return { step, shown };
}

describe('with baanx-kyc-step/locales', () => {
  it('elements that were there before it get their language too', async () => {
    const { shown } = await inLanguage('sv');
    expect(shown()).to.equal('en');
    await import('../../src/locales.js');
    await waitUntil(() => shown() === 'sv');
  });

  it('an element gets its language by itself, and the next one too', async () => {
    const { step, shown } = await inLanguage('pt-BR');
    expect(shown()).to.equal('en');
    await waitUntil(() => shown() === 'pt-BR');
    await step.updateComplete;
    expect(step.renderRoot.querySelector('h2')?.innerText).to.equal('Verifique sua identidade');
    expect(registry.locales.has('de')).to.equal(false);
    step.lang = 'de-CH';
    await waitUntil(() => shown() === 'de');
  });

  it('a page that waited shows the language from the start', async () => {
    const { loadLocale } = await import('../../src/locales.js');
    await loadLocale('he-IL');
    const { step, shown } = await inLanguage('iw');
    expect(shown()).to.equal('he');
    expect(getComputedStyle(step.renderRoot.querySelector('h2')!).direction).to.equal('rtl');
  });

  it('a language that there is not stays English, until the page brings it', async () => {
    const { loadLocale, registerLocale } = await import('../../src/locales.js');
    await loadLocale('eo');
    const { step, shown } = await inLanguage('eo');
    expect(shown()).to.equal('en');
    registerLocale({ ...en, lang: 'eo', title: 'Konfirmu vian identecon' });
    await step.updateComplete;
    expect(shown()).to.equal('eo');
  });
});
