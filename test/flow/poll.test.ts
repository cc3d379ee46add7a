import { describe, expect, it, vi } from 'vitest';
import type { VerificationState } from '../../src/baanx/wire.js';
import type { Status as Answer } from '../../src/flow/ports.js';
import { failed, success, type Failure, type Result } from '../../src/baanx/result.js';
import { MAX_INTERVAL_MS, poll } from '../../src/flow/poll.js';
import { FakeAttention } from '../support/attention.js';
import { useFakeTimers } from '../support/fake-timers.js';

const answer = (verificationState: VerificationState): Result<Answer> =>
  success({ verificationState, suggestsSubmission: false });
const pending = answer('PENDING');

interface Setup {
  readonly immediately?: boolean;
  readonly pollTimeout?: number;
}

/** A poll with scripted answers; the last one is repeated. */
function polling(answers: Result<Answer>[], { immediately = true, pollTimeout = 300_000 }: Setup = {}) {
  const attention = new FakeAttention();
  const end = new AbortController();
  const requests: number[] = [];
  const noted: Failure[] = [];
  const plan = { interval: 5_000 };
  const start = performance.now();
  let overdue = 0;
  let last = answers[0]!;
  const readStatus = () => {
    requests.push(performance.now() - start);
    last = answers.shift() ?? last;
    return Promise.resolve(last);
  };
  const done = poll(
    {
      ports: {
        attention,
        baanx: { readStatus, listen: async () => undefined },
        config: () => ({ pollInterval: 5_000, pollTimeout, push: false }),
      },
      signal: end.signal,
      cause: { type: 'submitted' },
      send: (event) => {
        if (event.type === 'status-failed') noted.push(event.failure);
        if (event.type === 'overdue') overdue++;
      },
    },
    { interval: () => plan.interval, immediately, since: start },
  );
  return { attention, requests, noted, end, done, plan, overdue: () => overdue };
}

useFakeTimers();

describe('poll', () => {
  it('sends a request at once, then one each interval', async () => {
    const { requests } = polling([pending]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(requests).toEqual([0, 5_000, 10_000, 15_000]);
  });

  it('waits first if an answer has just arrived', async () => {
    const { requests } = polling([pending], { immediately: false });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toEqual([5_000]);
  });

  it('uses an interval that changed from the next wait on', async () => {
    const { requests, plan } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    plan.interval = 1_000;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toEqual([0, 5_000, 6_000, 7_000]);
  });

  it('jitters by up to a tenth', async () => {
    vi.mocked(Math.random).mockReturnValue(0.999);
    const { requests } = polling([pending]);
    await vi.advanceTimersByTimeAsync(5_499);
    expect(requests).toEqual([0, expect.closeTo(5_499.5, -1)]);
  });

  it('slows down to one request a minute after the timeout, and reports that', async () => {
    const { requests, overdue } = polling([pending], { pollTimeout: 20_000 });
    await vi.advanceTimersByTimeAsync(3_600_000);
    const gaps = requests.slice(1).map((at, index) => at - requests[index]!);
    expect(gaps.slice(0, 4)).toEqual([5_000, 5_000, 5_000, 5_000]);
    expect(gaps.at(4)).toBe(7_500);
    expect(gaps.at(-1)).toBe(MAX_INTERVAL_MS);
    expect(overdue()).toBeGreaterThan(0);
  });

  it('sends a bounded number of requests in a day in front of the person', async () => {
    const { requests } = polling([pending]);
    await vi.advanceTimersByTimeAsync(86_400_000);
    // 61 in the first five minutes, a few while it slows down, then one a minute.
    expect(requests.length).toBe(1_499);
  });

  it('sends nothing while hidden, and a request at once when the person returns', async () => {
    const { requests, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(1_000);
    attention.hidden = true;
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(requests).toEqual([0]);
    attention.comeBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(2);
  });

  it('is slower, but goes on, while the browser believes that it is offline', async () => {
    const { requests, attention } = polling([pending]);
    attention.offline = true;
    await vi.advanceTimersByTimeAsync(45_000);
    expect(requests).toEqual([0, 15_000, 30_000, 45_000]);
  });

  it('reports the first failure if the browser says that it is offline', async () => {
    const { noted, attention } = polling([failed({ code: 'network' })]);
    attention.offline = true;
    await vi.advanceTimersByTimeAsync(0);
    expect(noted).toEqual([{ code: 'network' }]);
  });

  it('sends a request at once when the person returns to a page that was never hidden', async () => {
    const { requests, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    attention.comeBack();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toEqual([0, 2_000]);
  });

  it('takes several signs of the person’s return for one', async () => {
    const { requests, attention } = polling([pending]);
    await vi.advanceTimersByTimeAsync(2_000);
    for (let sign = 0; sign < 10; sign++) {
      attention.comeBack();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(requests).toHaveLength(2);
  });

  it('respects Retry-After, even if the person returns', async () => {
    const { requests, attention } = polling([failed({ code: 'rate-limited', retryAfter: 60_000 }), pending]);
    await vi.advanceTimersByTimeAsync(30_000);
    attention.comeBack();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(requests).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toEqual([0, 60_000]);
  });

  it('reports the third transient failure in a row, slows down, and never ends', async () => {
    const { requests, noted } = polling([failed({ code: 'network' })]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(noted).toEqual([{ code: 'network' }]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(requests.length).toBeGreaterThan(40);
  });

  it('counts failures from zero after an answer', async () => {
    const network = failed({ code: 'network' });
    const { noted } = polling([network, network, pending, network, network, pending]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(noted).toEqual([]);
  });

  it('reports a permanent failure at once', async () => {
    const { noted } = polling([failed({ code: 'not-authenticated', status: 401 })]);
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
