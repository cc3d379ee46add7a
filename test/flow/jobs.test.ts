import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VerificationState } from '../../src/baanx/wire.js';
import type { Answer, Failure } from '../../src/flow/errors.js';
import type { BaanxStatus } from '../../src/flow/ports.js';
import { Flow, type Change } from '../../src/flow/flow.js';
import type { Ports } from '../../src/flow/jobs.js';
import { Sessions } from '../../src/flow/sessions.js';
import { FakeAttention } from '../support/attention.js';

type Status = Answer<BaanxStatus>;
const says = (value: VerificationState | undefined): Status => ({
  ok: true,
  value: { verificationState: value, submitted: false },
});
const failing = (failure: Failure): Status => ({ ok: false, failure });

/** A flow over scripted answers; the last one is given for ever. */
function flowOver(answers: Status[], settings: Partial<Ports> = {}, onChange?: (change: Change) => void) {
  const attention = new FakeAttention();
  const asked: number[] = [];
  const start = Date.now();
  let last = answers[0]!;
  const readStatus = () => {
    asked.push(Date.now() - start);
    last = answers.shift() ?? last;
    return Promise.resolve(last);
  };
  const ports: Ports = {
    baanx: { readStatus },
    sessions: new Sessions(
      { createSession: () => Promise.resolve({ ok: false, failure: { code: 'network' } }) },
      'registration',
    ),
    prepareVeriff: () => ({
      navigate: () => undefined,
      focus: () => undefined,
      close: () => undefined,
    }),
    attention,
    pollInterval: 5_000,
    pollTimeout: 300_000,
    ...settings,
  };
  const flow = new Flow(ports, (change) => onChange?.(change));
  return { flow, attention, asked };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the first question', () => {
  it('is put again where the answer holds no known state, and then left', async () => {
    const { flow, asked } = flowOver([says(undefined)]);
    flow.send({ type: 'begin' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([0, 2_500, 5_000]);
    await vi.advanceTimersByTimeAsync(1);
    expect(flow.snapshot).toMatchObject({ state: 'ready', failure: { code: 'bad-response' } });
  });

  it('does not keep anybody waiting, however long the interval', async () => {
    const { flow } = flowOver([says(undefined)], { pollInterval: 1e12 });
    flow.send({ type: 'begin' });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(flow.snapshot.state).toBe('ready');
  });

  it('is not put again to a page that was hidden meanwhile', async () => {
    const { flow, attention, asked } = flowOver([says(undefined), says('UNVERIFIED')]);
    flow.send({ type: 'begin' });
    await vi.advanceTimersByTimeAsync(1_000);
    attention.hidden = true;
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked).toEqual([0]);
    attention.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(flow.snapshot.state).toBe('ready');
  });

  it('fails in a task of its own: a host that asks again at once does not hold the page', async () => {
    let changes = 0;
    const { flow, attention } = flowOver([says('UNVERIFIED')], {}, ({ now }) => {
      if (++changes < 1_000 && now.state === 'ready') flow.send({ type: 'check' });
    });
    attention.offline = true;
    flow.send({ type: 'begin' });
    await vi.advanceTimersByTimeAsync(0);
    expect(changes).toBeLessThan(10);
    flow.stop();
  });
});

describe('`Retry-After`', () => {
  it('is kept to by whatever asks next', async () => {
    const { flow, attention, asked } = flowOver([
      failing({ code: 'rate-limited', status: 429, retryAfter: 60_000 }),
      says('UNVERIFIED'),
    ]);
    flow.send({ type: 'begin' });
    await vi.advanceTimersByTimeAsync(30_000);
    attention.wake();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveLength(2);
    flow.stop();
  });
});

describe('Start', () => {
  it.each<{ why: string; prepareVeriff?: Ports['prepareVeriff'] }>([
    { why: 'there is no session' },
    { why: 'there is no window', prepareVeriff: () => ({ code: 'popup-blocked' }) },
    {
      why: 'the window is broken',
      prepareVeriff: () => {
        throw new Error('of the page');
      },
    },
  ])(
    'fails in a task of its own where $why: a host that starts again does not hold the page',
    async ({ why: _, ...settings }) => {
      let changes = 0;
      const { flow } = flowOver([says('UNVERIFIED')], settings, ({ now }) => {
        if (++changes < 1_000 && now.state === 'failed') flow.send({ type: 'start' });
      });
      flow.send({ type: 'begin' });
      await vi.advanceTimersByTimeAsync(0);
      flow.send({ type: 'start' });
      await vi.advanceTimersByTimeAsync(0);
      expect(changes).toBeLessThan(10);
      flow.stop();
    },
  );
});
