import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/index.js';
import type { BaanxKycStep } from '../../src/index.js';
import { en } from '../../src/i18n/locales/en.js';
import { registerLocale } from '../../src/i18n/register-locale.js';
import { puppetOrigin, Stage } from '../support/stage.js';

const told = (lang: string, title: string) => ({ ...en, lang, title });

registerLocale(told('x-one', 'One'));
registerLocale(told('x-left', 'Left'), { dir: 'rtl', also: ['x-right', 'X-Other'] });

const wrapper = (step: BaanxKycStep) => step.renderRoot.querySelector<HTMLElement>('[lang]')!;
const title = (step: BaanxKycStep) => step.renderRoot.querySelector('h2')?.innerText;

/** What is shown once changes of attributes have been told and drawn. */
async function shown(step: BaanxKycStep) {
  await nextFrame();
  await step.updateComplete;
  const { lang, dir } = wrapper(step);
  return [title(step), lang, dir];
}

const ENGLISH = [en.title, 'en', 'ltr'];
const ONE = ['One', 'x-one', 'ltr'];
const LEFT = ['Left', 'x-left', 'rtl'];

/** An element within another's shadow tree, in a page part with a language. */
async function nested() {
  const outer = await fixture(html`<section lang="x-one" dir="ltr"><div></div></section>`);
  const host = outer.querySelector('div')!;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p><baanx-kyc-step onboarding-id="nobody"></baanx-kyc-step></p>';
  const step = root.querySelector('baanx-kyc-step')!;
  step.fetcher = () => new Promise<Response>(() => undefined);
  return { outer, host, step };
}

describe('the language', () => {
  it('is the nearest one, across shadow roots, and changes with the page', async () => {
    const { outer, host, step } = await nested();
    expect(await shown(step)).to.deep.equal(ONE);
    host.lang = 'x-left';
    expect(await shown(step)).to.deep.equal(LEFT);
    step.lang = 'x-one';
    expect(await shown(step)).to.deep.equal(ONE);
    step.parentElement!.lang = 'x-left';
    step.removeAttribute('lang');
    expect(await shown(step)).to.deep.equal(LEFT);
    step.parentElement!.removeAttribute('lang');
    host.removeAttribute('lang');
    outer.setAttribute('lang', 'x-left');
    expect(await shown(step)).to.deep.equal(LEFT);
    outer.removeAttribute('lang');
    document.documentElement.lang = 'x-one';
    expect(await shown(step)).to.deep.equal(ONE);
    document.documentElement.removeAttribute('lang');
    expect(await shown(step)).to.deep.equal(ENGLISH);
  });

  it('is that of the new place when the element is moved', async () => {
    const { outer, step } = await nested();
    const other = await fixture(html`<section lang="x-left"></section>`);
    other.append(step);
    expect(await shown(step)).to.deep.equal(LEFT);
    outer.setAttribute('lang', 'x-left');
    expect(await shown(step)).to.deep.equal(LEFT);
    other.setAttribute('lang', 'x-one');
    expect(await shown(step)).to.deep.equal(ONE);
  });

  it('is not followed by an element that was removed', async () => {
    const { outer, host, step } = await nested();
    await shown(step);
    let drawings = 0;
    step.requestUpdate = () => {
      drawings++;
    };
    step.remove();
    outer.setAttribute('lang', 'x-left');
    host.lang = 'x-left';
    registerLocale(told('x-one', 'One'));
    await nextFrame();
    expect(drawings).to.equal(0);
  });

  it('comes to elements that are in the page already', async () => {
    const { host, step } = await nested();
    host.lang = 'x-late-CH';
    expect(await shown(step)).to.deep.equal(ENGLISH);
    registerLocale(told('x-late', 'Late'));
    expect(await shown(step)).to.deep.equal(['Late', 'x-late', 'ltr']);
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
    it(`of ${tag || 'an empty tag'} is ${expected[1]}`, async () => {
      const { host, step } = await nested();
      host.lang = tag;
      expect(await shown(step)).to.deep.equal(expected);
    });
  }
});

describe('the direction', () => {
  it('is that of the texts, whatever the page’s', async () => {
    const { outer, step } = await nested();
    outer.setAttribute('dir', 'rtl');
    step.lang = 'x-unknown';
    await shown(step);
    expect(getComputedStyle(wrapper(step)).direction).to.equal('ltr');
    step.lang = 'x-left';
    outer.setAttribute('dir', 'ltr');
    await shown(step);
    expect(getComputedStyle(wrapper(step)).direction).to.equal('rtl');
  });

  it('is the element’s own where it has one', async () => {
    const { step } = await nested();
    step.dir = 'rtl';
    expect(await shown(step)).to.deep.equal(['One', 'x-one', 'rtl']);
  });

  it('and the language are the host’s where its own texts are in another', async () => {
    const { step } = await nested();
    step.messages = { lang: 'ckb', dir: 'rtl', title: 'ناسنامەکەت بسەلمێنە' };
    expect(await shown(step)).to.deep.equal(['ناسنامەکەت بسەلمێنە', 'ckb', 'rtl']);
  });
});

describe('Veriff', () => {
  registerLocale(told('x-filipino', 'Patunayan'), { veriff: 'tl' });

  /** The language in the address of Veriff's frame, as its page reads it. */
  async function asked(lang: string): Promise<string | null> {
    const stage = await Stage.open('approve', ({ step }) => {
      step.lang = lang;
    });
    const search = new Promise<string>((resolve) => {
      addEventListener(
        'message',
        function heard({ data, origin }: MessageEvent<{ search?: string } | string>) {
          if (origin !== puppetOrigin || typeof data === 'string' || data.search === undefined) return;
          removeEventListener('message', heard);
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
    it(`is told ${expected ?? 'nothing'} where the page says “${lang}”`, async () => {
      expect(await asked(lang)).to.equal(expected);
    });
  }
});
