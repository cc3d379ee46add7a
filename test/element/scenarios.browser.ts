import { expect } from '@open-wc/testing';
import type { State } from '../../src/index.js';
import { en } from '../../src/i18n/locales/en.js';
import { Popup } from '../support/popup.js';
import { SESSION, Stage, STATUS, puppetOrigin } from '../support/stage.js';

/** What Baanx says of the status. */
const SAYS: Record<string, () => Response> = {
  ...Object.fromEntries(
    ['UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED'].map((verificationState) => [
      verificationState,
      () => Response.json({ verificationState }),
    ]),
  ),
  missing: () => Response.json({}),
  null: () => Response.json({ verificationState: null }),
  'an unknown word': () => Response.json({ verificationState: 'ON_HOLD' }),
  'consumed onboarding': () => Response.json({ message: 'Onboarding session not found' }, { status: 404 }),
};
type Says = keyof typeof SAYS;

/** Says nothing, as Veriff in another window, or behind a page that keeps it silent. */
const silently = (stage: Stage) => {
  const { answer } = stage;
  stage.answer = (request) =>
    request.method === 'POST' ? Response.json({ sessionUrl: `${puppetOrigin}/v/silent` }) : answer?.(request);
};

const inModal = async (stage: Stage, ...messages: string[]) => {
  await stage.start();
  return () => messages.forEach((message) => stage.say(message));
};

/** What Veriff said. Each brings the stage as far as it goes, and gives back what is said in the end. */
const SAID: Record<string, (stage: Stage) => Promise<() => void>> = {
  'nothing, and Close': async (stage) => {
    silently(stage);
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    return () => stage.step.close();
  },
  'nothing, in a popup, and “I’ve finished”': async (stage) => {
    silently(stage);
    stage.step.openIn = 'popup';
    await stage.state('ready');
    stage.press('start');
    await stage.state('verifying');
    return () => stage.press('done');
  },
  'nothing, in a popup that the person closes': async (stage) => {
    silently(stage);
    stage.step.openIn = 'popup';
    await stage.state('ready');
    const popup = new Popup();
    const open = window.open.bind(window);
    window.open = () => popup as unknown as Window;
    stage.press('start');
    window.open = open;
    await stage.state('verifying');
    return () => popup.close();
  },
  'its greeting, and Close': async (stage) => {
    await stage.start();
    return () => stage.step.close();
  },
  'STARTED, and Close': async (stage) => {
    await stage.start();
    await stage.sayAndWait('VERIFF_STARTED');
    return () => stage.step.close();
  },
  CANCELED: (stage) => inModal(stage, 'VERIFF_CANCELED'),
  SUBMITTED: (stage) => inModal(stage, 'VERIFF_SUBMITTED'),
  'SUBMITTED, and Close': async (stage) => {
    (await inModal(stage, 'VERIFF_SUBMITTED'))();
    await stage.until(() => stage.events('submitted').length === 1);
    return () => stage.step.close();
  },
  'SUBMITTED, then CANCELED': (stage) => inModal(stage, 'VERIFF_SUBMITTED', 'VERIFF_CANCELED'),
  FINISHED: (stage) => inModal(stage, 'VERIFF_FINISHED'),
  'FINISHED twice': (stage) => inModal(stage, 'VERIFF_FINISHED', 'VERIFF_FINISHED'),
};

/** State; verdict event and whether it was handed in; what is on screen; what is offered. */
type Outcome = readonly [state: State, verdict: string, texts: readonly string[], offered: string];

const VERDICTS: Partial<Record<Says, Outcome>> = {
  VERIFIED: ['verified', 'verified', [en.verifiedTitle], ''],
  REJECTED: ['rejected', 'rejected', [en.rejectedTitle, en.rejectedLater, en.reasonDocument], ''],
};
const consumed: Outcome = ['failed', '', [en.failedTitle, en['error-onboarding-not-found']], 'check'];

/** Every word that is no state is treated alike: never as UNVERIFIED. */
const unclear = (outcome: Outcome): Partial<Record<Says, Outcome>> => ({
  missing: outcome,
  null: outcome,
  'an unknown word': outcome,
});

const handedIn: Record<Says, Outcome> = {
  ...VERDICTS,
  UNVERIFIED: ['deciding', '', [en.decidingTitle], 'check'],
  PENDING: ['pending', 'pending, submitted', [en.pendingTitle, en.stageAutomatic], 'check'],
  ...unclear(['deciding', '', [en.decidingTitle], 'check']),
  'consumed onboarding': ['deciding', '', [en.decidingTitle, en['error-onboarding-not-found']], 'check'],
};

