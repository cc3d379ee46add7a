import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { moment } from '../support/fake-clock.js';
import { SESSION, Stage, STATUS, puppetOrigin } from '../support/stage.js';

/** Holds back the answers to a method until the test lets them go, and then for ever passes them on. */
function held(stage: Stage, method: string): { let: () => void; waiting: () => number } {
  const { answer } = stage;
  let waiting = 0;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  stage.answer = async (request) => {
    if (request.method === method) {
      waiting++;
      await gate;
    }
    return answer?.(request) as Response;
  };
  return { let: open, waiting: () => waiting };
}

const move = ({ step }: Stage) => step.parentElement!.append(step);
const frames = () =>
  [...document.querySelectorAll('baanx-kyc-step')].flatMap((step) => [
    ...step.renderRoot.querySelectorAll('iframe'),
  ]);

/** The page goes into the back-forward cache, or comes back out of it. */
const turn = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

describe('put somewhere else in the same task', () => {
  it('while the session is made: one session, and no window before Start is pressed again', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    const session = held(stage, 'POST');
    stage.press('start');
    await stage.until(() => session.waiting() === 1);
    move(stage);
    expect(stage.dialog.open).to.equal(false);
    await stage.state('ready');
    stage.step.start();
    session.let();
    await stage.greeted();
    expect(stage.count(SESSION)).to.equal(1);
    expect(frames()).to.have.length(1);
  });

  it('though other work came between: one session', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    const session = held(stage, 'POST');
    stage.press('start');
    await stage.until(() => session.waiting() === 1);
    const parent = stage.step.parentElement!;
    stage.step.remove();
    for (let work = 0; work < 10; work++) await Promise.resolve();
    parent.append(stage.step);
    await stage.state('ready');
    stage.step.start();
    session.let();
    await stage.state('verifying');
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('and started at once: it opens, with one status asked for at a time', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    move(stage);
    stage.step.start();
    await stage.state('verifying');
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('shows one state to CSS, and what was there, busy', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    const status = held(stage, 'GET');
    move(stage);
    await stage.state('checking');
    expect(stage.text).to.contain(en.unsureTitle);
    expect(stage.step.matches(':state(checking)')).to.equal(true);
    expect(stage.step.matches(':state(pending)')).to.equal(false);
    status.let();
    await stage.state('pending');
    expect(stage.events('pending')).to.have.length(1);
  });

  it('verified stays verified though the status can’t be had now', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
    stage.answer = () => Promise.reject(new TypeError('refused'));
    move(stage);
    await stage.state('checking');
    await stage.state('verified');
    expect(stage.events('verified')).to.have.length(1);
  });

  for (const type of ['verified', 'statechange'] as const)
    it(`in a listener of ${type}: the verdict is dispatched once`, async () => {
      let moves = 0;
      const stage = await Stage.open('verified', (stage) => {
        stage.step.addEventListener(type, () => {
          if (stage.step.state === 'verified' && ++moves === 1) move(stage);
        });
      });
      await stage.until(() => stage.requests.length === 2);
      await stage.state('verified');
      expect(stage.events('verified')).to.have.length(1);
    });
});

describe('changed by its own listener', () => {
  it('moved as soon as it checks the status: it checks again', async () => {
    const stage = await Stage.open('approve', (stage) => {
      stage.step.addEventListener('statechange', () => move(stage), { once: true });
    });
    await stage.state('ready');
    expect(stage.requests).to.have.length(1);
    expect(stage.events('statechange').map(({ detail }) => detail)).to.deep.equal([
      { state: 'checking', previous: 'idle' },
      { state: 'ready', previous: 'checking' },
    ]);
  });

  it('given an id as soon as it has none: it asks about that one', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.step.addEventListener('statechange', ({ detail }) => {
      if (detail.state === 'idle') stage.step.onboardingId = 'approve-at-once';
    });
    stage.step.onboardingId = '';
    await stage.state('idle');
    await stage.state('ready');
  });

  it('to none while its status is checked: statechange says so', async () => {
    const stage = await Stage.open('approve', (stage) => {
      held(stage, 'GET');
    });
    await stage.state('checking');
    stage.step.onboardingId = '';
    await stage.state('idle');
    expect(stage.events('statechange').at(-1)?.detail).to.deep.equal({ state: 'idle', previous: 'checking' });
  });

  it('again and again: the page is not held', async () => {
    let changes = 0;
    // A task of the page's own, which waits until the element lets go of the page.
    const changesBeforeTask = moment().then(() => changes);
    const stage = await Stage.open('approve', (stage) => {
      // A response arrives in a task of its own, as over a network. WebKit runs the proxy in this page without one.
      stage.answer = async () => {
        await moment();
        return Response.json({ verificationState: 'UNVERIFIED' });
      };
      stage.step.addEventListener('statechange', () => {
        if (++changes < 1_000) stage.step.onboardingId = `approve-${changes}`;
      });
    });
    expect(await changesBeforeTask).to.be.within(1, 999);
    await stage.until(() => changes > 10);
    stage.step.remove();
  });
});

