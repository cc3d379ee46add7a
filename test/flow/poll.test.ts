import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Failure } from '../../src/flow/errors.js';
import type { BaanxStatus } from '../../src/flow/ports.js';
import { poll, SLOWEST, type Pace } from '../../src/flow/poll.js';
import { FakeAttention } from '../support/attention.js';

type Status = Answer<BaanxStatus>;
const pending: Status = { ok: true, value: { verificationState: 'PENDING', submitted: false } };
const failing = (failure: Failure): Status => ({ ok: false, failure });

/** A poll over scripted answers; the last one is given for ever. */
function polling(
  answers: Status[],
  { timeout = 300_000, ...pace }: Partial<Pace> & { timeout?: number } = {},
) {
  const attention = new FakeAttention();
  const end = new AbortController();
  const asked: number[] = [];
  const noted: Failure[] = [];
  const start = Date.now();
  let overdue = 0;
  let last = answers[0]!;
  const readStatus = () => {
    asked.push(Date.now() - start);
    last = answers.shift() ?? last;
    return Promise.resolve(last);
  };
  const done = poll(
    {
      ports: { attention, baanx: { readStatus }, pollTimeout: timeout },
      signal: end.signal,
      cause: { type: 'submitted' },
      send: (event) => {
        if (event.type === 'status-failed') noted.push(event.failure);
        if (event.type === 'overdue') overdue++;
      },
    },
    { interval: 5_000, atOnce: true, since: start, ...pace },
  );
  return { attention, asked, noted, end, done, overdue: () => overdue };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('poll', () => {
  it('asks at once, then at the interval', async () => {
    const { asked } = polling([pending]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toEqual([0, 5_000, 10_000, 15_000]);
  });

  it('waits first where an answer has just come', async () => {
    const { asked } = polling([pending], { atOnce: false });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([5_000]);
  });

  it('jitters by up to a tenth', async () => {
    vi.mocked(Math.random).mockReturnValue(0.999);
    const { asked } = polling([pending]);
    await vi.advanceTimersByTimeAsync(5_499);
    expect(asked).toEqual([0, expect.closeTo(5_499.5, -1)]);
  });

  it('slows to one question a minute after the time-out, and says so', async () => {
    const { asked, overdue } = polling([pending], { timeout: 20_000 });
    await vi.advanceTimersByTimeAsync(3_600_000);
    const gaps = asked.slice(1).map((at, index) => at - asked[index]!);
    expect(gaps.slice(0, 4)).toEqual([5_000, 5_000, 5_000, 5_000]);
    expect(gaps.at(4)).toBe(7_500);
    expect(gaps.at(-1)).toBe(SLOWEST);
    expect(overdue()).toBeGreaterThan(0);
  });

  it('bounds a visible day of review', async () => {
    const { asked } = polling([pending]);
    await vi.advanceTimersByTimeAsync(86_400_000);
    // 61 in the first five minutes, a few while it slows down, then one a minute.
    expect(asked.length).toBe(1_499);
  });

  it.each(['hidden', 'offline'] as const)('asks nothing while %s, and at once on return', async (why) => {
    const { asked, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(1_000);
    attention[why] = true;
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked).toEqual([0]);
    attention.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
  });

  it('asks at once when somebody comes back to a page that was never hidden', async () => {
    const { asked, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    attention.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([0, 2_000]);
  });

  it('takes a burst of signs of life for one', async () => {
    const { asked, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    for (let sign = 0; sign < 10; sign++) {
      attention.wake();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(asked).toHaveLength(2);
  });

  it('is left alone as long as the server asked, whoever comes back', async () => {
    const { asked, attention } = polling([failing({ code: 'rate-limited', retryAfter: 60_000 }), pending]);
    await vi.advanceTimersByTimeAsync(30_000);
    attention.wake();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([0, 60_000]);
  });

  it('notes the third passing failure in a row, goes on slower, and never ends', async () => {
    const { asked, noted } = polling([failing({ code: 'network' })]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(noted).toEqual([{ code: 'network' }]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBeGreaterThan(40);
  });

  it('starts counting failures anew after an answer', async () => {
    const network = failing({ code: 'network' });
    const { noted } = polling([network, network, pending, network, network, pending]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(noted).toEqual([]);
  });

  it('tells at once of a failure that does not pass', async () => {
    const { noted } = polling([failing({ code: 'not-authenticated', status: 401 })]);
    await vi.advanceTimersByTimeAsync(0);
    expect(noted).toEqual([{ code: 'not-authenticated', status: 401 }]);
  });

  it('leaves no timer and no listener when it ends', async () => {
    const { end, done, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    end.abort();
    await done;
    expect(vi.getTimerCount()).toBe(0);
    expect(attention.waiting).toBe(0);
  });
});
