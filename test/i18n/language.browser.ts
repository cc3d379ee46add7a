import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/index.js';
import type { BaanxKycStep } from '../../src/index.js';
import { en } from '../../src/i18n/locales/en.js';
import { registerLocale } from '../../src/i18n/register-locale.js';
import { puppetOrigin, Stage } from '../support/stage.js';

const messages = (lang: string, title: string) => ({ ...en, lang, title });

registerLocale(messages('x-one', 'One'));
registerLocale(messages('x-left', 'Left'), { dir: 'rtl', aliases: ['x-right', 'X-Other'] });

const wrapper = (step: BaanxKycStep) => step.renderRoot.querySelector<HTMLElement>('[lang]')!;
const title = (step: BaanxKycStep) => step.renderRoot.querySelector('h2')?.innerText;

/** The title, language and direction in the page, once attribute changes have been observed and rendered. */
async function rendered(step: BaanxKycStep) {
  await nextFrame();
  await step.updateComplete;
  const { lang, dir } = wrapper(step);
  return [title(step), lang, dir];
}

const ENGLISH = [en.title, 'en', 'ltr'];
const ONE = ['One', 'x-one', 'ltr'];
const LEFT = ['Left', 'x-left', 'rtl'];

/** A step inside the shadow tree of another element, in a section with a language. */
async function nestedStep() {
  const outer = await fixture(html`<section lang="x-one" dir="ltr"><div></div></section>`);
  const host = outer.querySelector('div')!;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p><baanx-kyc-step onboarding-id="nobody"></baanx-kyc-step></p>';
  const step = root.querySelector('baanx-kyc-step')!;
  step.fetcher = () => new Promise<Response>(() => undefined);
  return { outer, host, step };
}

describe('the language of the step', () => {
  it('is that of the nearest ancestor, across shadow roots, and follows changes', async () => {
    const { outer, host, step } = await nestedStep();
    expect(await rendered(step)).to.deep.equal(ONE);
    host.lang = 'x-left';
    expect(await rendered(step)).to.deep.equal(LEFT);
    step.lang = 'x-one';
    expect(await rendered(step)).to.deep.equal(ONE);
    step.parentElement!.lang = 'x-left';
    step.removeAttribute('lang');
    expect(await rendered(step)).to.deep.equal(LEFT);
    step.parentElement!.removeAttribute('lang');
    host.removeAttribute('lang');
    outer.setAttribute('lang', 'x-left');
    expect(await rendered(step)).to.deep.equal(LEFT);
    outer.removeAttribute('lang');
    document.documentElement.lang = 'x-one';
    expect(await rendered(step)).to.deep.equal(ONE);
    document.documentElement.removeAttribute('lang');
    expect(await rendered(step)).to.deep.equal(ENGLISH);
  });

  it('follows the element to another place in the page', async () => {
    const { outer, step } = await nestedStep();
    const other = await fixture(html`<section lang="x-left"></section>`);
    other.append(step);
    expect(await rendered(step)).to.deep.equal(LEFT);
    outer.setAttribute('lang', 'x-left');
    expect(await rendered(step)).to.deep.equal(LEFT);
    other.setAttribute('lang', 'x-one');
    expect(await rendered(step)).to.deep.equal(ONE);
  });

  it('no longer updates an element that was removed', async () => {
    const { outer, host, step } = await nestedStep();
    await rendered(step);
    let updates = 0;
    step.requestUpdate = () => {
      updates++;
    };
    step.remove();
    outer.setAttribute('lang', 'x-left');
    host.lang = 'x-left';
    registerLocale(messages('x-one', 'One'));
    await nextFrame();
    expect(updates).to.equal(0);
  });

  it('changes in elements that are in the page before the locale is registered', async () => {
    const { host, step } = await nestedStep();
    host.lang = 'x-late-CH';
    expect(await rendered(step)).to.deep.equal(ENGLISH);
    registerLocale(messages('x-late', 'Late'));
    expect(await rendered(step)).to.deep.equal(['Late', 'x-late', 'ltr']);
  });

  for (const [tag, expected] of [
    ['x-one', ONE],
    ['X-One', ONE],
    ['x-one-BR', ONE],
    ['x_one_BR', ONE],
    ['x-right', LEFT],
    ['x-other-a-b', LEFT],
    ['x-unknown', ENGLISH],
    ['en-GB', ENGLISH],
    ['', ENGLISH],
    ['constructor', ENGLISH],
  ] as const) {
    it(`is ${expected[1]} for ${tag || 'an empty tag'}`, async () => {
      const { host, step } = await nestedStep();
      host.lang = tag;
      expect(await rendered(step)).to.deep.equal(expected);
    });
  }
});

describe('the direction of the step', () => {
  it('is that of its language, whatever the direction of the page', async () => {
    const { outer, step } = await nestedStep();
    outer.setAttribute('dir', 'rtl');
    step.lang = 'x-unknown';
    await rendered(step);
    expect(getComputedStyle(wrapper(step)).direction).to.equal('ltr');
    step.lang = 'x-left';
    outer.setAttribute('dir', 'ltr');
    await rendered(step);
    expect(getComputedStyle(wrapper(step)).direction).to.equal('rtl');
  });

  it('is its own `dir` if it has one', async () => {
    const { step } = await nestedStep();
    step.dir = 'rtl';
    expect(await rendered(step)).to.deep.equal(['One', 'x-one', 'rtl']);
  });

  it('and its language can be overridden together with the messages', async () => {
    const { step } = await nestedStep();
    step.messages = { lang: 'ckb', dir: 'rtl', title: 'ناسنامەکەت بسەلمێنە' };
    expect(await rendered(step)).to.deep.equal(['ناسنامەکەت بسەلمێنە', 'ckb', 'rtl']);
  });
});

describe('the language of Veriff', () => {
  registerLocale(messages('x-filipino', 'Patunayan'), { veriff: 'tl' });

  /** The `lang` parameter in the URL of Veriff's frame. */
  async function veriffLanguage(lang: string): Promise<string | null> {
    const stage = await Stage.open('approve', ({ step }) => {
      step.lang = lang;
    });
    const search = new Promise<string>((resolve) => {
      addEventListener(
        'message',
        function onMessage({ data, origin }: MessageEvent<{ search?: string } | string>) {
          if (origin !== puppetOrigin || typeof data === 'string' || data.search === undefined) return;
          removeEventListener('message', onMessage);
          resolve(data.search);
        },
      );
    });
    await stage.start();
    return new URLSearchParams(await search).get('lang');
  }

  for (const [lang, expected] of [
    ['de-AT', 'de'],
    ['x-filipino', 'tl'],
    ['', null],
  ] as const) {
    it(`is ${expected ?? 'not set'} for “${lang}”`, async () => {
      expect(await veriffLanguage(lang)).to.equal(expected);
    });
  }
});
