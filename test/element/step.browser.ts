import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { BaanxKycStep } from '../../src/index.js';
import { SESSION, Stage, STATUS, puppetOrigin } from '../support/stage.js';

const VERDICTS = ['pending', 'verified', 'rejected', 'canceled', 'error'] as const;

describe('the explainer', () => {
  it('tells why, with what, how and how long, before any answer', async () => {
    const stage = await Stage.open('approve', (stage) => {
      stage.answer = () => new Promise<Response>(() => undefined);
    });
    expect(stage.step.state).to.equal('checking');
    expect(stage.text).to.contain('Verify your identity');
    for (const document of ['Passport', 'Driving licence', 'National ID card', 'Residence permit'])
      expect(stage.text).to.contain(document);
    expect(stage.text)
      .to.contain('All four corners')
      .and.to.contain('About 2 minutes')
      .and.to.contain('Veriff');
    expect(stage.part('start')?.ariaDisabled).to.equal('true');
  });

  it('lists the documents asked for, and proof of address', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.documents = 'passport residence-permit';
      step.proofOfAddress = true;
    });
    expect(stage.text)
      .to.contain('Passport')
      .and.to.contain('Residence permit')
      .and.to.contain('proof of address');
    expect(stage.text).not.to.contain('Driving licence');
  });

  it('takes lists as an array too, as untyped frameworks hand them in', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      Object.assign(step, {
        documents: ['national-id', 'passport'],
        veriffOrigins: [puppetOrigin, 'https://veriff.example'],
      });
    });
    await stage.start();
    expect(stage.text).to.contain('National ID card').and.to.contain('Passport');
    expect(stage.text).not.to.contain('Driving licence');
  });

  it('takes the host’s own texts and slots', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.messages = { start: 'Go' };
      step.innerHTML = '<a slot="privacy" href="/privacy">Privacy</a>';
    });
    await stage.state('ready');
    expect(stage.part('start')?.innerText).to.equal('Go');
    expect(stage.step.querySelector('a')?.checkVisibility()).to.equal(true);
  });

  it('asks nothing without an onboarding id, says so once, and starts when it comes', async () => {
    const told: unknown[][] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words);
    try {
      const stage = await Stage.open('approve', ({ step }) => {
        step.onboardingId = '';
      });
      stage.step.start();
      stage.step.check();
      expect(stage.step.state).to.equal('idle');
      expect(stage.text.trim()).to.equal('');
      await Stage.open('approve', ({ step }) => {
        step.onboardingId = '';
      });
      expect(told).to.have.length(1);
      expect(stage.requests).to.deep.equal([]);
      stage.step.onboardingId = stage.onboardingId;
      await stage.state('ready');
    } finally {
      console.warn = warn;
    }
  });

  it('warns about a misspelled value by the attribute’s name, once, and uses the default', async () => {
    const told: unknown[][] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void told.push(words);
    try {
      const stage = await Stage.open('approve', ({ step }) => {
        Object.assign(step, { flow: 'acount', documents: 'passports', openIn: 'window' });
      });
      await stage.state('ready');
      expect(told.flat()).to.deep.equal([
        '<baanx-kyc-step> flow: "acount" is not one of registration, account. The default is used.',
        '<baanx-kyc-step> open-in: "window" is not one of modal, popup, redirect. The default is used.',
        '<baanx-kyc-step> documents: "passports" is not one of passport, driving-licence, national-id, residence-permit. It is ignored.',
      ]);
      expect(stage.text).to.contain('Passport').and.to.contain('Residence permit');
    } finally {
      console.warn = warn;
    }
  });
});

