import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { Stage, STATUS } from '../support/stage.js';

/** Overrides a value of the browser until the test ends. */
function override(target: object, name: string, value: boolean): void {
  Object.defineProperty(target, name, { configurable: true, get: () => value });
  cleanUp.push(() => Reflect.deleteProperty(target, name));
}

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

describe('the browser says that it is offline, and is not', () => {
  beforeEach(() => override(navigator, 'onLine', false));

  it('the first check is made', async () => {
    const stage = await Stage.open('verified');
    await stage.state('verified');
  });

  it('a press of Check status is answered', async () => {
    const stage = await Stage.open('pending', ({ step }) => {
      step.pollInterval = 60_000;
    });
    await stage.state('pending');
    stage.applicant.decide('VERIFIED');
    stage.press('check');
    await stage.state('verified');
  });

  it('polling goes on', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    const checks = stage.count(STATUS);
    await stage.until(() => stage.count(STATUS) > checks + 1);
  });
});

describe('the browser says that the page is hidden', () => {
  for (const id of ['verified', 'error-400-status'])
    it(`check() by the host’s own button is answered: ${id}`, async () => {
      const stage = await Stage.open(id);
      await stage.until(() => ['verified', 'failed'].includes(stage.step.state));
      override(document, 'hidden', true);
      const checks = stage.count(STATUS);
      stage.step.check();
      await stage.until(() => stage.count(STATUS) > checks && stage.step.state !== 'checking');
    });
});

// In this order: once a person has used a hidden page, the browser is not believed again.
describe('the browser says for ever that the page is hidden', () => {
  beforeEach(() => override(document, 'hidden', true));

  it('a click that a script made proves nothing', async () => {
    const stage = await Stage.open('verified');
    expect(stage.step.state).to.equal('checking');
    document.body.click();
    await stage.step.updateComplete;
    expect(stage.requests).to.deep.equal([]);
    stage.step.remove();
  });

  it('a press of a key proves that a person is there: the status is checked', async () => {
    const stage = await Stage.open('verified');
    expect(stage.step.state).to.equal('checking');
    await sendKeys({ press: 'Tab' });
    await stage.state('verified');
  });

  it('and from then on the page is taken for visible', async () => {
    const stage = await Stage.open('pending');
    await stage.state('pending');
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
  });
});

describe('the browser says for ever that the page is hidden, and there is a pointer', () => {
  it('Start can be pressed', async function () {
    // The test runner cannot move WebKit's mouse: https://modern-web.dev/docs/test-runner/commands/#send-mouse
    await resetMouse().catch(() => this.skip());
    const stage = await Stage.open();
    await stage.state('ready');
    override(document, 'hidden', true);
    stage.part('start')?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = (stage.part('start') as HTMLElement).getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    });
    await stage.greeted();
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
  });
});