describe('removed', () => {
  it('while the session is made: nothing opens, nothing is told, and the request is given up', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    let given = 0;
    stage.answer = (request) =>
      request.method === 'POST'
        ? new Promise((_, reject) => {
            request.signal.addEventListener('abort', () => {
              given++;
              reject(new DOMException('', 'AbortError'));
            });
          })
        : undefined;
    stage.press('start');
    await stage.until(() => stage.count(SESSION) === 1);
    const told = stage.heard.length;
    stage.step.remove();
    await stage.until(() => given === 1);
    expect(stage.heard).to.have.length(told);
    expect(frames()).to.have.length(0);
  });

  for (const type of ['statechange', 'verified'] as const)
    it(`by a listener of ${type}: the host still gets the verdict`, async () => {
      const heardByDocument: string[] = [];
      const listen = ({ type }: Event) => void heardByDocument.push(type);
      document.addEventListener('verified', listen);
      const stage = await Stage.open('verified', ({ step }) => {
        step.addEventListener(type, () => {
          if (step.state === 'verified') step.remove();
        });
      });
      await stage.until(() => !stage.step.isConnected);
      document.removeEventListener('verified', listen);
      expect(stage.events('verified')).to.have.length(1);
      expect(heardByDocument).to.deep.equal(['verified']);
    });

  it('while Veriff is open: its state is true, and the next statechange starts where the host left off', async () => {
    const stage = await Stage.open();
    await stage.start();
    const parent = stage.step.parentElement!;
    stage.step.remove();
    expect(stage.step.state).to.equal('ready');
    parent.append(stage.step);
    await stage.state('checking');
    expect(stage.events('statechange').at(-1)?.detail).to.deep.equal({
      state: 'checking',
      previous: 'verifying',
    });
  });

  it('by a listener that hears of a changed id: nothing is asked about the new one', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
    const asked = stage.requests.length;
    stage.step.addEventListener('statechange', () => stage.step.remove());
    stage.step.onboardingId = 'somebody-else';
    await stage.until(() => !stage.step.isConnected);
    await stage.step.updateComplete;
    expect(stage.requests).to.have.length(asked);
    expect(stage.step.state).to.equal('idle');
  });

  it('and put back later: finds out by itself', async () => {
    const stage = await Stage.open();
    await stage.start();
    const parent = stage.step.parentElement!;
    stage.step.remove();
    stage.applicant.decide('VERIFIED');
    await Promise.resolve();
    parent.append(stage.step);
    await stage.state('verified');
    expect(stage.events('verified')).to.have.length(1);
  });
});

describe('changed in the middle of Veriff', () => {
  for (const [name, change] of Object.entries({
    'onboarding-id': (stage: Stage) => {
      stage.step.onboardingId = `approve-other-${stage.onboardingId}`;
    },
    flow: (stage: Stage) => {
      stage.answer = () => Response.json({ verificationState: 'UNVERIFIED' });
      stage.step.flow = 'account';
    },
    'proxy-url': (stage: Stage) => {
      stage.step.proxyUrl = '/elsewhere/../api/baanx';
    },
    'us-env': (stage: Stage) => {
      stage.step.usEnv = true;
    },
  })) {
    it(`${name}: the window closes, and all begins anew`, async () => {
      const stage = await Stage.open();
      await stage.start();
      change(stage);
      await stage.state('checking');
      expect(stage.dialog.open).to.equal(false);
      expect(frames()).to.have.length(0);
      await stage.state('ready');
      expect(stage.part('continue')).to.equal(null);
    });
  }

  it('an id taken away ends it, and the same one given back begins it', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.removeAttribute('onboarding-id');
    stage.step.onboardingId = '';
    await stage.state('idle');
    expect(stage.dialog.open).to.equal(false);
    expect(stage.text.trim()).to.equal('');
    stage.step.onboardingId = stage.onboardingId;
    await stage.state('ready');
  });

  it('a verdict is told with the id that it is about', async () => {
    const stage = await Stage.open('verified', ({ step, onboardingId }) => {
      step.addEventListener('statechange', ({ detail }) => {
        if (detail.state === 'verified' && step.onboardingId === onboardingId)
          step.onboardingId = 'approve-next';
      });
    });
    await stage.until(() => stage.events('verified').length === 1);
    expect(stage.events('verified')[0]?.detail).to.include({ onboardingId: stage.onboardingId });
    await stage.state('ready');
    expect(stage.events('verified')).to.have.length(1);
  });
});

