import { expect, nextFrame } from '@open-wc/testing';
import { Stage } from '../support/stage.js';
import { warningsDuring } from '../support/warnings.js';

/** A way in which a host page hides the step and shows it again. `around` is the element that the step is put into. */
interface Hiding {
  readonly around: (tag?: string) => HTMLElement;
  readonly show: (around: HTMLElement) => void;
  readonly hide: (around: HTMLElement) => void;
}

const styled = (property: string, value: string): Hiding => ({
  around: () => document.createElement('div'),
  show: ({ style }) => style.removeProperty(property),
  hide: ({ style }) => style.setProperty(property, value),
});

const HIDINGS: Record<string, Hiding> = {
  'display: none': styled('display', 'none'),
  'content-visibility: hidden': styled('content-visibility', 'hidden'),
  'the hidden attribute': {
    around: () => document.createElement('div'),
    show: (around) => around.removeAttribute('hidden'),
    hide: (around) => around.setAttribute('hidden', ''),
  },
  'hidden="until-found"': {
    around: () => document.createElement('div'),
    show: (around) => around.removeAttribute('hidden'),
    hide: (around) => around.setAttribute('hidden', 'until-found'),
  },
  'a closed <details>': {
    around: () => document.createElement('details'),
    show: (around) => around.setAttribute('open', ''),
    hide: (around) => around.removeAttribute('open'),
  },
  'a <dialog> of the host that closes': {
    around: () => document.createElement('dialog'),
    show: (around) => (around as HTMLDialogElement).showModal(),
    hide: (around) => (around as HTMLDialogElement).close(),
  },
  'a popover of the host that closes': {
    around: () => Object.assign(document.createElement('div'), { popover: 'manual' }),
    show: (around) => around.showPopover(),
    hide: (around) => around.hidePopover(),
  },
};

const HIDDEN = '<baanx-kyc-step> The page has hidden the step, and Veriff’s dialog with it.';

/** Whether the page scrolls, and whether a button of the page can be focused. */
function isUsable(): boolean {
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  const isFocusable = document.activeElement === button;
  button.remove();
  return isFocusable && getComputedStyle(document.documentElement).overflowY === 'visible';
}

let around: HTMLElement | undefined;
afterEach(() => around?.remove());

/** A step in an element that the host shows. */
async function shownIn({ around: make, show }: Hiding): Promise<Stage> {
  const element = make();
  around = element;
  document.body.append(element);
  show(element);
  const stage = await Stage.open();
  // Also where the step itself has no box.
  stage.step.style.display = 'contents';
  element.append(stage.step);
  await stage.state('ready');
  return stage;
}

describe('the page hides the step while Veriff is open', () => {
  for (const [name, hiding] of Object.entries(HIDINGS))
    it(`${name}: the page is usable again, and the same session is back when the step is shown`, async () => {
      const stage = await shownIn(hiding);
      const element = around as HTMLElement;
      await stage.start();
      const { frame } = stage;
      expect(isUsable()).to.equal(false);
      hiding.hide(element);
      await stage.until(() => !stage.dialog.open);
      expect(isUsable()).to.equal(true);
      expect(stage.step.state).to.equal('verifying');
      hiding.show(element);
      await stage.until(() => stage.dialog.open);
      expect(stage.dialog.matches(':modal')).to.equal(true);
      expect(isUsable()).to.equal(false);
      expect(stage.frame).to.equal(frame);
      expect(stage.count('POST /v1/auth/register/verification')).to.equal(1);
      stage.step.close();
      await stage.state('ready');
      expect(stage.dialog.open).to.equal(false);
    });

  for (const [name, hiding] of Object.entries(HIDINGS))
    it(`${name}, before start(): nothing is blocked, and Veriff is there when the step is shown`, async () => {
      const stage = await shownIn(hiding);
      const element = around as HTMLElement;
      hiding.hide(element);
      await nextFrame();
      stage.step.start();
      await stage.state('verifying');
      expect(stage.dialog.open).to.equal(false);
      expect(isUsable()).to.equal(true);
      hiding.show(element);
      await stage.until(() => stage.dialog.open);
      await stage.greeted();
    });

  it('start() while it is hidden, again: the session is kept, and Veriff is back when the step is shown', async () => {
    const hiding = styled('display', 'none');
    const stage = await shownIn(hiding);
    await stage.start();
    const { frame } = stage;
    hiding.hide(around as HTMLElement);
    await stage.until(() => !stage.dialog.open);
    stage.step.start();
    await nextFrame();
    expect(stage.step.state).to.equal('verifying');
    expect(stage.frame).to.equal(frame);
    hiding.show(around as HTMLElement);
    await stage.until(() => stage.dialog.open);
    expect(stage.count('POST /v1/auth/register/verification')).to.equal(1);
    expect(stage.events('canceled')).to.deep.equal([]);
  });

  for (const [property, value] of [
    ['visibility', 'hidden'],
    ['pointer-events', 'none'],
  ] as const)
    it(`${property}: ${value}: the dialog stays usable above the page`, async () => {
      const hiding = styled(property, value);
      const stage = await shownIn(hiding);
      hiding.hide(around as HTMLElement);
      await stage.start();
      const { left, top } = (stage.part('close') as HTMLElement).getBoundingClientRect();
      expect(stage.part('close')?.checkVisibility({ visibilityProperty: true })).to.equal(true);
      expect(stage.step.shadowRoot?.elementFromPoint(left + 5, top + 5)?.closest('[part~=close]')).to.equal(
        stage.part('close'),
      );
    });

  it('says so to the developer once, however often it happens', async () => {
    const hiding = styled('display', 'none');
    const warnings = await warningsDuring(async () => {
      const stage = await shownIn(hiding);
      const element = around as HTMLElement;
      await stage.start();
      for (let times = 0; times < 3; times++) {
        hiding.hide(element);
        await stage.until(() => !stage.dialog.open);
        hiding.show(element);
        await stage.until(() => stage.dialog.open);
      }
    });
    // The tests above may have used up the one warning of this page.
    expect(warnings.filter((text) => text !== HIDDEN)).to.deep.equal([]);
    expect(warnings.length).to.be.at.most(1);
  });

  it('and a verdict that arrives meanwhile closes Veriff for good', async () => {
    const hiding = styled('display', 'none');
    const stage = await shownIn(hiding);
    await stage.start();
    hiding.hide(around as HTMLElement);
    await stage.until(() => !stage.dialog.open);
    stage.applicant.decide('VERIFIED');
    await stage.state('verified');
    hiding.show(around as HTMLElement);
    await nextFrame();
    await nextFrame();
    expect(stage.dialog.open).to.equal(false);
    expect(isUsable()).to.equal(true);
  });
});
