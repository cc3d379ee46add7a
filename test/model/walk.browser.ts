import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { en } from '../../src/i18n/locales/en.js';
import { puppetOrigin } from '../support/origins.js';
import type { Line } from './line.js';
import { World } from './world.js';

const { runs, length, seed } = (await (await fetch('/model.json')).json()) as {
  runs: number;
  length: number;
  seed?: number;
};

type Step = (world: World) => unknown;

const wake = (type: string, target: EventTarget = window) => target.dispatchEvent(new Event(type));
const turn = (type: string) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

const saying =
  (message: string): Step =>
  async (world) => {
    const frame = await world.greeted();
    frame?.contentWindow?.postMessage({ say: message }, puppetOrigin);
  };
const pressing =
  (index: number): Step =>
  (world) => {
    const { buttons } = world;
    world.isAsked = true;
    const button = buttons[index % Math.max(1, buttons.length)];
    // To leave this page, or to load it anew, would end the walk.
    if (![en.reload, en.openHere].includes(button?.innerText ?? '')) button?.click();
  };
const checking: Step = (world) => {
  world.isAsked = true;
  world.step.check();
};
/** What the host does in its listener of whatever the element tells next. */
const reacting =
  (react: Step): Step =>
  (world) => {
    world.reaction = () => react(world);
  };
const line =
  (line: Line): Step =>
  (world) => {
    world.line = line;
  };

/** Everything that may happen, by the name that a failing walk is told in. */
const STEPS: Record<string, Step> = {
  'the person presses the first button': pressing(0),
  'the person presses the second button': pressing(1),
  'the person presses the third button': pressing(2),
  'the person presses the first button twice': async (world) => {
    await pressing(0)(world);
    await pressing(0)(world);
  },
  'the person points at Start': ({ step }) => {
    const start = (step.renderRoot as ShadowRoot | undefined)?.querySelector('[part~="start"]');
    start?.dispatchEvent(new PointerEvent('pointerenter'));
  },
  'the person closes the other window': ({ browser }) => {
    for (const popup of browser.popups) popup.closed = true;
  },
  'the host calls start()': ({ step }) => step.start(),
  'the host calls check()': checking,
  'the host calls close()': ({ step }) => step.close(),
  'the host gives another id': (world) => {
    world.step.onboardingId = world.ids[1];
  },
  'the host gives the first id': (world) => {
    world.step.onboardingId = world.ids[0];
  },
  'the host takes the id away': ({ step }) => {
    step.onboardingId = '';
  },
  'the host disables it': ({ step }) => {
    step.disabled = true;
  },
  'the host enables it': ({ step }) => {
    step.disabled = false;
  },
  'the element is removed': ({ step }) => step.remove(),
  'the element is put in': ({ step, place }) => place.append(step),
  'the element is removed and put in': ({ step, place }) => {
    step.remove();
    place.append(step);
  },
  'the host turns to the account': ({ step }) => {
    step.flow = 'account';
  },
  'the host turns to the registration': ({ step }) => {
    step.flow = 'registration';
  },
  'the host wants another window': ({ step }) => {
    step.openIn = 'popup';
  },
  'the host wants the dialog': ({ step }) => {
    step.openIn = 'modal';
  },
  'the host lets sessions be made ahead': ({ step }) => {
    step.prefetch = 'intent';
  },
  'the host wants notices': ({ step }) => {
    step.push = true;
  },
  'the host wants no notices': ({ step }) => {
    step.push = false;
  },
  'the server says that the status may have changed': (world) => world.publish(),
  'the host polls never': ({ step }) => {
    step.pollInterval = 1e12;
  },
  'the host polls by no number': ({ step }) => {
    step.pollInterval = NaN;
  },
  'the form is reset': (world) => {
    world.isAsked = true;
    world.place.reset();
  },
  'next the host removes it': reacting(({ step }) => step.remove()),
  'next the host moves it': reacting(({ step, place }) => place.append(step)),
  'next the host gives another id': reacting(({ step, ids }) => {
    step.onboardingId = ids[1];
  }),
  'next the host disables it': reacting(({ step }) => {
    step.disabled = true;
  }),
  'next the host calls start()': reacting(({ step }) => step.start()),
  'next the host calls check()': reacting(checking),
  'next the host calls close()': reacting(({ step }) => step.close()),
  'Veriff says STARTED': saying('VERIFF_STARTED'),
  'Veriff says SUBMITTED': saying('VERIFF_SUBMITTED'),
  'Veriff says FINISHED': saying('VERIFF_FINISHED'),
  'Veriff says CANCELED': saying('VERIFF_CANCELED'),
  'Veriff says RELOAD_REQUEST': saying('VERIFF_RELOAD_REQUEST'),
  'Veriff says FORCE_RELOAD': saying('VERIFF_FORCE_RELOAD'),
  'the page says FINISHED': () => window.postMessage('VERIFF_FINISHED', '*'),
  'Baanx says UNVERIFIED': (world) => world.decide('UNVERIFIED'),
  'Baanx says PENDING': (world) => world.decide('PENDING'),
  'Baanx says VERIFIED': (world) => world.decide('VERIFIED'),
  'Baanx says REJECTED': (world) => world.decide('REJECTED'),
  'the line is slow': line('slow'),
  'the line refuses': line('refused'),
  'the line never answers': line('never'),
  'the line answers 401': line('401'),
  'the line answers 429': line('429'),
  'the line answers 500': line('500'),
  'the line answers HTML': line('html'),
  'the line answers an unknown word': line('unknown word'),
  'the host’s fetcher throws': line('throws'),
  'the line is mended': line('ok'),
  'the browser blocks windows': (world) => {
    world.browser.blocks = true;
  },
  'the browser lets windows open': (world) => {
    world.browser.blocks = false;
  },
  'the clock jumps back': ({ browser }) => browser.jump(-86_400_000),
  'the clock jumps ahead': ({ browser }) => browser.jump(86_400_000),
  'the tab is hidden': (world) => {
    world.browser.hidden = true;
    wake('visibilitychange', document);
  },
  'the tab is shown': (world) => {
    world.browser.hidden = false;
    wake('visibilitychange', document);
  },
  'the browser goes offline': (world) => {
    world.browser.offline = true;
    wake('offline');
  },
  'the browser comes online': (world) => {
    world.browser.offline = false;
    wake('online');
  },
  'the window gets the focus': () => wake('focus'),
  'the page is put into the cache and comes back': async (world) => {
    turn('pagehide');
    world.cached = true;
    await world.turn(1);
    world.check();
    world.cached = false;
    turn('pageshow');
  },
  'a second passes': (world) => world.turn(1_000),
  'seven seconds pass': (world) => world.turn(7_000),
  'a minute passes': (world) => world.turn(61_000),
  'six minutes pass': (world) => world.turn(360_000),
};

