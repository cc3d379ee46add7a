import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { registerLocale } from '../../src/i18n/register-locale.js';
import { clock, Stage, STATUS, evilOrigin, puppetOrigin } from '../support/stage.js';
import { warningsDuring } from '../support/warnings.js';

const throwingGetter = Object.defineProperty({}, 'start', {
  enumerable: true,
  get() {
    throw new Error('of the host');
  },
});

/** What untyped pages and frameworks pass, the warning, and what is used instead. */
const WRONG: readonly (readonly [property: string, value: unknown, warning: string])[] = [
  ['pollInterval', 5, 'poll-interval: 5 is not a time of at least 100 ms'],
  ['pollInterval', NaN, 'poll-interval: NaN is not a time of at least 100 ms'],
  ['pollInterval', Infinity, 'poll-interval: Infinity is not a time of at least 100 ms'],
  ['pollInterval', '5000', 'poll-interval: "5000" is not a time of at least 100 ms'],
  ['pollTimeout', 300, 'poll-timeout: 300 is not a time of at least 1000 ms'],
  ['pollTimeout', Infinity, 'poll-timeout: Infinity is not a time of at least 1000 ms'],
  ['pollTimeout', -1, 'poll-timeout: -1 is not a time of at least 1000 ms'],
  ['headingLevel', 7, 'heading-level: 7 is not a number from 1 to 6'],
  ['headingLevel', 2.5, 'heading-level: 2.5 is not a number from 1 to 6'],
  ['documents', { passport: true }, 'documents: a value of type object is not a list of words'],
  ['veriffOrigins', [Symbol('origin')], 'veriff-origins: a value of type object is not a list of words'],
  ['flow', Symbol('account'), 'flow: a value of type symbol is not one of registration, account'],
  ['openIn', {}, 'open-in: a value of type object is not one of modal, popup, redirect'],
  ['prefetch', true, 'prefetch: a value of type boolean is not one of none, intent'],
  ['proxyUrl', {}, 'proxy-url: a value of type object is not a string'],
  ['usEnv', 'yes', 'us-env: "yes" is not true or false'],
  ['proofOfAddress', 1, 'proof-of-address: 1 is not true or false'],
  ['messages', 'Go', 'messages: "Go" is not an object of strings'],
  ['messages', throwingGetter, 'messages: a value of type object is not an object of strings'],
  ['messages', { start: 7 }, 'messages.start: 7 is not a string'],
  ['messages', { start: Symbol('Go') }, 'messages.start: a value of type symbol is not a string'],
];

describe('a setting of the wrong type', () => {
  for (const [property, value, warning] of WRONG)
    it(`${warning}: one warning, and the default`, async () => {
      const rejections: unknown[] = [];
      const onRejection = ({ reason }: PromiseRejectionEvent) => rejections.push(reason);
      addEventListener('unhandledrejection', onRejection);
      const warnings = await warningsDuring(async () => {
        const stage = await Stage.open('approve', ({ step }) => Reflect.set(step, property, value));
        await stage.state('ready');
        stage.step.requestUpdate();
        await stage.step.updateComplete;
        expect(stage.part('start')?.innerText).to.equal(en.start);
        expect(stage.part('heading')?.ariaLevel).to.equal('2');
        expect(stage.text).to.contain(en.passport).and.to.contain(en['residence-permit']);
      });
      removeEventListener('unhandledrejection', onRejection);
      expect(warnings).to.deep.equal([`<baanx-kyc-step> ${warning}. The default is used.`]);
      expect(rejections).to.deep.equal([]);
    });

  it('a name that is a symbol or an object is no name', async () => {
    for (const name of [Symbol('kyc'), {}]) {
      const stage = await Stage.open('approve', ({ step }) => Reflect.set(step, 'name', name));
      await stage.state('ready');
      expect(stage.step.hasAttribute('name')).to.equal(false);
    }
  });

  it('an interval in seconds makes no more requests than the default', async () => {
    // Only as much time passes as the frames take.
    clock.hold();
    const stage = await Stage.open('pending', ({ step }) => {
      step.setAttribute('poll-interval', '5');
    });
    await stage.state('pending');
    const checks = stage.count(STATUS);
    await stage.step.updateComplete;
    for (let frames = 0; frames < 30; frames++) await new Promise(requestAnimationFrame);
    expect(stage.count(STATUS)).to.equal(checks);
  });
});