describe('the way to a verdict', () => {
  it('opens Veriff once, however often Start is pressed', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    for (let press = 0; press < 5; press++) stage.step.start();
    await stage.greeted();
    stage.step.start();
    expect(stage.dialog.open).to.equal(true);
    expect(stage.step.renderRoot.querySelectorAll('iframe')).to.have.length(1);
    expect(stage.count(SESSION)).to.equal(1);
    expect(stage.events('started')).to.deep.equal([{ type: 'started', detail: { openIn: 'modal' } }]);
  });

  it('verified: once, with the id', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.applicant.decide('VERIFIED');
    stage.say('VERIFF_FINISHED');
    await stage.state('verified');
    const detail = { onboardingId: stage.onboardingId, verificationState: 'VERIFIED' };
    expect(stage.events(...VERDICTS)).to.deep.equal([{ type: 'verified', detail }]);
    expect(stage.dialog.open).to.equal(false);
    expect(stage.frame).to.equal(null);
    expect(stage.step.verificationState).to.equal('VERIFIED');
  });

  it('SUBMITTED leaves Veriff’s last screen open, and a verdict closes it', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_SUBMITTED');
    await stage.until(() => stage.events('submitted').length === 1);
    expect(stage.dialog.open).to.equal(true);
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
    expect(stage.dialog.open).to.equal(false);
  });

  it('UNVERIFIED after handing in is waited for, and does not begin anew', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
    expect(stage.text).to.contain('We’re checking your documents');
    stage.applicant.decide('PENDING');
    await stage.state('pending');
    expect(stage.events(...VERDICTS)).to.deep.equal([
      {
        type: 'pending',
        detail: { onboardingId: stage.onboardingId, verificationState: 'PENDING', submitted: true },
      },
    ]);
    expect(stage.part('continue')).to.equal(null);
    stage.applicant.decide('REJECTED');
    await stage.state('rejected');
    expect(stage.events('rejected')).to.have.length(1);
  });

  it('canceled: Continue goes on in the same session', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.applicant.decide('PENDING');
    stage.say('VERIFF_CANCELED');
    await stage.state('ready');
    expect(stage.events(...VERDICTS)).to.deep.equal([{ type: 'canceled', detail: null }]);
    expect(stage.part('continue')?.innerText).to.equal('Continue verification');
    stage.press('continue');
    await stage.state('verifying');
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('asks for a new session where Veriff sends the person back twice before anything began', async () => {
    const stage = await Stage.open();
    for (const sessions of [1, 1, 2]) {
      await stage.start();
      expect(stage.count(SESSION)).to.equal(sessions);
      stage.say('VERIFF_CANCELED');
      await stage.state('ready');
    }
  });

  it('PENDING out of nowhere is pending, and perhaps not handed in', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    expect(stage.events('pending')[0]?.detail).to.deep.equal({
      onboardingId: stage.onboardingId,
      verificationState: 'PENDING',
      submitted: undefined,
    });
    expect(stage.part('continue')).not.to.equal(null);
    stage.step.check();
    await stage.state('checking');
    await stage.state('pending');
    expect(stage.events('pending')).to.have.length(1);
  });

  it('a rejected person goes on in registration, and tries again in the account', async () => {
    const stage = await Stage.open('rejected');
    await stage.state('rejected');
    expect(stage.text).to.contain(en.rejectedLater);
    expect(stage.part('retry')).to.equal(null);
    stage.step.flow = 'account';
    stage.answer = () => Response.json({ verificationState: 'REJECTED' });
    await stage.until(() => stage.events('rejected').length === 2);
    await stage.step.updateComplete;
    expect(stage.text).to.contain(en.rejectedRetry);
    expect(stage.part('retry')).not.to.equal(null);
  });
});