describe('called out of turn', () => {
  it('close() with nothing open, and check() while asked, change nothing', async () => {
    const stage = await Stage.open('pending');
    stage.step.close();
    stage.step.check();
    stage.step.check();
    await stage.state('pending');
    stage.step.close();
    expect(stage.step.state).to.equal('pending');
    expect(stage.events('pending')).to.have.length(1);
  });

  it('start() right after the element was made opens one window', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.start();
      step.start();
    });
    await stage.greeted();
    expect(frames()).to.have.length(1);
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('start() before it is known that there is nothing to verify: found out, and closed', async () => {
    const stage = await Stage.open('verified', (stage) => {
      stage.answer = ({ method }) =>
        method === 'POST' ? Response.json({ sessionUrl: `${puppetOrigin}/v/1` }) : undefined;
      stage.step.addEventListener('statechange', ({ detail }) => {
        if (detail.previous === 'idle') stage.step.start();
      });
    });
    await stage.state('verified');
    expect(stage.dialog.open).to.equal(false);
    expect(stage.events('verified')).to.have.length(1);
  });
});

describe('told as often as it was asked', () => {
  it('a failure that is the same again', async () => {
    const stage = await Stage.open('error-400-status');
    for (const times of [1, 2]) {
      await stage.state('failed');
      expect(stage.events('error')).to.have.length(times);
      stage.step.check();
      await stage.state('checking');
    }
  });

  it('but a review that an attempt could not get away from is no news', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    const session = held(stage, 'POST');
    stage.press('continue');
    await stage.until(() => session.waiting() === 1);
    stage.step.close();
    await stage.state('checking');
    await stage.state('pending');
    expect(stage.events('pending')).to.have.length(1);
  });

  it('and a session refused does not hide a review', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    stage.answer = ({ method }) =>
      method === 'POST'
        ? Response.json({ message: 'Registration is not in the expected phase' }, { status: 400 })
        : undefined;
    // So that what is told can be read.
    stage.step.pollInterval = 5_000;
    await stage.step.updateComplete;
    stage.press('continue');
    await stage.until(() => stage.events('error').length === 1);
    await stage.step.updateComplete;
    expect(stage.step.state).to.equal('pending');
    expect(stage.text).to.contain(en.unsureTitle).and.to.contain(en['error-onboarding-invalid']);
    expect(stage.events('pending')).to.have.length(1);
    stage.applicant.decide('VERIFIED');
    stage.step.check();
    await stage.state('verified');
  });
});

describe('several on one page', () => {
  it('ask each for its own, and open one window between them', async () => {
    const first = await Stage.open();
    const second = await Stage.open();
    await second.state('ready');
    await first.start();
    second.step.start();
    expect(second.step.state).to.equal('ready');
    expect(frames()).to.have.length(1);
    first.step.close();
    await first.state('ready');
    second.step.start();
    await second.greeted();
    expect(frames()).to.have.length(1);
    expect(second.count(SESSION)).to.equal(1);
  });
});

describe('two copies of the script', () => {
  it('open one window between them', async () => {
    // Another address makes it another module, with variables of its own.
    const again = '../../src/element/kyc-step.ts?again';
    const { BaanxKycStep: Copy } = (await import(again)) as typeof import('../../src/element/kyc-step.js');
    customElements.define('baanx-kyc-step-copy', Copy);
    const first = await Stage.open();
    const second = await Stage.open('approve', () => undefined, 'baanx-kyc-step-copy');
    expect(second.step).not.to.be.instanceOf(first.step.constructor);
    await second.state('ready');
    await first.start();
    second.step.start();
    expect(second.step.state).to.equal('ready');
    expect(second.dialog.open).to.equal(false);
    first.step.close();
    second.step.start();
    await second.state('verifying');
  });
});