/** Whatever came before: with the line mended and somebody there, every wait ends, and the verdict is found. */
async function expectGoodEnd(world: World): Promise<void> {
  const { step } = world;
  world.line = 'ok';
  world.browser.offline = world.browser.hidden = false;
  world.reaction = undefined;
  step.disabled = false;
  step.pollInterval = 5_000;
  step.onboardingId ||= world.ids[0];
  if (!step.isConnected) world.place.append(step);
  wake('online');
  await world.rest();
  // A hand-off without a link waits for the person, who goes back.
  if (step.state === 'starting' && step.renderRoot.querySelector('slot[name="handoff-heading"]'))
    step.close();
  await world.turn(60_000);
  world.check();
  expect(step.state).not.to.be.oneOf(['checking', 'starting', 'idle']);
  world.decide('VERIFIED');
  if (step.state === 'failed' || step.state === 'rejected' || step.state === 'verified') step.check();
  for (let times = 0; times < 2; times++) {
    wake('focus');
    await world.rest();
    await world.turn(120_000);
  }
  world.check();
  expect(step.state).to.equal('verified');
}

async function walk(names: readonly string[]): Promise<void> {
  const world = new World();
  world.open();
  try {
    await world.rest();
    for (const name of names) {
      await STEPS[name]?.(world);
      await world.turn(1);
      world.check();
    }
    await expectGoodEnd(world);
    world.step.remove();
    // What is in the air is waited for in case it is put back in the same task.
    await world.turn(1);
    expect(world.browser.timers, 'timers after removal').to.equal(0);
  } finally {
    world.close();
  }
}

describe('whatever happens', () => {
  it(`no rule is broken, in ${runs} walks`, async function () {
    this.timeout(0);
    const names = fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 1, maxLength: length });
    const result = await fc.check(fc.asyncProperty(names, walk), {
      numRuns: runs,
      ...(seed === undefined ? {} : { seed }),
    });
    console.log(`The walks began at seed ${result.seed}.`);
    if (result.failed)
      throw new Error(`${String(result.errorInstance)}\n${await fc.asyncDefaultReportMessage(result)}`);
  });
});