describe('a setting that changes while Veriff is open', () => {
  const AT_ONCE: Record<string, (stage: Stage) => void> = {
    'onboarding-id': ({ step }) => (step.onboardingId = 'approve-another'),
    flow: ({ step }) => (step.flow = 'account'),
    'proxy-url': ({ step }) => (step.proxyUrl = '/elsewhere/../api/baanx'),
    'us-env': ({ step }) => (step.usEnv = true),
  };
  for (const [name, change] of Object.entries(AT_ONCE))
    it(`${name} applies at once: the window closes, and the step begins anew`, async () => {
      const stage = await Stage.open();
      await stage.start();
      change(stage);
      await stage.state('checking');
      expect(stage.dialog.open).to.equal(false);
    });

  it('open-in applies to the next window', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.openIn = 'redirect';
    await stage.step.updateComplete;
    expect(stage.dialog.open).to.equal(true);
    stage.step.close();
    await stage.state('ready');
    stage.step.openIn = 'modal';
    await stage.start();
    expect(stage.dialog.open).to.equal(true);
  });

  it('veriff-origins applies to the next window', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.veriffOrigins = evilOrigin;
    await stage.step.updateComplete;
    stage.say('VERIFF_CANCELED');
    await stage.state('ready');
    stage.press('continue');
    await stage.state('failed');
    expect(stage.events('error')[0]?.detail).to.include({ code: 'untrusted-session-url' });
    stage.step.veriffOrigins = puppetOrigin;
  });

  it('fetcher applies to the next request', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    let requests = 0;
    stage.step.fetcher = () => {
      requests++;
      return Promise.resolve(Response.json({ verificationState: 'VERIFIED' }));
    };
    await stage.state('verified');
    expect(requests).to.equal(1);
    expect(
      stage.events('statechange').some(({ detail }) => (detail as { state: string }).state === 'idle'),
    ).to.equal(false);
  });

  it('poll-interval applies to the next wait', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    stage.step.pollInterval = 60_000;
    const checks = stage.count(STATUS);
    await stage.until(() => stage.count(STATUS) === checks + 1);
    clock.hold();
    for (let frames = 0; frames < 30; frames++) await new Promise(requestAnimationFrame);
    expect(stage.count(STATUS)).to.equal(checks + 1);
  });

  it('push applies to the next wait of a review, on and off', async () => {
    const streams: AbortSignal[] = [];
    const stage = await Stage.open('pending', (stage) => {
      stage.answer = ({ url, signal }) => {
        if (!url.includes('/v1/events')) return undefined;
        streams.push(signal);
        const headers = { 'content-type': 'text/event-stream' };
        return new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([58])) }), {
          headers,
        });
      };
    });
    await stage.state('pending');
    expect(streams).to.have.length(0);
    stage.step.push = true;
    await stage.until(() => streams.length === 1);
    stage.step.push = false;
    await stage.until(() => streams.every(({ aborted }) => aborted));
    const opened = streams.length;
    const checks = stage.count(STATUS);
    // Longer than the wait before a stream that ended is opened again.
    await stage.until(() => stage.count(STATUS) > checks + 80);
    expect(streams).to.have.length(opened);
  });

  it('poll-timeout applies to the next answer', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
    stage.step.pollTimeout = 1_000;
    await stage.state('pending');
    expect(stage.text).to.contain(en.overdueTitle);
  });

  it('lang applies at once, also to the frame’s title', async () => {
    const stage = await Stage.open();
    await stage.start();
    registerLocale({ ...en, lang: 'xx', title: 'Identität bestätigen' });
    stage.step.lang = 'xx';
    await stage.until(() => stage.part('heading')?.textContent?.trim() === 'Identität bestätigen');
    expect(stage.frame?.title).to.equal('Identität bestätigen');
  });
});
