import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { clock, Stage, puppetOrigin } from '../support/stage.js';

const SESSION = 'GET /v1/user/verification';
const STATUS = 'GET /v1/user';
const OTHERS = /register/;

/** An account whose status and token the test sets. Each session has a URL of its own. */
async function account(
  verificationState: string | null,
  options: { signedIn?: boolean; path?: string } = {},
) {
  const baanx = { verificationState, signedIn: options.signedIn ?? true, sessions: 0 };
  const urls: string[] = [];
  const stage = await Stage.open('account', (stage) => {
    stage.step.flow = 'account';
    stage.step.onboardingId = '';
    stage.answer = ({ url }) => {
      if (!baanx.signedIn) return Response.json({ message: 'Not authenticated' }, { status: 401 });
      if (!url.endsWith('/verification'))
        return Response.json({ verificationState: baanx.verificationState });
      urls.push(`${puppetOrigin}/${options.path ?? 'v'}/${++baanx.sessions}`);
      return Response.json({ sessionUrl: urls.at(-1) });
    };
  });
  return { stage, step: stage.step, baanx, urls };
}

describe('the account flow', () => {
  it('needs no onboarding id, and asks about the user only', async () => {
    const { stage, baanx } = await account('UNVERIFIED');
    await stage.start();
    baanx.verificationState = 'VERIFIED';
    stage.say('VERIFF_FINISHED');
    await stage.state('verified');
    expect(stage.events('verified')).to.deep.equal([
      { type: 'verified', detail: { onboardingId: '', verificationState: 'VERIFIED' } },
    ]);
    expect(stage.requests.filter((request) => OTHERS.test(request))).to.deep.equal([]);
    expect(stage.count(SESSION)).to.equal(1);
    expect(stage.count(STATUS)).to.be.greaterThan(1);
  });

  it('never opens a URL twice: it goes on in a new session', async () => {
    const { stage, step, urls } = await account('UNVERIFIED');
    await stage.start();
    stage.say('VERIFF_CANCELED');
    await stage.state('ready');
    expect(stage.part('continue')?.innerText).to.equal(en.continue);
    stage.press('continue');
    await stage.state('verifying');
    step.close();
    await stage.state('ready');
    step.start();
    await stage.state('verifying');
    expect(urls).to.have.length(3);
  });

  it('opens a new session where Veriff forces a reload', async () => {
    const { stage, urls } = await account('UNVERIFIED');
    await stage.start();
    stage.say('VERIFF_FORCE_RELOAD');
    await stage.until(() => urls.length === 2);
    expect(stage.step.state).to.equal('verifying');
  });

  it('creates three sessions and no more where Veriff’s page forces a reload each time it is loaded, and then offers a next step', async () => {
    const { stage, urls } = await account('UNVERIFIED', { path: 'forces-reload' });
    await stage.state('ready');
    // A message that comes soon after the load began repeats the last one: each page takes a second.
    const passSecond = ({ data }: MessageEvent) => data === 'VERIFF_FORCE_RELOAD' && clock.tick(1_000);
    addEventListener('message', passSecond);
    stage.press('start');
    await stage.until(() => stage.part('decline') !== null);
    removeEventListener('message', passSecond);
    expect(urls).to.have.length(3);
    expect(stage.events('error').map(({ detail }) => detail)).to.have.length(1);
    expect(stage.events('error')[0]?.detail).to.include({
      code: 'veriff-unreachable',
      message: 'Veriff’s page keeps forcing reloads.',
    });
    stage.step.close();
  });

  it('tells why where there is no session to reload', async () => {
    const { stage, baanx } = await account('UNVERIFIED');
    await stage.start();
    baanx.signedIn = false;
    stage.say('VERIFF_FORCE_RELOAD');
    await stage.state('failed');
    expect(stage.events('error')[0]?.detail).to.include({ code: 'not-authenticated', status: 401 });
    expect(stage.frame).to.equal(null);
  });

  it('begins nothing anew where a reload is forced after handing in', async () => {
    const { stage, urls } = await account('UNVERIFIED');
    await stage.start();
    stage.say('VERIFF_SUBMITTED');
    stage.say('VERIFF_FORCE_RELOAD');
    await stage.state('deciding');
    expect(urls).to.have.length(1);
  });

  it('uses the URL made ahead once', async () => {
    const { stage, step, urls } = await account('UNVERIFIED');
    step.prefetch = 'intent';
    await stage.state('ready');
    await step.updateComplete;
    stage.part('start')?.dispatchEvent(new PointerEvent('pointerenter'));
    await stage.until(() => urls.length === 1);
    await stage.start();
    expect(urls).to.have.length(1);
    step.close();
    await stage.state('ready');
    step.start();
    await stage.state('verifying');
    expect(urls).to.have.length(2);
  });

  it('tries again after a rejection, in a new session, and is not taken in by the old verdict', async () => {
    const { stage, baanx, urls } = await account('REJECTED');
    await stage.state('rejected');
    expect(stage.text).to.contain(en.rejectedRetry);
    stage.press('retry');
    await stage.greeted();
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
    const asked = stage.count(STATUS);
    await stage.until(() => stage.count(STATUS) > asked + 2);
    expect(stage.step.state).to.equal('deciding');
    baanx.verificationState = 'PENDING';
    await stage.state('pending');
    baanx.verificationState = 'VERIFIED';
    await stage.state('verified');
    expect(stage.events('rejected', 'pending', 'verified').map(({ type }) => type)).to.deep.equal([
      'rejected',
      'pending',
      'verified',
    ]);
    expect(urls).to.have.length(1);
  });

  it('signed out: says so, and start() goes on after the host has renewed the session', async () => {
    const { stage, step, baanx } = await account('UNVERIFIED', { signedIn: false });
    await stage.state('failed');
    expect(stage.text).to.contain(en['error-not-authenticated']);
    expect(stage.events('error')[0]?.detail).to.include({
      code: 'not-authenticated',
      status: 401,
      retryable: false,
    });
    baanx.signedIn = true;
    step.start();
    await stage.state('verifying');
  });

  it('signed out while it was open elsewhere already verified: start() finds out', async () => {
    const { stage, step, baanx } = await account('VERIFIED', { signedIn: false });
    step.addEventListener('error', () => {
      baanx.signedIn = true;
      step.start();
    });
    await stage.state('verified');
    expect(stage.dialog.open).to.equal(false);
    expect(stage.events('verified')).to.have.length(1);
  });

  it('signed out while the session is made: the host renews, and Start works', async () => {
    const { stage, step, baanx } = await account('UNVERIFIED');
    await stage.state('ready');
    baanx.signedIn = false;
    step.start();
    await stage.state('failed');
    expect(stage.dialog.open).to.equal(false);
    baanx.signedIn = true;
    step.start();
    await stage.state('verifying');
  });

  it('signed out during the review: names it, keeps the review, and start() only asks again', async () => {
    const { stage, step, baanx, urls } = await account('UNVERIFIED');
    await stage.start();
    baanx.verificationState = 'PENDING';
    stage.say('VERIFF_FINISHED');
    await stage.state('pending');
    baanx.signedIn = false;
    await stage.until(() => stage.text.includes(en['error-not-authenticated']));
    expect(step.state).to.equal('pending');
    expect(stage.events('error')).to.have.length(1);
    baanx.signedIn = true;
    step.start();
    await stage.state('checking');
    await stage.state('pending');
    expect(stage.dialog.open).to.equal(false);
    expect(stage.text).not.to.contain(en['error-not-authenticated']);
    expect(urls).to.have.length(1);
    expect(stage.events('pending')).to.have.length(1);
  });
});

describe('after a rejection in the registration', () => {
  it('the host may call start(), and the person goes on registering', async () => {
    const stage = await Stage.open('rejected');
    await stage.state('rejected');
    for (const text of [en.rejectedLater, en.reasonDocument, en.reasonIdentity, en.reasonChecks])
      expect(stage.text).to.contain(text);
    expect(stage.part('retry')).to.equal(null);
    stage.step.start();
    await stage.state('verifying');
    stage.step.close();
    await stage.state('rejected');
    expect(stage.events('rejected')).to.have.length(1);
  });
});
