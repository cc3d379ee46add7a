import { expect } from '@open-wc/testing';
import { Stage } from '../support/stage.js';

/** Runs, and collects the errors that are reported to the page meanwhile. */
async function reportedDuring(run: () => Promise<void>): Promise<unknown[]> {
  const reported: unknown[] = [];
  const { onerror } = window;
  window.onerror = (_message, _source, _line, _column, error) => reported.push(error) > 0;
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return reported;
}

const hintOf = (stage: Stage) => (stage.events('error').at(-1)?.detail as { message: string }).message;

/** What a blocker or the host page may remove while Veriff is open. */
const REMOVALS: Record<string, (stage: Stage) => void> = {
  'the frame': ({ frame }) => frame?.remove(),
  'everything in the dialog': ({ dialog }) => dialog.replaceChildren(),
  'the dialog': ({ dialog }) => dialog.remove(),
  'the frame, which is inserted again': ({ frame, dialog }) => {
    if (frame) dialog.querySelector('.stage')?.append(frame);
  },
  'the frame, which is moved elsewhere in the page': ({ frame }) => {
    if (frame) document.body.append(frame);
  },
};

describe('Veriff’s window is removed from the page', () => {
  for (const [what, remove] of Object.entries(REMOVALS)) {
    it(`${what}: the person sees an error, and can try again in the same session`, async () => {
      const stage = await Stage.open();
      await stage.start();
      remove(stage);
      await stage.state('failed');
      expect(hintOf(stage)).to.equal('Veriff’s frame was removed from the page.');
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
      expect(stage.dialog.open).to.equal(false);
      stage.press('retry');
      await stage.greeted();
      expect(stage.dialog.matches(':modal')).to.equal(true);
      expect(stage.part('close')).not.to.equal(null);
      expect(stage.count('POST /v1/auth/register/verification')).to.equal(1);
    });

    it(`${what}, after documents were submitted: the review is followed`, async () => {
      const stage = await Stage.open();
      await stage.start();
      stage.say('VERIFF_SUBMITTED');
      await stage.until(() => stage.events('submitted').length === 1);
      remove(stage);
      await stage.state('deciding');
      stage.applicant.decide('VERIFIED');
      await stage.state('verified');
    });
  }
});

describe('the page empties Veriff’s dialog before there is a frame', () => {
  const EARLY: Record<string, (stage: Stage) => void> = {
    'everything in the dialog': ({ dialog }) => dialog.replaceChildren(),
    'the dialog': ({ dialog }) => dialog.remove(),
  };
  for (const [what, remove] of Object.entries(EARLY))
    it(`${what}: the person sees an error, and can try again in the same session`, async () => {
      const stage = await Stage.open();
      await stage.state('ready');
      const reported = await reportedDuring(async () => {
        stage.press('start');
        remove(stage);
        await stage.state('failed');
      });
      expect(reported).to.deep.equal([]);
      expect(hintOf(stage)).to.equal('Veriff’s frame was removed from the page.');
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
      stage.press('retry');
      await stage.greeted();
      expect(stage.count('POST /v1/auth/register/verification')).to.equal(1);
    });
});

/** A constructor that throws. */
const throwing = (thrown: Error): unknown =>
  function () {
    throw thrown;
  };

/** What a page or an extension may have replaced, so that it throws once Veriff’s window is partly open. */
const BROKEN: Record<string, (stage: Stage, thrown: Error) => () => void> = {
  'locking the scroll': (_stage, thrown) => {
    const { CSSStyleSheet } = window;
    window.CSSStyleSheet = throwing(thrown) as typeof CSSStyleSheet;
    return () => (window.CSSStyleSheet = CSSStyleSheet);
  },
  'adding the frame': (stage, thrown) => {
    const box = stage.step.renderRoot.querySelector('#frame-box') as HTMLElement;
    box.append = () => {
      throw thrown;
    };
    return () => Reflect.deleteProperty(box, 'append');
  },
  'observing the dialog': (_stage, thrown) => {
    const { ResizeObserver } = window;
    window.ResizeObserver = throwing(thrown) as typeof ResizeObserver;
    return () => (window.ResizeObserver = ResizeObserver);
  },
};

describe('opening Veriff’s dialog throws half way', () => {
  for (const [what, breakIt] of Object.entries(BROKEN))
    it(`${what}: reported, nothing stays open, and Retry works`, async () => {
      const stage = await Stage.open();
      await stage.state('ready');
      const thrown = new Error('of an extension');
      const restore = breakIt(stage, thrown);
      const reported = await reportedDuring(async () => {
        stage.press('start');
        await stage.state('failed');
      });
      restore();
      expect(reported).to.deep.equal([thrown]);
      expect(stage.events('error')[0]?.detail).to.include({ code: 'veriff-unreachable' });
      expect(hintOf(stage)).not.to.contain('frame-src');
      expect(stage.dialog.open).to.equal(false);
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
      stage.press('retry');
      await stage.greeted();
    });
});
