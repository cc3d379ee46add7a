import { expect } from '@open-wc/testing';
import { HANDSHAKE_TIMEOUT_MS } from '../../src/veriff/modal.js';
import { puppetOrigin, SESSION, Stage } from '../support/stage.js';

const real = setTimeout.bind(window);
const opened = open.bind(window);
afterEach(() => {
  window.setTimeout = real;
  window.open = opened;
});

/** The time that Veriff has to greet us passes at once. */
function hurry(): void {
  const hurried = (act: () => void, ms?: number) => real(act, ms === HANDSHAKE_TIMEOUT_MS ? 0 : ms);
  window.setTimeout = hurried as typeof setTimeout;
}

/** Veriff's page is there and never says a word. */
async function silent(): Promise<Stage> {
  const stage = await Stage.open();
  await stage.state('ready');
  stage.answer = ({ method }) =>
    method === 'POST' ? Response.json({ sessionUrl: `${puppetOrigin}/silent/token` }) : undefined;
  stage.press('start');
  await stage.until(() => stage.part('decline') !== null);
  return stage;
}

describe('Veriff does not answer', () => {
  it('is said after a while, to the person and to the page, and trying again goes on in the same session', async () => {
    hurry();
    const stage = await silent();
    expect(stage.step.state).to.equal('verifying');
    expect(stage.dialog.innerText).to.contain('Veriff isn’t responding');
    expect(stage.events('error').map(({ detail }) => (detail as { code: string }).code)).to.deep.equal([
      'veriff-unreachable',
    ]);
    const { frame } = stage;
    stage.press('confirm');
    await stage.until(() => stage.frame !== frame && stage.part('decline') !== null);
    expect(stage.count(SESSION)).to.equal(1);
  });

  it('a new window goes on in the same session', async () => {
    hurry();
    const stage = await silent();
    const popups: (Window | null)[] = [];
    window.open = (...how) => {
      popups.push(opened(...how));
      return popups[0] ?? null;
    };
    stage.press('decline');
    await stage.until(() => stage.part('focus') !== null);
    expect(popups).to.have.length(1);
    expect(stage.dialog.open).to.equal(false);
    expect(stage.count(SESSION)).to.equal(1);
    stage.step.close();
  });

  it('a greeting that comes late takes the question back', async () => {
    hurry();
    const stage = await silent();
    await stage.until(() => {
      // Until its page is there to say it.
      stage.say('VERIFF_HANDSHAKE');
      return stage.part('decline') === null;
    });
    expect(stage.step.renderRoot.querySelector('.cover')).to.equal(null);
  });

  // The last: a page can't take a policy back.
  it('is known at once where the page’s own policy blocks the frame', async () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'self'";
    document.head.append(policy);
    const stage = await silent();
    expect(stage.dialog.innerText).to.contain('Veriff isn’t responding');
  });
});
