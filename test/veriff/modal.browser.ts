import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { RENDER } from '../../src/veriff/messages.js';
import { lockScroll } from '../../src/veriff/page-lock.js';
import { puppetOrigin, Stage } from '../support/stage.js';

const question = (stage: Stage) => stage.step.renderRoot.querySelector('.cover h3')?.textContent;
const answers = (stage: Stage) =>
  [...stage.step.renderRoot.querySelectorAll<HTMLElement>('.cover button')].map(({ innerText }) => innerText);
/** The next word of Veriff's page that is one of ours to see. The modal has heard it before us. */
const said = (stage: Stage, wanted: (data: unknown) => boolean) =>
  new Promise<{ by: string; search: string; told: unknown }>((resolve) => {
    const listener = ({ data, source }: MessageEvent<{ by: string; search: string; told: unknown }>) => {
      if (source !== stage.frame?.contentWindow || !wanted(data)) return;
      removeEventListener('message', listener);
      resolve(data);
    };
    addEventListener('message', listener);
  });
/** What Veriff's page is told by us, in answer to a greeting. */
const told = (stage: Stage) => {
  const answer = said(stage, (data) => typeof data === 'object');
  stage.say('VERIFF_HANDSHAKE');
  return answer;
};
const begun = async (): Promise<Stage> => {
  const stage = await Stage.open();
  await stage.start();
  const begins = said(stage, (data) => data === 'VERIFF_STARTED');
  stage.say('VERIFF_STARTED');
  await begins;
  return stage;
};

describe('the dialog', () => {
  it('is a named, modal dialog around a titled frame without an address to read', async () => {
    const stage = await Stage.open();
    await stage.start();
    const { dialog, frame } = stage;
    expect(dialog.matches(':modal')).to.equal(true);
    const title = stage.step.renderRoot.querySelector(`#${dialog.getAttribute('aria-labelledby')}`);
    expect(title?.textContent).to.equal('Verify your identity');
    expect(frame?.title).to.equal('Verify your identity');
    expect(frame?.getAttributeNames().sort()).to.deep.equal(['allow', 'part', 'title']);
    expect(frame?.allow).to.contain(`camera ${puppetOrigin}`).and.not.to.contain('*');
  });

  it('is painted before the frame is made', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.step.fetcher = () => new Promise<Response>(() => undefined);
    stage.press('start');
    expect([stage.dialog.open, stage.frame]).to.deep.equal([true, null]);
    await stage.until(() => stage.frame !== null);
  });

  it('is painted before the frame is made and sent to a session that is at hand', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.close();
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    expect([stage.dialog.open, stage.frame]).to.deep.equal([true, null]);
    await stage.until(() => stage.frame !== null);
    expect((await told(stage)).told).to.deep.equal(RENDER);
  });

  it('answers each greeting in the SDK’s shape', async () => {
    const stage = await Stage.open();
    await stage.start();
    const { told: message, by } = await told(stage);
    expect(message).to.deep.equal(RENDER);
    expect(by).to.equal(location.origin);
  });

  it('takes the focus, and gives it back to what opened it', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.part('start')?.focus();
    stage.press('start');
    await stage.state('verifying');
    const { activeElement } = stage.step.shadowRoot!;
    expect(stage.dialog.contains(activeElement)).to.equal(true);
    stage.say('VERIFF_CANCELED');
    stage.step.close();
    await stage.state('ready');
    expect(stage.step.shadowRoot!.activeElement).to.equal(stage.part('start'));
  });

  const ends: Record<string, (stage: Stage) => unknown> = {
    'Veriff says FINISHED': (stage) => stage.say('VERIFF_FINISHED'),
    'Veriff says CANCELED': (stage) => stage.say('VERIFF_CANCELED'),
    'the page closes it': (stage) => stage.step.close(),
    'the page names somebody else': (stage) => (stage.step.onboardingId = 'pending-somebody-else'),
  };
  for (const [end, act] of Object.entries(ends))
    it(`gives the focus to the heading where its opener is gone: ${end}`, async () => {
      const stage = await Stage.open('pending');
      await stage.state('pending');
      stage.part('continue')?.focus();
      stage.press('continue');
      await stage.greeted();
      act(stage);
      await stage.until(() => !stage.dialog.open);
      await stage.step.updateComplete;
      expect(stage.step.shadowRoot!.activeElement?.getAttribute('part')).to.equal('heading');
    });

  it('is above a dialog of the page that is open already', async () => {
    const theirs = document.createElement('dialog');
    theirs.style.cssText = 'inset: 0; width: 100%; height: 100%';
    document.body.append(theirs);
    try {
      theirs.showModal();
      const stage = await Stage.open('approve', ({ step }) => theirs.append(step));
      theirs.append(stage.step);
      await stage.start();
      const { left, top } = stage.part('close')!.getBoundingClientRect();
      expect(document.elementFromPoint(left + 5, top + 5)).to.equal(stage.step);
      expect(
        stage.step.shadowRoot!.elementFromPoint(left + 5, top + 5)?.closest('[part~=close]'),
      ).not.to.equal(null);
    } finally {
      theirs.remove();
    }
  });
});