describe('a page that comes back', () => {
  it('out of the back-forward cache: the window is closed, and the status asked', async () => {
    const stage = await Stage.open();
    await stage.start();
    turn('pagehide');
    expect(stage.dialog.open).to.equal(false);
    const asked = stage.requests.length;
    stage.applicant.decide('VERIFIED');
    turn('pageshow');
    await stage.state('verified');
    expect(stage.requests).to.have.length(asked + 1);
    expect(stage.events('verified')).to.have.length(1);
  });

  it('with a verdict that was told: it holds', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
    turn('pagehide');
    turn('pageshow');
    await stage.step.updateComplete;
    expect(stage.step.state).to.equal('verified');
    expect(stage.events('verified')).to.have.length(1);
  });
});

describe('what began here and ends elsewhere', () => {
  it('in an explainer that nobody touched: found out when somebody comes back', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.applicant.decide('VERIFIED');
    const back = () => window.dispatchEvent(new Event('focus'));
    await stage.until(() => back() && stage.step.state === 'verified');
    expect(stage.events('verified')).to.have.length(1);
  });

  it('with Veriff open here: closed, and told', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
    expect(frames()).to.have.length(0);
  });

  it('after the first question failed: found out once there is an answer', async () => {
    const stage = await Stage.open('verified', (stage) => {
      stage.answer = () => Promise.reject(new TypeError('refused'));
    });
    await stage.state('ready');
    expect(stage.text).to.contain(en.startNote);
    stage.answer = undefined;
    await stage.state('verified');
  });

  it('a session made ahead of Start is not taken for documents handed in', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.prefetch = 'intent';
    });
    await stage.state('ready');
    await stage.step.updateComplete;
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    stage.applicant.decide('PENDING');
    const asked = stage.count(STATUS);
    const back = () => window.dispatchEvent(new Event('focus'));
    await stage.until(() => back() && stage.count(STATUS) > asked + 2);
    expect(stage.step.state).to.equal('ready');
  });
});

describe('what a framework or a host may get wrong', () => {
  it('a fetcher that throws, and one that answers nonsense: a note, and the way on', async () => {
    for (const fetcher of [
      () => {
        throw new Error('host');
      },
      () => Promise.resolve(undefined),
    ]) {
      const stage = await Stage.open('approve', ({ step }) => {
        step.fetcher = fetcher as unknown as typeof fetch;
      });
      await stage.state('ready');
      expect(stage.text).to.contain(en.startNote);
      stage.step.remove();
    }
  });

  it('a listener that throws keeps nothing from going on', async () => {
    const { onerror } = window;
    const thrown: unknown[] = [];
    window.onerror = (message) => {
      thrown.push(message);
      return true;
    };
    try {
      const stage = await Stage.open('verified', ({ step }) => {
        step.addEventListener('statechange', () => {
          throw new Error('host');
        });
      });
      await stage.state('verified');
      expect(stage.events('verified')).to.have.length(1);
      expect(thrown.length).to.be.greaterThan(0);
    } finally {
      window.onerror = onerror;
    }
  });

  it('words that are none mean the defaults', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.setAttribute('flow', 'registation');
      step.setAttribute('open-in', 'tab');
      step.setAttribute('poll-interval', 'often');
      step.setAttribute('poll-timeout', '-1');
    });
    await stage.start();
    expect(stage.dialog.open).to.equal(true);
    const asked = stage.count(STATUS);
    await stage.step.updateComplete;
    expect(stage.count(STATUS)).to.equal(asked);
  });

  it('a dialog that throws is reported, leaves nothing open, and can be tried again', async () => {
    const { onerror } = window;
    const reported: unknown[] = [];
    window.onerror = (_message, _source, _line, _column, error) => reported.push(error) > 0;
    try {
      const stage = await Stage.open();
      await stage.state('ready');
      const { dialog } = stage;
      const thrown = new Error('of an extension');
      dialog.showModal = () => {
        HTMLDialogElement.prototype.showModal.call(dialog);
        throw thrown;
      };
      stage.press('start');
      await stage.state('failed');
      const detail = stage.events('error')[0]?.detail as { code: string; message: string };
      expect(detail.code).to.equal('veriff-unreachable');
      expect(detail.message).not.to.contain('frame-src');
      expect(reported).to.deep.equal([thrown]);
      expect(dialog.open).to.equal(false);
      Reflect.deleteProperty(dialog, 'showModal');
      stage.press('retry');
      await stage.greeted();
    } finally {
      window.onerror = onerror;
    }
  });

  it('a session that Veriff never shows is not opened a second time', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.answer = ({ method }) =>
      method === 'POST'
        ? Response.json({ sessionUrl: `${puppetOrigin}/v/${stage.requests.length}` })
        : undefined;
    await stage.start();
    stage.step.close();
    await stage.state('ready');
    await stage.start();
    expect(stage.count(SESSION)).to.equal(1);
  });
});