describe('hosts that mean well', () => {
  it('an own text that is missing leaves ours in place, and the step goes on', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.required = true;
      step.messages = { required: '', start: '' };
    });
    await stage.state('ready');
    expect(stage.part('start')?.innerText).to.equal('Start verification');
    stage.press('start');
    await stage.state('verifying');
  });

  it('start() at every error does not hold the page', async () => {
    const open = window.open.bind(window);
    window.open = () => null;
    try {
      const stage = await Stage.open('approve', ({ step }) => {
        step.openIn = 'popup';
        step.addEventListener('error', () => step.start());
      });
      await stage.state('ready');
      stage.step.start();
      expect(stage.events('error').length).to.be.lessThan(2);
      await stage.until(() => stage.events('error').length > 2);
      stage.step.remove();
    } finally {
      window.open = open;
    }
  });

  it('Escape still closes the dialog after a second start()', async () => {
    const stage = await Stage.open('approve', (stage) => {
      stage.answer = ({ method }) => (method === 'POST' ? new Promise<Response>(() => undefined) : undefined);
    });
    await stage.state('ready');
    stage.step.start();
    stage.step.start();
    expect(stage.step.renderRoot.querySelector(':focus')?.localName).not.to.equal('iframe');
    stage.dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await stage.state('ready');
  });
});

describe('leaving', () => {
  it('closes the window and hears nothing after a removal', async () => {
    const stage = await Stage.open();
    await stage.start();
    const before = stage.heard.length;
    const { dialog, step } = stage;
    stage.applicant.decide('VERIFIED');
    step.remove();
    expect(dialog.open).to.equal(false);
    const { length } = stage.requests;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stage.requests).to.have.length(length);
    expect(stage.heard).to.have.length(before);
  });

  it('goes on from checking when it is put back, in the same session', async () => {
    const stage = await Stage.open();
    await stage.start();
    const parent = stage.step.parentElement!;
    stage.step.remove();
    parent.append(stage.step);
    await stage.state('checking');
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('tells a verdict once though it is moved', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
    stage.step.parentElement!.append(stage.step);
    await stage.state('checking');
    await stage.state('verified');
    expect(stage.events('verified')).to.have.length(1);
  });

  it('asks about somebody else when the id changes', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
    stage.step.onboardingId = 'rejected-else';
    await stage.state('rejected');
    expect(stage.events('verified', 'rejected')).to.deep.equal([
      { type: 'verified', detail: { onboardingId: stage.onboardingId, verificationState: 'VERIFIED' } },
      { type: 'rejected', detail: { onboardingId: 'rejected-else', verificationState: 'REJECTED' } },
    ]);
  });
});

