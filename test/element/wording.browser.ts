import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/locales/en.js';
import { puppetOrigin, Stage } from '../support/stage.js';

const STAGES = [en.stageSubmitted, en.stageAutomatic, en.stageManual, en.stageResult];

/** The stages on screen: the current one in brackets, and those that are done with a tick. */
const stagesOf = (stage: Stage) =>
  [...stage.step.renderRoot.querySelectorAll('[part=stages] li')].map((item) => {
    const text = item.textContent ?? '';
    const name = STAGES.find((stageName) => text.includes(stageName)) ?? text;
    if (item.getAttribute('aria-current') === 'step') return `[${name}]`;
    return item.querySelector('svg') && text.includes(`(${en.done})`) ? `${name} ✓` : name;
  });

const UNCONFIRMED = [`[${en.stageSubmitted}]`, en.stageAutomatic, en.stageManual, en.stageResult];
const CONFIRMED = [`${en.stageSubmitted} ✓`, `[${en.stageAutomatic}]`, en.stageManual, en.stageResult];

const numbersIn = (text: string) => new Set(text.match(/\d+/g));

/** Veriff is open in a window that reports nothing, and the person says that they have finished. */
async function claimToHaveFinished(): Promise<Stage> {
  const stage = await Stage.open('approve', ({ step }) => {
    step.openIn = 'popup';
    step.pollTimeout = 1_000;
  });
  stage.answer = (request) =>
    request.method === 'POST' ? Response.json({ sessionUrl: `${puppetOrigin}/v/silent` }) : undefined;
  await stage.state('ready');
  stage.press('start');
  await stage.state('verifying');
  stage.press('done');
  return stage;
}

describe('The stages of a review', () => {
  it('show documents as sent once Veriff says so, also where Baanx takes long to show them', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
    expect(stagesOf(stage)).to.deep.equal(CONFIRMED);
    stage.step.pollTimeout = 1_000;
    await stage.state('pending');
    expect(stage.text).to.contain(en.overdueText);
    expect(stagesOf(stage)).to.deep.equal(CONFIRMED);
  });

  it('do not show documents as sent where nothing but the person says so', async () => {
    const stage = await claimToHaveFinished();
    await stage.state('deciding');
    expect(stagesOf(stage)).to.deep.equal(UNCONFIRMED);
    await stage.state('pending');
    expect(stage.text).to.contain(en.overdueText);
    expect(stagesOf(stage)).to.deep.equal(UNCONFIRMED);
    stage.applicant.decide('PENDING');
    await stage.until(() => stage.text.includes(en.pendingTitle));
    expect(stagesOf(stage)).to.deep.equal(CONFIRMED);
  });

  it('take as long as the explainer has said', async () => {
    const stage = await Stage.open();
    await stage.start();
    const promised = numbersIn(stage.part('timing')?.textContent ?? '');
    expect(promised).to.deep.equal(new Set(['5', '15', '60', '24']));
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
    expect(numbersIn(stage.part('stages')?.textContent ?? '')).to.deep.equal(promised);
    expect(numbersIn(en.decidingText + en.pendingText + en.overdueText)).to.deep.equal(new Set());
  });
});

describe('A note that the status is unknown', () => {
  it('fits the button, whether the person starts or continues', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.answer = () => Response.json({}, { status: 500 });
    stage.say('VERIFF_CANCELED');
    await stage.until(() => stage.text.includes(en.startNote));
    expect(stage.part('continue')?.innerText).to.equal(en.continue);
    expect(en.startNote).not.to.match(/start|continue/i);
  });
});

describe('The note that Veriff may not lead back', () => {
  const open = window.open.bind(window);
  afterEach(() => {
    window.open = open;
  });

  /** Whether the note comes before this button, as people read it and screen readers reach it. */
  function isBefore(stage: Stage, button: string): boolean {
    const note = [...stage.step.renderRoot.querySelectorAll('[part=note]')].find(
      ({ textContent }) => textContent === en.redirectNote,
    );
    const position = note && stage.part(button)?.compareDocumentPosition(note);
    return position === Node.DOCUMENT_POSITION_PRECEDING;
  }

  for (const openIn of ['modal', 'popup', 'redirect'] as const)
    it(`is ${openIn === 'redirect' ? '' : 'not '}above Start with open-in="${openIn}"`, async () => {
      const stage = await Stage.open('approve', ({ step }) => {
        step.openIn = openIn;
      });
      await stage.state('ready');
      expect(stage.text.includes(en.redirectNote)).to.equal(openIn === 'redirect');
      expect(isBefore(stage, 'start')).to.equal(openIn === 'redirect');
      // Start stays in view on a phone, where it could hide the note.
      const isSticky = stage.part('actions')?.classList.contains('sticky');
      expect(isSticky).to.equal(openIn !== 'redirect');
    });

  it('is above “Continue verification” too', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_CANCELED');
    await stage.until(() => stage.part('continue'));
    expect(stage.text).not.to.include(en.redirectNote);
    stage.step.openIn = 'redirect';
    await stage.step.updateComplete;
    expect(isBefore(stage, 'continue')).to.equal(true);
  });

  it('is above “Continue in this window” where a popup is blocked', async () => {
    window.open = () => null;
    const stage = await Stage.open('approve', ({ step }) => {
      step.openIn = 'popup';
    });
    await stage.state('ready');
    stage.press('start');
    await stage.state('failed');
    await stage.until(() => stage.part('redirect'));
    expect(isBefore(stage, 'redirect')).to.equal(true);
  });

  it('is not shown with a failure that no other window helps with', async () => {
    const stage = await Stage.open();
    stage.answer = ({ method }) => (method === 'POST' ? Response.json({}, { status: 500 }) : undefined);
    await stage.state('ready');
    stage.press('start');
    await stage.state('failed');
    expect(stage.part('redirect')).to.equal(null);
    expect(stage.text).not.to.include(en.redirectNote);
  });
});
