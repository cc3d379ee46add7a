import { expect, nextFrame } from '@open-wc/testing';
import { Popup } from '../support/popup.js';
import { Stage } from '../support/stage.js';

const prompt = (stage: Stage) => stage.step.renderRoot.querySelector('.cover h3')?.textContent;

/** Whether the browser would ask before it loads another page. */
const wouldAsk = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Small router: one page for each hash, and the pages that it has shown. */
function startRouter() {
  const shown: string[] = [];
  const onPop = () => shown.push(location.hash);
  addEventListener('popstate', onPop);
  const push = (hash: string) => {
    history.pushState({ page: hash }, '', hash);
    shown.push(hash);
  };
  cleanUp.push(() => removeEventListener('popstate', onPop));
  return { shown, push };
}

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp) clean();
  cleanUp = [];
});

async function begun(): Promise<Stage> {
  const stage = await Stage.open();
  await stage.start();
  expect(wouldAsk()).to.equal(false);
  stage.say('VERIFF_STARTED');
  await stage.until(wouldAsk);
  return stage;
}

/** Goes back, and waits until the browser has done so or would have. */
async function goBack(until: () => boolean): Promise<void> {
  history.back();
  while (!until()) await nextFrame();
}

describe('Back while documents are begun', function () {
  before(function () {
    // Where it is missing the element leaves Back to the page: https://developer.mozilla.org/en-US/docs/Web/API/Navigation_API
    if (!('navigation' in globalThis)) this.skip();
  });

  it('is asked about once, before the host’s router notices; a second Back goes back', async () => {
    const router = startRouter();
    router.push('#address');
    router.push('#identity');
    const stage = await begun();
    const { length } = history;
    await goBack(() => prompt(stage) === 'Leave verification?');
    expect(location.hash).to.equal('#identity');
    await goBack(() => location.hash === '#address');
    expect(router.shown).to.deep.equal(['#address', '#identity', '#address']);
    expect(history.length).to.equal(length);
  });

  it('can be answered with Keep going, and is asked about again', async () => {
    const router = startRouter();
    router.push('#identity');
    const stage = await begun();
    for (let times = 0; times < 2; times++) {
      await goBack(() => prompt(stage) !== undefined);
      await stage.step.updateComplete;
      stage.press('confirm');
      await stage.until(() => prompt(stage) === undefined);
    }
    expect([stage.step.state, location.hash]).to.deep.equal(['verifying', '#identity']);
  });

  it('is left to the host while the page hides the dialog', async () => {
    const router = startRouter();
    router.push('#address');
    router.push('#identity');
    const stage = await begun();
    stage.step.hidden = true;
    stage.step.style.display = 'none';
    await stage.until(() => !stage.dialog.open);
    await goBack(() => location.hash === '#address');
    expect(prompt(stage)).to.equal(undefined);
  });

  it('lets the host navigate anywhere, even from a listener of verified', async () => {
    const router = startRouter();
    router.push('#identity');
    const stage = await begun();
    stage.step.addEventListener('verified', () => router.push('#next'));
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
    await nextFrame();
    expect(location.hash).to.equal('#next');
    await goBack(() => location.hash === '#identity');
    expect(router.shown).to.deep.equal(['#identity', '#next', '#identity']);
  });
});

describe('leaving the page is asked about', () => {
  const ends: Record<string, (stage: Stage) => void> = {
    'documents are submitted': (stage) => stage.say('VERIFF_SUBMITTED'),
    'Veriff says CANCELED': (stage) => stage.say('VERIFF_CANCELED'),
    'there is a verdict': (stage) => stage.applicant.decide('VERIFIED'),
    'the host closes Veriff': (stage) => stage.step.close(),
    'the step is removed': (stage) => stage.step.remove(),
    'the dialog asks already': (stage) => stage.press('close'),
    'Veriff asks for a reload of the page': (stage) => stage.say('VERIFF_RELOAD_REQUEST'),
  };
  for (const [end, act] of Object.entries(ends))
    it(`once documents are begun, and no longer when ${end}`, async () => {
      const stage = await begun();
      act(stage);
      await stage.until(() => !wouldAsk());
    });

  it('never with a popup, which stays open', async () => {
    const stage = await Stage.open('approve', ({ step }) => (step.openIn = 'popup'));
    const open = window.open.bind(window);
    window.open = () => new Popup() as unknown as Window;
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    window.open = open;
    expect(wouldAsk()).to.equal(false);
  });
});