describe('failures', () => {
  for (const [status, code, retryable] of [
    [400, 'onboarding-invalid', false],
    [401, 'not-authenticated', false],
    [403, 'not-authenticated', false],
    [404, 'onboarding-not-found', false],
    [422, 'misconfigured', false],
    [498, 'client-key-invalid', false],
    [499, 'client-key-invalid', false],
  ] as const) {
    it(`${status} at the first question: ${code}`, async () => {
      const stage = await Stage.open('approve', (stage) => {
        stage.answer = () => Response.json({ message: 'Baanx’s own words', code: 'baanx-error' }, { status });
      });
      await stage.state('failed');
      expect(stage.events('error')[0]?.detail).to.include({ code, status, retryable });
      expect(stage.text).not.to.contain('Baanx’s own words');
      expect(stage.part('retry') !== null).to.equal(retryable);
      expect(stage.step.renderRoot.querySelector('[role=alert]')).not.to.equal(null);
      stage.answer = undefined;
      stage.step.check();
      await stage.state('ready');
    });
  }

  for (const [name, answer] of Object.entries({
    'a 500': () => Response.json({ message: 'no' }, { status: 500 }),
    'a 429': () => Response.json({ message: 'no' }, { status: 429 }),
    'no line': () => Promise.reject(new TypeError('refused')),
    HTML: () => new Response('<!doctype html>'),
  })) {
    it(`${name} at the first question does not keep anybody from starting`, async () => {
      const stage = await Stage.open('approve', (stage) => {
        stage.answer = answer;
      });
      await stage.state('ready');
      expect(stage.text).to.contain(en.startNote);
      stage.answer = undefined;
      stage.press('start');
      await stage.state('verifying');
    });

    it(`${name} when the session is made: said, and Retry works`, async () => {
      const stage = await Stage.open();
      await stage.state('ready');
      stage.answer = ({ method }) => (method === 'POST' ? answer() : undefined);
      stage.press('start');
      await stage.state('failed');
      expect(stage.dialog.open).to.equal(false);
      stage.answer = undefined;
      stage.press('retry');
      await stage.state('verifying');
    });
  }

  for (const url of [
    'http://magic.veriff.me/v/token',
    'https://evilveriff.me/v/token',
    'https://veriff.me.evil.example/v/token',
    'https://user:pass@magic.veriff.me/v/token',
    'javascript:alert(1)//token',
    'data:text/html,token',
    '/v/token',
    'token',
  ]) {
    it(`${url} is never opened`, async () => {
      const stage = await Stage.open('approve', ({ step }) => {
        step.veriffOrigins = `https://*.veriff.me ${puppetOrigin}`;
      });
      await stage.state('ready');
      stage.answer = ({ method }) => (method === 'POST' ? Response.json({ sessionUrl: url }) : undefined);
      stage.press('start');
      await stage.state('failed');
      expect(stage.events('error')[0]?.detail).to.include({
        code: 'untrusted-session-url',
        retryable: false,
      });
      expect(stage.events('started')).to.deep.equal([]);
      expect(JSON.stringify(stage.heard)).not.to.contain('token');
      expect(stage.step.renderRoot.querySelector('iframe')).to.equal(null);
    });
  }

  it('three failures in a row are noted, and the flow goes on', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.answer = () => Promise.reject(new TypeError('refused'));
    stage.say('VERIFF_FINISHED');
    await stage.until(() => stage.text.includes('We’ll keep trying'));
    expect(stage.step.state).to.equal('deciding');
    stage.answer = undefined;
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
  });
});

describe('the element', () => {
  it('is safe to load twice', async () => {
    // Another address makes it another module: as if two pages' scripts had each brought a copy.
    const again = '../../src/index.ts?again';
    await import(again);
    expect(customElements.get('baanx-kyc-step')).to.equal(BaanxKycStep);
  });

  it('knows nothing before it is in a page', () => {
    const step = document.createElement('baanx-kyc-step');
    expect(step.state).to.equal('idle');
    expect(step.verificationState).to.equal(undefined);
  });

  it('shows its state to CSS', async () => {
    const { step, state } = await Stage.open('verified').then((stage) => ({
      step: stage.step,
      state: stage.state('verified'),
    }));
    await state;
    expect(step.matches(':state(verified)')).to.equal(true);
    expect(step.matches(':state(checking)')).to.equal(false);
  });

  it('bubbles its events out of shadow roots, but not error', async () => {
    const stage = await Stage.open('error-400-status', ({ step }) => {
      step.addEventListener('statechange', ({ bubbles, composed }) => {
        expect([bubbles, composed]).to.deep.equal([true, true]);
      });
      step.addEventListener('error', ({ bubbles, composed }) => {
        expect([bubbles, composed]).to.deep.equal([false, true]);
      });
    });
    await stage.state('failed');
    expect(stage.heard.length).to.be.greaterThan(2);
  });

  it('asks for the session when the person is about to press Start, where that is wished', async () => {
    const stage = await Stage.open('approve', ({ step }) => {
      step.prefetch = 'intent';
    });
    await stage.state('ready');
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    stage.press('start');
    await stage.state('verifying');
    expect(stage.count(SESSION)).to.equal(1);
    expect(stage.count(STATUS)).to.be.greaterThan(0);
  });

  it('asks ahead once, also where that fails', async () => {
    const stage = await Stage.open('error-500-session', ({ step }) => {
      step.prefetch = 'intent';
    });
    await stage.state('ready');
    for (let times = 0; times < 5; times++) {
      stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
      await new Promise(requestAnimationFrame);
    }
    expect(stage.count(SESSION)).to.equal(1);
  });
});