describe('leaving', () => {
  it('before anything has begun is done at once', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.press('close');
    await stage.state('ready');
    expect(stage.dialog.open).to.equal(false);
  });

  it('asks once when a verification has begun; Keep going stays in Veriff', async () => {
    const stage = await begun();
    stage.press('close');
    await stage.step.updateComplete;
    expect(question(stage)).to.equal('Leave verification?');
    expect(answers(stage)).to.deep.equal(['Keep going', 'Leave']);
    expect(stage.step.shadowRoot!.activeElement).to.equal(stage.part('confirm'));
    expect((stage.step.renderRoot.querySelector('#frame-box') as HTMLElement).inert).to.equal(true);
    stage.press('confirm');
    await stage.step.updateComplete;
    expect(question(stage)).to.equal(undefined);
    expect(stage.step.shadowRoot!.activeElement).to.equal(stage.frame);
    stage.press('close');
    await stage.step.updateComplete;
    stage.press('decline');
    await stage.state('ready');
    expect(stage.events('canceled')).to.have.length(1);
  });

  it('takes a double click on Close for one', async () => {
    const stage = await begun();
    for (const detail of [1, 2])
      stage.part('close')?.dispatchEvent(new MouseEvent('click', { detail, cancelable: true }));
    await stage.step.updateComplete;
    expect([stage.step.state, question(stage)]).to.deep.equal(['verifying', 'Leave verification?']);
  });

  it('by Escape asks as well, and at the second Escape leaves', async () => {
    const stage = await begun();
    stage.part('close')?.focus();
    await sendKeys({ press: 'Escape' });
    await stage.until(() => question(stage) === 'Leave verification?');
    expect(stage.dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await stage.state('ready');
  });

  it('asks even where the browser closes the dialog without asking us', async () => {
    const stage = await begun();
    const { frame } = stage;
    stage.dialog.close();
    await stage.until(() => question(stage) === 'Leave verification?');
    expect(stage.dialog.open).to.equal(true);
    expect(stage.frame).to.equal(frame);
    stage.press('confirm');
    await stage.step.updateComplete;
    // The same page as before: a word of its own still counts.
    stage.say('VERIFF_SUBMITTED');
    await stage.until(() => stage.events('submitted').length === 1);
  });

  it('is not asked for when the documents are handed in', async () => {
    const stage = await begun();
    stage.say('VERIFF_SUBMITTED');
    await stage.until(() => stage.events('submitted').length === 1);
    stage.press('close');
    await stage.state('deciding');
  });
});

describe('the page behind', () => {
  const root = document.documentElement;
  const overflow = () => getComputedStyle(root).overflowY;
  afterEach(() => root.removeAttribute('style'));

  for (const own of [null, '', 'overflow: scroll', 'overflow: clip !important; color: red']) {
    it(`does not scroll, and is as before after it: ${own === null ? 'no style' : `style="${own}"`}`, async () => {
      if (own !== null) root.setAttribute('style', own);
      const before = overflow();
      const stage = await Stage.open();
      await stage.start();
      expect(overflow()).to.be.oneOf(['hidden', 'clip']);
      stage.step.close();
      await stage.state('ready');
      expect(root.getAttribute('style')).to.equal(own);
      expect(overflow()).to.equal(before);
      expect(document.adoptedStyleSheets).to.have.length(0);
    });
  }

  it('stays locked until the last of two locks is opened, in any order', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const locks = [lockScroll(), lockScroll()];
      locks[order[0]]?.();
      expect(overflow()).to.equal('hidden');
      locks[order[1]]?.();
      expect(overflow()).to.equal('visible');
    }
  });

  it('is free again when the element is removed while Veriff is open', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.remove();
    expect(overflow()).to.equal('visible');
  });
});

