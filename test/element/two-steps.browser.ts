import { expect } from '@open-wc/testing';
import { Stage } from '../support/stage.js';
import { Popup } from '../support/popup.js';

const open = window.open.bind(window);
const popups: Popup[] = [];
beforeEach(() => {
  window.open = () => {
    const popup = new Popup();
    popups.push(popup);
    return popup as unknown as Window;
  };
});
afterEach(() => {
  window.open = open;
  popups.length = 0;
});

/** Two steps, the first one far down the page with Veriff in a popup. */
async function twoSteps() {
  const first = await Stage.open('approve', ({ step }) => {
    step.openIn = 'popup';
  });
  const second = await Stage.open();
  first.step.style.marginBlockStart = '200vh';
  await first.state('ready');
  first.press('start');
  await first.state('verifying');
  await second.state('ready');
  scrollTo(0, 0);
  return { first, second };
}

const isInView = (stage: Stage) => {
  const { top } = (stage.part('heading') as HTMLElement).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
};

describe('two steps on a page', () => {
  it('Start of the second one leads to the popup of the first one', async () => {
    const { first, second } = await twoSteps();
    let focused = 0;
    popups[0]!.focus = () => {
      focused++;
    };
    expect(isInView(first)).to.equal(false);
    second.press('start');
    expect(focused).to.equal(1);
    expect(isInView(first)).to.equal(true);
    expect(first.step.shadowRoot?.activeElement).to.equal(first.part('heading'));
    expect(second.step.state).to.equal('ready');
    expect(popups).to.have.length(1);
  });

  const UNREACHABLE: Record<string, (step: HTMLElement) => void> = {
    'display: none': ({ style }) => style.setProperty('display', 'none'),
    'visibility: hidden': ({ style }) => style.setProperty('visibility', 'hidden'),
    'content-visibility: hidden': ({ style }) => style.setProperty('content-visibility', 'hidden'),
    'opacity: 0': ({ style }) => style.setProperty('opacity', '0'),
    inert: (step) => step.setAttribute('inert', ''),
  };
  for (const [how, hide] of Object.entries(UNREACHABLE))
    it(`Start of the second one opens Veriff where the first one cannot be reached: ${how}`, async () => {
      const { first, second } = await twoSteps();
      hide(first.step);
      second.press('start');
      await second.greeted();
      expect(first.step.state).not.to.equal('verifying');
      expect(second.dialog.open).to.equal(true);
    });

  it('start() of a hidden step with a popup leads to that popup and keeps its session', async () => {
    const { first } = await twoSteps();
    let focused = 0;
    popups[0]!.focus = () => {
      focused++;
    };
    first.step.style.display = 'none';
    first.step.start();
    expect(focused).to.equal(1);
    expect(first.step.state).to.equal('verifying');
  });

  it('leads to the first one also where that is `display: contents`', async () => {
    const { first, second } = await twoSteps();
    first.step.style.display = 'contents';
    second.press('start');
    expect(first.step.state).to.equal('verifying');
    expect(second.step.state).to.equal('ready');
    expect(first.step.shadowRoot?.activeElement).to.equal(first.part('heading'));
  });
});

describe('the page’s claim on its one window', () => {
  const claim = () => Reflect.get(globalThis, Symbol.for('baanx-kyc-step.open')) as unknown;
  const ends: Record<string, (stage: Stage) => void> = {
    'is closed': ({ step }) => step.close(),
    'is removed': ({ step }) => step.remove(),
    'is about another person': ({ step }) => (step.onboardingId = 'approve-another'),
    'has a verdict': ({ applicant }) => applicant.decide('VERIFIED'),
    'loses its frame': ({ frame }) => frame?.remove(),
  };
  for (const [end, act] of Object.entries(ends))
    it(`does not keep a step alive that ${end}`, async () => {
      const stage = await Stage.open();
      await stage.start();
      expect(claim()).not.to.equal(undefined);
      act(stage);
      await stage.until(() => claim() === undefined);
    });
});
