import { expect } from '@open-wc/testing';
import { clock, SESSION, Stage, STATUS } from '../support/stage.js';

/** What is listening on window and document, and which timers run, while a test looks. */
class Watch {
  readonly #listening = new Set<{ type: string; listener: object }>();
  readonly #timers = new Set<number>();
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      target.addEventListener = (
        type: string,
        listener: EventListener,
        options?: AddEventListenerOptions,
      ) => {
        const one = { type, listener };
        this.#listening.add(one);
        options?.signal?.addEventListener('abort', () => this.#listening.delete(one));
        add(type, listener, options);
      };
      target.removeEventListener = (type: string, listener: EventListener) => {
        for (const one of this.#listening)
          if (one.type === type && one.listener === listener) this.#listening.delete(one);
        remove(type, listener);
      };
      this.#restore.push(() => {
        // What stood here were own properties: the ones of the prototype show again.
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      });
    }
    const own = {
      setTimeout: window.setTimeout.bind(window),
      clearTimeout: window.clearTimeout.bind(window),
      setInterval: window.setInterval.bind(window),
      clearInterval: window.clearInterval.bind(window),
    };
    const count =
      (set: (run: () => void, ms?: number) => number, once: boolean) =>
      (run: () => void, ms?: number): number => {
        const timer = set(() => {
          if (once) this.#timers.delete(timer);
          run();
        }, ms);
        this.#timers.add(timer);
        return timer;
      };
    Object.assign(window, {
      setTimeout: count(own.setTimeout, true),
      setInterval: count(own.setInterval, false),
      clearTimeout: (timer: number) => {
        this.#timers.delete(timer);
        own.clearTimeout(timer);
      },
      clearInterval: (timer: number) => {
        this.#timers.delete(timer);
        own.clearInterval(timer);
      },
    });
    this.#restore.push(() => Object.assign(window, own));
  }

  get held(): { listening: string[]; timers: number } {
    return { listening: [...this.#listening].map(({ type }) => type), timers: this.#timers.size };
  }

  end(): void {
    for (const restore of this.#restore) restore();
  }
}

const NOTHING = { listening: [], timers: 0 };

it('a wide block anywhere in a slot makes the step no wider than a phone', async () => {
  const phone = document.body.appendChild(document.createElement('div'));
  phone.style.inlineSize = '360px';
  const stage = await Stage.open();
  stage.step.innerHTML = ['intro', 'privacy', 'tips', 'documents']
    .map((slot) => `<div slot=${slot}><pre>${'wide '.repeat(200)}</pre></div>`)
    .join('');
  phone.append(stage.step);
  await stage.state('ready');
  expect(phone.scrollWidth).to.equal(360);
  phone.remove();
});

describe('at rest', () => {
  let watch: Watch;
  beforeEach(() => {
    watch = new Watch();
  });
  afterEach(() => watch.end());

  for (const [state, id] of [
    ['verified', 'verified'],
    ['rejected', 'rejected'],
    ['failed', 'error-400-status'],
  ] as const) {
    it(`${state}: no timer, no listener on the page, one request in all`, async () => {
      const stage = await Stage.open(id);
      await stage.state(state);
      await stage.until(() => watch.held.timers === 0);
      expect(watch.held).to.deep.equal(NOTHING);
      expect(stage.requests).to.deep.equal([STATUS]);
    });
  }

  it('ready: no timer, one request, and an ear for somebody who comes back', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    await stage.until(() => watch.held.timers === 0);
    const { listening } = watch.held;
    expect([...new Set(listening)].sort()).to.deep.equal([
      'focus',
      'online',
      'pagehide',
      'pageshow',
      'visibilitychange',
    ]);
    expect(stage.requests).to.deep.equal([STATUS]);
  });

  it('an element that is removed and inserted sixty times sends two requests', async () => {
    const stage = await Stage.open();
    for (let times = 0; times < 60; times++) {
      stage.step.remove();
      document.body.append(stage.step);
      await stage.step.updateComplete;
    }
    await stage.state('ready');
    expect(stage.requests).to.deep.equal([STATUS, STATUS]);
    stage.step.remove();
  });

  it('connects to Veriff in the click, and not before', async () => {
    const lines: string[] = [];
    const head = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof HTMLLinkElement) lines.push(`${node.rel} ${new URL(node.href).origin}`);
    });
    head.observe(document.head, { childList: true });
    const stage = await Stage.open();
    await stage.state('ready');
    expect(lines).to.deep.equal([]);
    await stage.start();
    head.disconnect();
    expect(lines).to.deep.equal([`preconnect ${stage.step.veriffOrigins}`]);
    expect(document.head.querySelector('link[rel=preconnect]')).to.equal(null);
  });

  it('ready: finds out what was finished on another device when somebody comes back', async () => {
    const stage = await Stage.open();
    await stage.state('ready');
    stage.applicant.decide('VERIFIED');
    // Signs of life close together are one: as long as a timer runs.
    await stage.until(() => watch.held.timers === 0);
    window.dispatchEvent(new Event('focus'));
    await stage.state('verified');
    expect(stage.count(STATUS)).to.equal(2);
  });

  it('and again after a whole verification', async () => {
    const stage = await Stage.open();
    await stage.start();
    expect(watch.held.listening).to.include('message');
    stage.applicant.decide('VERIFIED');
    stage.say('VERIFF_FINISHED');
    await stage.state('verified');
    await stage.until(() => watch.held.timers === 0);
    expect(watch.held).to.deep.equal(NOTHING);
  });

  it('and after a removal in the middle', async () => {
    const stage = await Stage.open();
    await stage.start();
    stage.step.remove();
    await stage.until(() => watch.held.timers === 0);
    expect(watch.held).to.deep.equal(NOTHING);
  });
});

describe('the requests of a whole verification', () => {
  for (const { ending, act, session, status } of [
    {
      ending: 'verified as soon as Veriff is done',
      act: async (stage: Stage) => {
        stage.applicant.decide('VERIFIED');
        stage.say('VERIFF_FINISHED');
        await stage.state('verified');
      },
      session: 1,
      // On arrival, and when the documents are handed in.
      status: 2,
    },
    {
      ending: 'rejected as soon as Veriff is done',
      act: async (stage: Stage) => {
        stage.applicant.decide('REJECTED');
        stage.say('VERIFF_FINISHED');
        await stage.state('rejected');
      },
      session: 1,
      status: 2,
    },
    {
      ending: 'canceled',
      act: async (stage: Stage) => {
        stage.say('VERIFF_CANCELED');
        await stage.state('ready');
      },
      session: 1,
      status: 2,
    },
    {
      ending: 'never started',
      act: async (stage: Stage) => {
        stage.step.remove();
      },
      session: 0,
      status: 1,
    },
  ]) {
    it(`${ending}: ${session} for the session, ${status} for the status`, async () => {
      // The clock stands still, so that nothing is polled.
      clock.hold();
      const stage = await Stage.open('approve', ({ step }) => {
        step.pollInterval = 5_000;
      });
      if (session) await stage.start();
      else await stage.state('ready');
      await act(stage);
      expect(stage.count(SESSION)).to.equal(session);
      expect(stage.count(STATUS)).to.equal(status);
    });
  }
});
