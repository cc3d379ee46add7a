import { expect } from '@open-wc/testing';
import { OUTCOMES, RENDER } from '../../src/veriff/messages.js';
import { evilOrigin, puppetOrigin, Stage } from '../support/stage.js';

const NAMES = Object.keys(OUTCOMES);

/** What a window may say besides. Ours is Veriff's, and yet none of this is a word of its. */
const NONSENSE: Record<string, unknown> = {
  'an object': { name: 'VERIFF_FINISHED', toString: 'VERIFF_FINISHED' },
  'a list': ['VERIFF_FINISHED'],
  'a number': 7,
  nothing: null,
  'an empty string': '',
  'another case': 'veriff_finished',
  'a name of every object': 'constructor',
  'a prototype': '__proto__',
  '10 MB': 'VERIFF_FINISHED'.padEnd(10_000_000),
  '10 MB in an object': { name: 'VERIFF_FINISHED'.padEnd(10_000_000) },
};

/** Firefox refuses a window of another site in `source`: https://developer.mozilla.org/en-US/docs/Web/API/MessageEvent/MessageEvent */
const canNameSource = !navigator.userAgent.includes('Firefox');

/** Whose messages must change nothing, and how such a one is made to speak. */
const FORGERS: Record<string, (stage: Stage) => Promise<(message: string) => void>> = {
  'the page itself': async () => (message) => window.postMessage(message, '*'),
  'a script that makes the event': async (stage) => (message) => {
    const forgery = { data: message, origin: puppetOrigin };
    const forged = () =>
      new MessageEvent('message', { ...forgery, source: stage.frame?.contentWindow ?? null });
    dispatchEvent(canNameSource ? forged() : new MessageEvent('message', forgery));
  },
  'an evil frame': async () => speaker(await framed(evilOrigin)),
  'a sibling frame of Veriff’s': async () => speaker(await framed(puppetOrigin)),
  'a popup that is not ours': async () => {
    const popup = window.open(`${puppetOrigin}/foreign`, '_blank', 'popup,width=300,height=300');
    if (!popup) throw new Error('Popups must be allowed here');
    leftovers.push(() => popup.close());
    await greeting(popup, puppetOrigin);
    return speaker(popup);
  },
};

let leftovers: (() => void)[] = [];
afterEach(() => {
  for (const clear of leftovers) clear();
  leftovers = [];
});

const speaker = (other: Window) => (message: string) => other.postMessage({ say: message }, '*');

async function framed(origin: string): Promise<Window> {
  const frame = document.createElement('iframe');
  frame.src = `${origin}/frame`;
  document.body.append(frame);
  leftovers.push(() => frame.remove());
  await greeting(frame.contentWindow, origin);
  return frame.contentWindow as Window;
}

/** Until that window, which may have shown something else before, greets from there. */
const greeting = (who: Window | null | undefined, from: string) =>
  new Promise<void>((resolve) => {
    const listener = ({ source, origin }: MessageEvent) => {
      if (source !== who || origin !== from) return;
      removeEventListener('message', listener);
      resolve();
    };
    addEventListener('message', listener);
  });

/** Has these said, and waits until the page has heard the last of them. */
async function hear(speak: (message: string) => void, messages: readonly string[]): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    let count = 0;
    const listener = () => {
      if (++count < messages.length) return;
      removeEventListener('message', listener);
      resolve();
    };
    addEventListener('message', listener);
  });
  for (const message of messages) speak(message);
  await heard;
}

/** All that a forgery could change. */
const look = ({ step, heard, dialog, frame }: Stage) => ({
  state: step.state,
  heard: heard.length,
  open: dialog.open,
  framed: !!frame,
  asked: step.renderRoot.querySelector('[part="confirm"]'),
});

describe('a message counts only if it is Veriff’s', () => {
  for (const openIn of ['modal', 'popup'] as const) {
    for (const [who, forger] of Object.entries(FORGERS)) {
      it(`in a ${openIn}, ${who} changes nothing`, async () => {
        const stage = await Stage.open('approve', ({ step }) => {
          step.openIn = openIn;
          step.pollInterval = 60_000;
        });
        await stage.state('ready');
        stage.press('start');
        await stage.state('verifying');
        if (openIn === 'modal') await stage.until(() => !stage.step.renderRoot.querySelector('.cover'));
        const before = look(stage);
        await hear(await forger(stage), NAMES);
        await stage.step.updateComplete;
        expect(look(stage)).to.deep.equal(before);
        stage.step.close();
      });
    }
  }

  it('our own frame changes nothing once it shows another origin, and is told nothing there', async () => {
    const stage = await Stage.open();
    await stage.start();
    const told: unknown[] = [];
    const listener = ({ data, origin }: MessageEvent) => origin === evilOrigin && told.push(data);
    addEventListener('message', listener);
    leftovers.push(() => removeEventListener('message', listener));
    const before = look(stage);
    const greeted = greeting(stage.frame?.contentWindow, evilOrigin);
    stage.frame?.contentWindow?.postMessage({ go: `${evilOrigin}/stolen` }, puppetOrigin);
    await greeted;
    await hear(speaker(stage.frame?.contentWindow as Window), NAMES);
    await stage.step.updateComplete;
    expect(look(stage)).to.deep.equal(before);
    expect(told, 'it greeted, and its greeting was not answered').to.deep.equal([
      'VERIFF_HANDSHAKE',
      ...NAMES,
    ]);
  });

  for (const [what, message] of Object.entries(NONSENSE)) {
    it(`${what} is no word, even from Veriff`, async () => {
      const stage = await Stage.open();
      await stage.start();
      const before = look(stage);
      await hear(() => stage.say(message), ['once']);
      await stage.step.updateComplete;
      expect(look(stage)).to.deep.equal(before);
    });
  }

  it('and Veriff’s own word does count', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.say('VERIFF_FINISHED');
    await stage.state('deciding');
  });
});

it('every message that is sent is for one exact origin', async () => {
  const stage = await Stage.open('approve', ({ step }) => {
    step.veriffOrigins = location.origin;
  });
  await stage.state('ready');
  // A page of this origin, so that what is called on its window can be seen.
  stage.answer = ({ method }) =>
    method === 'POST'
      ? Response.json({ sessionUrl: `${location.origin}/test/veriff/recorder.html` })
      : undefined;
  await stage.start();
  const { sent } = stage.frame?.contentWindow as unknown as { sent: unknown };
  expect(sent).to.deep.equal([[RENDER, location.origin]]);
});