describe('its size', () => {
  const open = async (width: number, height: number) => {
    await setViewport({ width, height });
    const stage = await Stage.open();
    await stage.start();
    return stage;
  };
  let sized = false;
  before(async function () {
    // The test runner cannot resize WebKit: https://modern-web.dev/docs/test-runner/commands/#viewport
    await setViewport({ width: 800, height: 600 }).then(
      () => (sized = true),
      () => this.skip(),
    );
  });
  after(() => sized && setViewport({ width: 800, height: 600 }));

  for (const [width, height] of [
    [320, 568],
    [390, 844],
    [844, 390],
  ] as const) {
    it(`is the whole screen at ${width} × ${height}, with room for a finger on Close`, async () => {
      const stage = await open(width, height);
      const box = stage.dialog.getBoundingClientRect();
      expect(box.top).to.equal(0);
      expect(box.height).to.equal(height);
      // But for a scroll bar's room, where the engine's takes any.
      if (width < 640) expect(box.width).to.equal(document.documentElement.clientWidth);
      const close = stage.part('close')!.getBoundingClientRect();
      expect(Math.min(close.width, close.height)).to.be.at.least(44);
    });
  }

  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    it(`leaves Veriff 600 × 680 at least at ${width} × ${height}`, async () => {
      const stage = await open(width, height);
      const { width: wide, height: high } = stage.frame!.getBoundingClientRect();
      expect(wide).to.be.at.least(600);
      expect(high).to.be.at.least(680);
      expect(stage.dialog.getBoundingClientRect().width).to.be.below(width);
    });
  }

  it('has room for a finger where the page has small rems', async () => {
    document.documentElement.style.fontSize = '8px';
    const stage = await open(390, 844);
    const close = stage.part('close')!.getBoundingClientRect();
    document.documentElement.removeAttribute('style');
    expect(Math.min(close.width, close.height)).to.be.at.least(44);
  });

  it('shrinks above an on-screen keyboard, Close in sight, and not for a person who zooms in', async () => {
    const stage = await open(390, 844);
    const view = window.visualViewport!;
    const seen = async (height: number, scale: number) => {
      Object.defineProperties(view, {
        height: { configurable: true, value: height },
        scale: { configurable: true, value: scale },
      });
      view.dispatchEvent(new Event('resize'));
      await nextFrame();
      return stage.dialog.getBoundingClientRect().bottom;
    };
    try {
      expect(await seen(500, 1)).to.equal(500);
      expect(await seen(422, 2)).to.equal(844);
      expect(await seen(844, 1)).to.equal(844);
    } finally {
      for (const name of ['height', 'scale']) Reflect.deleteProperty(view, name);
    }
  });
});

describe('Veriff asks for a reload', () => {
  it('of the page: the person is asked first', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_RELOAD_REQUEST');
    await stage.until(() => question(stage) === 'Reload this page?');
    await stage.step.updateComplete;
    expect(answers(stage)).to.deep.equal(['Reload', 'Not now']);
    expect(stage.step.shadowRoot!.activeElement).to.equal(stage.part('confirm'));
    stage.press('decline');
    await stage.until(() => question(stage) === undefined);
    expect(stage.step.state).to.equal('verifying');
  });

  it('by force: only our frame loads anew, in the same session', async () => {
    const stage = await Stage.open();
    await stage.start();
    const { search } = await told(stage);
    const marked = Object.assign(window, { marked: true });
    const greetsAnew = said(stage, (data) => data === 'VERIFF_HANDSHAKE');
    stage.say('VERIFF_FORCE_RELOAD');
    await greetsAnew;
    expect((await told(stage)).search).to.equal(search);
    expect(marked.marked).to.equal(true);
    expect(stage.step.state).to.equal('verifying');
  });
});
