import { describe, expect, it, vi } from 'vitest';
import type { VerificationState } from '../../src/baanx/wire.js';
import { Flow, type Change } from '../../src/flow/flow.js';
import type { FlowConfig, Ports, Status, VeriffOutcome } from '../../src/flow/ports.js';
import { failed, success, type Failure, type Result } from '../../src/baanx/result.js';
import { SessionStore } from '../../src/flow/session-store.js';
import type { Attempt, HandoffLink, State } from '../../src/flow/snapshot.js';
import { FakeAttention } from '../support/attention.js';
import { useFakeTimers } from '../support/fake-timers.js';

const status = (verificationState: VerificationState | undefined): Result<Status> =>
  success({ verificationState, suggestsSubmission: false });
const failing = (failure: Failure): Result<Status> => failed(failure);

interface Setup extends Partial<Ports>, Partial<Pick<FlowConfig, 'pollInterval'>> {
  readonly session?: Result<string>;
  /** How long the request for a session takes, in ms. */
  readonly sessionDelay?: number;
  readonly account?: boolean;
  readonly onChange?: (change: Change) => void;
}

/** A flow with scripted answers; the last one is repeated. */
function createFlow(
  answers: Result<Status>[],
  {
    session = failed({ code: 'network' }),
    sessionDelay = 0,
    account = false,
    onChange,
    pollInterval = 5_000,
    ...ports
  }: Setup = {},
) {
  const attention = new FakeAttention();
  const requests: number[] = [];
  const saved: (Attempt | undefined)[] = [];
  const errors: unknown[] = [];
  const windows: { report: (outcome: VeriffOutcome) => void; urls: string[]; isOpen: boolean }[] = [];
  const start = performance.now();
  let sessions = 0;
  let last = answers[0]!;
  const flow = new Flow(
    {
      baanx: {
        readStatus: () => {
          requests.push(performance.now() - start);
          last = answers.shift() ?? last;
          return Promise.resolve(last);
        },
        listen: async () => undefined,
      },
      sessions: new SessionStore(
        async () => {
          sessions++;
          if (sessionDelay > 0) await new Promise((resolve) => setTimeout(resolve, sessionDelay));
          return session;
        },
        account ? 'account' : 'registration',
      ),
      openVeriff: (_openIn, report) => {
        const window = { report, urls: [] as string[], isOpen: true };
        windows.push(window);
        return success({
          navigate: (url) => {
            window.urls.push(url);
            return success(undefined);
          },
          focus: () => true,
          close: () => {
            window.isOpen = false;
          },
        });
      },
      requestLink: () => Promise.resolve(failed({ code: 'misconfigured' })),
      attention,
      memory: { load: () => undefined, save: (attempt) => void saved.push(attempt) },
      config: () => ({ pollInterval, pollTimeout: 300_000, push: false }),
      reloadPage: () => undefined,
      reportError: (error) => void errors.push(error),
      ...ports,
    },
    (change) => onChange?.(change),
  );
  return { flow, attention, requests, saved, errors, windows, sessions: () => sessions };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A flow with Veriff open. */
async function open(answers = [status('UNVERIFIED')], setup: Setup = {}) {
  const opened = createFlow(answers, { session: success('https://magic.veriff.me/v/token'), ...setup });
  opened.flow.send({ type: 'begin' });
  await pass(1);
  opened.flow.send({ type: 'start', openIn: 'modal' });
  await pass(1);
  expect(opened.flow.snapshot.state).toBe('verifying');
  return opened;
}

useFakeTimers();

describe('the first check', () => {
  it('is repeated if the answer holds no known state, and then given up', async () => {
    const { flow, requests } = createFlow([status(undefined)]);
    flow.send({ type: 'begin' });
    await pass(5_000);
    expect(requests).toEqual([0, 2_500, 5_000]);
    expect(flow.snapshot).toMatchObject({ state: 'ready', failure: { code: 'bad-response' } });
  });

  it('keeps nobody waiting, however long the interval', async () => {
    const { flow } = createFlow([status(undefined)], { pollInterval: 1e12 });
    flow.send({ type: 'begin' });
    await pass(6_000);
    expect(flow.snapshot.state).toBe('ready');
  });

  it('is not repeated while the page is hidden', async () => {
    const { flow, attention, requests } = createFlow([status(undefined), status('UNVERIFIED')]);
    flow.send({ type: 'begin' });
    await pass(1_000);
    attention.hidden = true;
    await pass(86_400_000);
    expect(requests).toEqual([0]);
    attention.comeBack();
    await pass(0);
    expect(flow.snapshot.state).toBe('ready');
  });

  it('is sent although the browser believes that it is offline', async () => {
    const { flow, attention, requests } = createFlow([status('UNVERIFIED')]);
    attention.offline = true;
    flow.send({ type: 'begin' });
    await pass(0);
    expect(requests).toEqual([0]);
    expect(flow.snapshot.state).toBe('ready');
  });

  it('fails in a task of its own, so that a host that checks again at once does not block the page', async () => {
    let changes = 0;
    const { flow } = createFlow([failing({ code: 'network' })], {
      onChange: ({ now }) => {
        if (++changes < 1_000 && now.state === 'ready') flow.send({ type: 'check' });
      },
    });
    flow.send({ type: 'begin' });
    await pass(0);
    expect(changes).toBeLessThan(10);
    flow.stop();
  });

  it('is not sent for a window that is closed and opened again in quick succession', async () => {
    const { flow, requests } = await open();
    const before = requests.length;
    for (let round = 0; round < 60; round++) {
      flow.send({ type: 'close' });
      await pass(10);
      flow.send({ type: 'start', openIn: 'modal' });
    }
    expect(requests).toHaveLength(before);
    flow.send({ type: 'close' });
    await pass(1_000);
    expect(requests).toHaveLength(before + 1);
  });
});

describe('`Retry-After`', () => {
  it('applies to whatever request comes next', async () => {
    const { flow, attention, requests } = createFlow([
      failing({ code: 'rate-limited', status: 429, retryAfter: 60_000 }),
      status('UNVERIFIED'),
    ]);
    flow.send({ type: 'begin' });
    await pass(30_000);
    attention.comeBack();
    await pass(29_000);
    expect(requests).toEqual([0]);
    await pass(2_000);
    expect(requests).toHaveLength(2);
    flow.stop();
  });
});

describe('Start', () => {
  it.each<{ why: string; openVeriff?: Ports['openVeriff'] }>([
    { why: 'there is no session' },
    { why: 'there is no window', openVeriff: () => failed({ code: 'popup-blocked' }) },
    {
      why: 'the window throws',
      openVeriff: () => {
        throw new Error('of the page');
      },
    },
  ])(
    'fails in a task of its own if $why, so that a host that starts again does not block the page',
    async ({ why: _, ...setup }) => {
      let changes = 0;
      const { flow } = createFlow([status('UNVERIFIED')], {
        ...setup,
        onChange: ({ now }) => {
          if (++changes < 1_000 && now.state === 'failed') flow.send({ type: 'start', openIn: 'modal' });
        },
      });
      flow.send({ type: 'begin' });
      await pass(0);
      flow.send({ type: 'start', openIn: 'modal' });
      await pass(0);
      expect(changes).toBeLessThan(10);
      flow.stop();
    },
  );

  it('makes one request for a session, however often Veriff is closed and opened', async () => {
    const { flow, sessions } = await open();
    for (let round = 0; round < 5; round++) {
      flow.send({ type: 'close' });
      flow.send({ type: 'start', openIn: 'modal' });
      await pass(1);
    }
    expect(sessions()).toBe(1);
  });

  it('reopens Veriff in a new window with the same session, without any other change of state', async () => {
    const states: State[] = [];
    const { flow, windows, requests, sessions } = await open(undefined, {
      onChange: ({ now }) => void states.push(now.state),
    });
    states.length = 0;
    const before = requests.length;
    flow.send({ type: 'reopen', openIn: 'popup' });
    await pass(1);
    expect(states).toEqual(['starting', 'verifying']);
    expect(windows.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect([requests.length, sessions()]).toEqual([before, 1]);
    expect(flow.snapshot.veriff?.openIn).toBe('popup');
  });
});

describe('an effect that throws', () => {
  const throwing = () => {
    throw new Error('a bug');
  };

  it.each<{ state: State; offers: State }>([
    { state: 'checking', offers: 'ready' },
    { state: 'starting', offers: 'failed' },
    { state: 'pending', offers: 'pending' },
    { state: 'deciding', offers: 'deciding' },
  ])(
    'in $state is reported, and the person is offered the next step in $offers',
    async ({ state, offers }) => {
      const baanx = {
        readStatus: () => Promise.resolve(status('UNVERIFIED')),
        listen: () => Promise.resolve(),
      };
      const { flow, errors, windows } = createFlow([], {
        session: success('https://magic.veriff.me/v/token'),
        baanx,
        ...(state === 'starting' && { openVeriff: throwing }),
      });
      if (state === 'checking') baanx.readStatus = throwing;
      flow.send({ type: 'begin' });
      await pass(1);
      if (state !== 'checking') {
        flow.send({ type: 'start', openIn: 'modal' });
        await pass(1);
      }
      if (state === 'pending' || state === 'deciding') {
        baanx.readStatus = throwing;
        if (state === 'pending') flow.send({ type: 'status', verificationState: 'PENDING' });
        windows[0]?.report({ type: 'finished' });
        await pass(1);
      }
      await pass(1);
      expect(errors).toEqual([new Error('a bug')]);
      expect(flow.snapshot).toMatchObject({ state: offers, failure: {} });
      flow.stop();
    },
  );
});

describe('a reload that Veriff forces', () => {
  it('opens a new session in the account flow, and the same one in the registration', async () => {
    for (const account of [true, false]) {
      const { flow, windows, sessions } = await open(undefined, { account });
      await pass(1_000);
      windows[0]?.report({ type: 'reload-forced' });
      await pass(1);
      expect(windows[0]?.urls).toHaveLength(2);
      expect(sessions()).toBe(account ? 2 : 1);
      flow.stop();
    }
  });

  it('counts once if it is reported twice', async () => {
    const { flow, windows, sessions } = await open(undefined, { account: true });
    await pass(1_000);
    for (let times = 0; times < 2; times++) {
      windows[0]?.report({ type: 'reload-forced' });
      await pass(50);
    }
    expect(sessions()).toBe(2);
    flow.stop();
  });

  it('counts once if it is repeated before the session has arrived', async () => {
    const session = success('https://magic.veriff.me/v/token');
    const { flow, windows, sessions } = createFlow([status('UNVERIFIED')], {
      session,
      sessionDelay: 600,
      account: true,
    });
    flow.send({ type: 'begin' });
    await pass(1);
    flow.send({ type: 'start', openIn: 'modal' });
    await pass(1_000);
    windows[0]?.report({ type: 'reload-forced' });
    await pass(300);
    windows[0]?.report({ type: 'reload-forced' });
    await pass(2_000);
    expect([sessions(), windows[0]?.urls.length]).toEqual([2, 2]);
    flow.stop();
  });

  it('is given up after two, with a next step', async () => {
    const { flow, windows, sessions } = await open(undefined, { account: true });
    for (let times = 0; times < 20; times++) {
      await pass(1_000);
      windows[0]?.report({ type: 'reload-forced' });
    }
    expect(sessions()).toBe(3);
    expect(flow.snapshot).toMatchObject({
      state: 'verifying',
      veriff: { prompt: 'silent' },
      failure: { code: 'veriff-unreachable' },
    });
    flow.stop();
  });
});

describe('a hand-off', () => {
  const link = (lifetime?: number): Result<HandoffLink> =>
    success({
      url: 'https://app.example/continue',
      expiresAt: lifetime === undefined ? undefined : Date.now() + lifetime,
    });

  /** A flow that hands off, and when it requested its links. */
  async function handOff(makeLink: () => Result<HandoffLink>, setup: Setup = {}) {
    const links: number[] = [];
    const startedAt = performance.now();
    const created = createFlow([status('UNVERIFIED')], {
      ...setup,
      requestLink: () => {
        links.push(Math.round((performance.now() - startedAt) / 1_000));
        return Promise.resolve(makeLink());
      },
    });
    created.flow.send({ type: 'begin' });
    await pass(1);
    created.flow.send({ type: 'start', openIn: 'handoff' });
    await pass(1);
    return { ...created, links };
  }

  it('creates no session and opens no window here', async () => {
    const { flow, sessions, windows } = await handOff(() => link());
    await pass(60_000);
    expect([flow.snapshot.state, sessions(), windows.length]).toEqual(['verifying', 0, 0]);
    flow.stop();
  });

  it('follows the status at the full pace, and ends with the submission', async () => {
    const { flow, requests } = await handOff(() => link());
    const before = requests.length;
    await pass(20_500);
    expect(requests.length - before).toBeGreaterThanOrEqual(3);
    flow.send({ type: 'status', verificationState: 'PENDING', suggestsSubmission: true });
    expect(flow.snapshot).toMatchObject({ state: 'pending', attempt: { submission: 'submitted' } });
    flow.stop();
  });

  it('checks the status at once on `check`, and keeps its link', async () => {
    const { flow, links, requests } = await handOff(() => link());
    await pass(1_000);
    const before = requests.length;
    const shown = flow.snapshot;
    flow.send({ type: 'check' });
    await pass(1);
    expect(requests.length - before).toBe(1);
    expect(flow.snapshot).toEqual(shown);
    expect(links).toHaveLength(1);
    flow.stop();
  });

  it('that took long is not overdue when the person says that they have finished', async () => {
    const { flow, requests } = await handOff(() => link());
    await pass(1_800_000);
    const before = requests.length;
    flow.send({ type: 'claim-finished' });
    await pass(20_500);
    expect(flow.snapshot.state).toBe('deciding');
    expect(requests.length - before).toBeGreaterThanOrEqual(4);
    await pass(300_000);
    expect(flow.snapshot.state).toBe('pending');
    flow.stop();
  });

  it('that took long is followed by a review at the full pace', async () => {
    const { flow, requests } = await handOff(() => link());
    await pass(1_800_000);
    flow.send({ type: 'status', verificationState: 'PENDING', suggestsSubmission: true });
    const before = requests.length;
    await pass(20_500);
    expect(requests.length - before).toBeGreaterThanOrEqual(3);
    flow.stop();
  });

  it.each([
    { what: 'a minute before it expires', lifetime: 180_000, links: [0, 120, 240] },
    { what: 'not in quick succession, also if the clocks differ', lifetime: -3_600_000, links: [0, 30, 60] },
    { what: 'in time if it is short-lived', lifetime: 20_000, links: [0, 10, 20] },
    { what: 'after five minutes at the latest', lifetime: 86_400_000, links: [0, 300, 600] },
    { what: 'never if it does not expire', lifetime: undefined, links: [0] },
  ])('replaces its link $what', async ({ lifetime, links: expected }) => {
    const { flow, links } = await handOff(() => link(lifetime));
    await pass(((expected.at(-1) ?? 0) + 5) * 1_000);
    expect(links).toEqual(expected);
    flow.stop();
  });

  it('requests no link while the page is hidden', async () => {
    const { flow, links, attention } = await handOff(() => link(90_000));
    attention.leave();
    await pass(600_000);
    expect(links).toEqual([0]);
    attention.comeBack();
    await pass(1);
    expect(links).toHaveLength(2);
    flow.stop();
  });

  it('keeps following the status if there is no new link, until the person asks for one', async () => {
    let answer = link(90_000);
    const { flow, links, requests } = await handOff(() => answer);
    answer = failed({ code: 'provider-unavailable' });
    await pass(80_000);
    expect(flow.snapshot.veriff?.link, 'the old one is still valid').toBeDefined();
    await pass(30_000);
    expect(flow.snapshot).toMatchObject({ state: 'verifying', failure: { code: 'provider-unavailable' } });
    const before = requests.length;
    await pass(20_000);
    expect(requests.length).toBeGreaterThan(before);
    answer = link();
    flow.send({ type: 'reopen', openIn: 'handoff' });
    await pass(1);
    expect(flow.snapshot).toMatchObject({
      state: 'verifying',
      veriff: { link: { url: expect.any(String) } },
    });
    expect(flow.snapshot.failure).toBeUndefined();
    expect(links).toHaveLength(5);
    flow.stop();
  });

  it('opens Veriff here if the person would rather continue here, and requests no more links', async () => {
    const { flow, links, windows } = await handOff(() => link(90_000), {
      session: success('https://magic.veriff.me/v/token'),
    });
    flow.send({ type: 'start', openIn: 'modal' });
    await pass(600_000);
    expect(flow.snapshot).toMatchObject({ state: 'verifying', veriff: { openIn: 'modal' } });
    expect([links.length, windows.length]).toEqual([1, 1]);
    flow.stop();
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { flow, links, requests } = await handOff(() => link(90_000));
    flow.stop();
    const before = requests.length;
    await pass(600_000);
    expect([links.length, requests.length, flow.snapshot.state]).toEqual([1, before, 'ready']);
    expect(flow.snapshot.veriff).toBeUndefined();
  });
});

describe('a review of which it is not known whether documents were submitted', () => {
  it('is checked at once and at the full pace when the person says that they have finished', async () => {
    const { flow, requests } = createFlow([status('PENDING')]);
    flow.send({ type: 'begin' });
    await pass(1_800_000);
    expect(flow.snapshot.state).toBe('pending');
    const before = requests.length;
    flow.send({ type: 'claim-finished' });
    await pass(1);
    expect(requests.length).toBe(before + 1);
    await pass(20_500);
    expect(requests.length - before).toBeGreaterThanOrEqual(4);
    flow.stop();
  });
});

describe('the memory of an attempt', () => {
  it('is saved when documents are submitted, and cleared by a verdict', async () => {
    const { saved, windows } = await open([status('UNVERIFIED'), status('VERIFIED')]);
    saved.length = 0;
    windows[0]?.report({ type: 'finished' });
    await pass(1);
    expect(saved).toMatchObject([{ submission: 'submitted' }, undefined]);
  });
});

describe('a clock that jumps', () => {
  it.each([-3_600_000, 8 * 86_400_000])('by %i ms does not change the pace', async (jump) => {
    const { flow, requests, windows } = await open([status('UNVERIFIED'), status('PENDING')]);
    windows[0]?.report({ type: 'finished' });
    await pass(10_000);
    const before = requests.length;
    vi.setSystemTime(Date.now() + jump);
    await pass(10_000);
    expect(requests).toHaveLength(before + 2);
    flow.stop();
  });
});
