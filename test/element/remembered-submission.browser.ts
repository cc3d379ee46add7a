import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { Popup } from '../support/popup.js';
import { Stage } from '../support/stage.js';

const open = window.open.bind(window);
beforeEach(() => {
  window.open = () => new Popup() as unknown as Window;
});
afterEach(() => {
  window.open = open;
  sessionStorage.clear();
});

/** The page is reloaded: another element for the same person in the same tab, with the same Baanx behind it. */
function reload(stage: Stage): Promise<Stage> {
  stage.step.remove();
  return Stage.open('reloaded', (next) => {
    next.step.onboardingId = stage.onboardingId;
    next.step.fetcher = stage.step.fetcher;
  });
}

async function submitted(): Promise<Stage> {
  const stage = await Stage.open();
  await stage.start();
  stage.applicant.decide('PENDING');
  stage.say('VERIFF_FINISHED');
  await stage.state('pending');
  return stage;
}

describe('a submission is remembered across a reload', () => {
  it('after Veriff said FINISHED: the review goes on, and nothing is asked', async () => {
    const stage = await reload(await submitted());
    await stage.state('pending');
    expect(stage.text).to.contain(en.pendingTitle).and.not.to.contain(en.unsureTitle);
    expect(stage.part('continue')).to.equal(null);
    expect(stage.events('pending')[0]?.detail).to.include({ submitted: true });
  });

  it('holds no onboarding ID, session URL or address in the storage', async () => {
    const stage = await submitted();
    const entries = Object.entries(sessionStorage).flat().join(' ');
    expect(entries).to.contain('baanx-kyc-step:');
    expect(entries)
      .not.to.contain(stage.onboardingId)
      .and.not.to.match(/http|proxy|api/);
  });

  it('so is that the person canceled: they can continue, and nothing is asked', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.applicant.decide('PENDING');
    stage.say('VERIFF_CANCELED');
    await stage.state('ready');
    const next = await reload(stage);
    await next.state('ready');
    expect(next.part('continue')).not.to.equal(null);
    expect(next.events('pending')).to.deep.equal([]);
  });

  it('so is that a session was only prefetched', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.prefetch = 'intent';
    });
    await stage.state('ready');
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    stage.applicant.decide('PENDING');
    const next = await reload(stage);
    await next.state('ready');
    expect(next.part('continue')).to.equal(null);
  });

  it('of another person in the same tab it says nothing', async () => {
    await submitted();
    const other = await Stage.open('pending');
    await other.state('pending');
    expect(other.text).to.contain(en.unsureTitle);
  });

  it('a verdict ends it: the next attempt starts clean', async () => {
    const stage = await submitted();
    stage.applicant.decide('REJECTED');
    await stage.state('rejected');
    expect(sessionStorage).to.have.length(0);
    const next = await reload(stage);
    await next.state('rejected');
    next.step.start();
    await next.greeted();
    stage.applicant.decide('PENDING');
    next.step.close();
    await next.state('ready');
    expect(next.part('continue')).not.to.equal(null);
  });

  it('without storage the person is asked, as before', async () => {
    const getItem = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
    try {
      const stage = await reload(await submitted());
      await stage.state('pending');
      expect(stage.text).to.contain(en.unsureTitle);
    } finally {
      if (getItem) Object.defineProperty(window, 'sessionStorage', getItem);
    }
  });

  it('is overdue, not forgotten, where the clock has jumped eight days ahead', async () => {
    const first = await submitted();
    const { now } = Date;
    Date.now = () => now() + 8 * 86_400_000;
    try {
      const stage = await reload(first);
      await stage.state('pending');
      expect(stage.events('pending')[0]?.detail).to.include({ submitted: true });
      first.applicant.decide('VERIFIED');
      stage.step.check();
      await stage.state('verified');
    } finally {
      Date.now = now;
    }
  });
});

describe('“I have finished”', () => {
  it('settles the question in the review, also after a reload, and Continue stays', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    expect(stage.text).to.contain(en.unsureTitle);
    stage.press('done');
    await stage.step.updateComplete;
    expect(stage.text).to.contain(en.pendingTitle);
    expect(stage.part('continue')).not.to.equal(null);
    const next = await reload(stage);
    await next.state('pending');
    expect(next.text).to.contain(en.pendingTitle);
    expect(next.events('pending')[0]?.detail).to.include({ submitted: undefined });
  });

  it('settles it in the popup’s screen', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.openIn = 'popup';
    });
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    stage.applicant.decide('PENDING');
    stage.press('done');
    await stage.state('pending');
    expect(stage.text).to.contain(en.pendingTitle).and.not.to.contain(en.unsureTitle);
  });
});

describe('the proxy’s `submitted` hint', () => {
  const withHint = () =>
    Stage.open('hint', (stage) => {
      stage.answer = ({ method }) =>
        method === 'GET' ? Response.json({ verificationState: 'PENDING', submitted: true }) : undefined;
    });

  it('settles the question', async () => {
    const stage = await withHint();
    await stage.state('pending');
    expect(stage.text).to.contain(en.pendingTitle);
    expect(stage.events('pending')[0]?.detail).to.include({ submitted: true });
  });

  it('is doubted by resume() before the element is in the page, and before it knows the ID', async () => {
    const stage = await Stage.open('hint', (stage) => {
      stage.answer = ({ method }) =>
        method === 'GET' ? Response.json({ verificationState: 'PENDING', submitted: true }) : undefined;
      stage.step.onboardingId = '';
      stage.step.resume();
    });
    expect(stage.step.state).to.equal('idle');
    stage.step.onboardingId = stage.onboardingId;
    await stage.state('pending');
    expect(stage.part('continue')).not.to.equal(null);
    expect(stage.text).to.contain(en.unsureTitle);
  });

  it('is doubted by resume(): Veriff is offered again, also after a reload', async () => {
    const stage = await withHint();
    await stage.state('pending');
    stage.step.resume();
    await stage.step.updateComplete;
    expect(stage.part('continue')).not.to.equal(null);
    stage.press('continue');
    await stage.greeted();
    const next = await reload(stage);
    await next.state('pending');
    expect(next.part('continue')).not.to.equal(null);
  });
});