const left: Record<Says, Outcome> = {
  ...VERDICTS,
  UNVERIFIED: ['ready', '', [en.title, en.documentsTitle], 'start continue'],
  PENDING: ['ready', '', [en.title, en.documentsTitle], 'start continue'],
  ...unclear(['ready', '', [en.title, en.startNote], 'start continue']),
  'consumed onboarding': consumed,
};

const unknown: Record<Says, Outcome> = {
  ...left,
  PENDING: ['pending', 'pending', [en.unsureTitle, en.unsureText], 'continue, done, check'],
};

/** Nothing confirms what the person says, so they may continue. */
const claimed: Record<Says, Outcome> = {
  ...VERDICTS,
  UNVERIFIED: ['deciding', '', [en.decidingTitle], 'check, continue'],
  PENDING: ['pending', 'pending', [en.pendingTitle, en.stageAutomatic], 'check, continue'],
  ...unclear(['deciding', '', [en.decidingTitle], 'check, continue']),
  'consumed onboarding': [
    'deciding',
    '',
    [en.decidingTitle, en['error-onboarding-not-found']],
    'check, continue',
  ],
};

const open: Record<Says, Outcome> = {
  ...(Object.fromEntries(
    Object.keys(SAYS).map((says) => [says, ['verifying', '', [], 'start continue'] as const]),
  ) as Record<Says, Outcome>),
  ...VERDICTS,
} as Record<Says, Outcome>;

const TABLE: Record<keyof typeof SAID, Record<Says, Outcome>> = {
  'nothing, and Close': unknown,
  'nothing, in a popup, and “I’ve finished”': claimed,
  'nothing, in a popup that the person closes': unknown,
  'its greeting, and Close': left,
  'STARTED, and Close': left,
  CANCELED: left,
  SUBMITTED: open,
  'SUBMITTED, and Close': handedIn,
  'SUBMITTED, then CANCELED': handedIn,
  FINISHED: handedIn,
  'FINISHED twice': handedIn,
};

/** Asked so often more, an outcome that would not hold would have shown it. */
const MORE = 2;
const FINAL: readonly State[] = ['verified', 'rejected', 'failed'];

async function expectOutcome(stage: Stage, [state, verdict, texts, offered]: Outcome) {
  await stage.state(state);
  const asked = stage.count(STATUS);
  // Where nothing is under way, it is asked when somebody comes back.
  const back = () => window.dispatchEvent(new Event('focus'));
  if (!FINAL.includes(state)) await stage.until(() => back() && stage.count(STATUS) > asked + MORE);
  await stage.step.updateComplete;
  expect(stage.step.state).to.equal(state);
  const verdicts = stage
    .events('pending', 'verified', 'rejected')
    .map(({ type, detail }) => ((detail as { submitted?: true }).submitted ? `${type}, submitted` : type));
  expect(verdicts.join()).to.equal(verdict);
  for (const text of texts) expect(stage.text).to.contain(text.replace(/\s+/g, ' '));
  const buttons = [...stage.step.renderRoot.querySelectorAll('[part="base"] button')];
  expect(buttons.map((button) => button.getAttribute('part')).join(', ')).to.equal(offered);
  expect(stage.dialog.open).to.equal(state === 'verifying');
  expect(stage.count(SESSION)).to.be.lessThan(2);
}

for (const [said, act] of Object.entries(SAID)) {
  describe(`Veriff said ${said}, and Baanx says`, () => {
    for (const [says, outcome] of Object.entries(TABLE[said]!)) {
      it(`${says}: ${outcome[0]}`, async () => {
        const stage = await Stage.open();
        const say = await act(stage);
        const { answer } = stage;
        stage.answer = (request) => (request.method === 'GET' ? SAYS[says]!() : answer?.(request));
        say();
        await expectOutcome(stage, outcome);
      });
    }
  });
}

describe('a page that was loaded anew, and Baanx says', () => {
  for (const [says, outcome] of Object.entries(unknown)) {
    it(`${says}: ${outcome[0]}`, async () => {
      const stage = await Stage.open('approve', (stage) => {
        stage.answer = () => SAYS[says]!();
      });
      const [state, verdict, texts, offered] = outcome;
      await expectOutcome(stage, [state, verdict, texts, offered.replace('start continue', 'start')]);
    });
  }
});
