import { describe, expect, it, vi } from 'vitest';
import { failed, success, type Result } from '../../src/baanx/result.js';
import type { VerificationState } from '../../src/baanx/wire.js';
import { Notices } from '../../src/flow/notices.js';
import { poll, type PollContext } from '../../src/flow/poll.js';
import type { Status } from '../../src/flow/ports.js';
import { FakeAttention } from '../support/attention.js';
import { useFakeTimers } from '../support/fake-timers.js';

const HOUR_MS = 3_600_000;

/** A stream that the test controls. */
interface FakeStream {
  readonly openedAt: number;
  readonly signal: AbortSignal;
  readonly notify: (mustPoll?: boolean) => void;
  readonly end: () => void;
}

/** A review that is waited for: a poll that begins after an answer, and its notices. */
function waiting() {
  const attention = new FakeAttention();
  const end = new AbortController();
  const start = performance.now();
  const now = () => performance.now() - start;
  const requests: number[] = [];
  const streams: FakeStream[] = [];
  const server = {
    /** What opening a stream leads to: `silent` opens it, and nothing ever arrives. */
    opens: 'yes' as 'yes' | 'no' | 'silent',
    answer: success({ verificationState: 'PENDING', suggestsSubmission: false }) as Result<Status>,
  };
  const notices = new Notices(end.signal);
  const context: PollContext = {
    ports: {
      attention,
      config: () => ({ pollInterval: 5_000, pollTimeout: 300_000, push: true }),
      baanx: {
        readStatus: async () => {
          requests.push(now());
          return server.answer;
        },
        listen: (signal, notify) =>
          new Promise((resolve) => {
            streams.push({ openedAt: now(), signal, notify, end: resolve });
            signal.addEventListener('abort', () => resolve());
            if (server.opens === 'no') resolve();
            // The client gives a stream up if nothing arrives.
            if (server.opens === 'silent') setTimeout(resolve, 10_000);
            if (server.opens === 'yes') notify();
          }),
      },
    },
    signal: end.signal,
    cause: { type: 'status', verificationState: 'PENDING' },
    send: () => undefined,
  };
  const begin = () =>
    Promise.all([
      poll(context, { interval: () => 5_000, since: start, immediately: false, notices }),
      notices.listen(context.ports, context.signal),
    ]);
  const latest = () => streams.at(-1)!;
  return { attention, end, requests, streams, server, notices, begin, latest, now };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

useFakeTimers();

describe('While notices arrive', () => {
  it('the status is requested when the stream opens, at each notice at once, and otherwise rarely', async () => {
    const { requests, begin, latest } = waiting();
    void begin();
    await pass(0);
    expect(requests).toEqual([0]);
    await pass(30_000);
    latest().notify();
    await pass(0);
    expect(requests).toEqual([0, 30_000]);
    // A minute after the first answer the safety net would have asked; now it begins after the notice.
    await pass(89_999);
    expect(requests).toHaveLength(2);
    await pass(1);
    expect(requests).toHaveLength(3);
  });

  it('an hour takes at most 12 requests, also if the server ends the stream every half an hour', async () => {
    const { requests, begin, latest, streams } = waiting();
    void begin();
    await pass(HOUR_MS / 2);
    latest().end();
    await pass(HOUR_MS / 2);
    expect(requests.length).toBeLessThanOrEqual(12);
    expect(streams).toHaveLength(2);
  });

  it('a notice within the second after an answer, or during a request, leads to another request', async () => {
    const { requests, begin, latest } = waiting();
    void begin();
    await pass(100);
    latest().notify();
    latest().notify();
    await pass(0);
    expect(requests).toEqual([0, 100]);
  });

  it('Retry-After is respected', async () => {
    const { requests, begin, latest, server } = waiting();
    server.answer = failed({ code: 'rate-limited', retryAfter: 20_000 });
    void begin();
    await pass(1_000);
    latest().notify();
    await pass(18_999);
    expect(requests).toEqual([0]);
    await pass(1);
    expect(requests).toEqual([0, 20_000]);
  });

  it.each<[string, VerificationState | undefined]>([
    ['UNVERIFIED', 'UNVERIFIED'],
    ['nothing', undefined],
  ])(
    'polling stays fast as long as Baanx says %s: the submission has not arrived yet',
    async (_, verificationState) => {
      const { requests, begin, server } = waiting();
      server.answer = success({ verificationState, suggestsSubmission: false });
      void begin();
      await pass(20_000);
      expect(requests).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
    },
  );
});

describe('While the server may miss changes', () => {
  it('the status is requested at once and then as without push, until the next notice', async () => {
    const { requests, begin, latest, notices } = waiting();
    void begin();
    await pass(HOUR_MS / 2);
    latest().notify(true);
    await pass(0);
    expect(notices.isLive).toBe(false);
    expect(requests.at(-1)).toBe(HOUR_MS / 2);
    const before = requests.length;
    // Half an hour is past the timeout of fast polling: without push it would be one request a minute.
    await pass(HOUR_MS / 2);
    expect(requests.length - before).toBeGreaterThan(25);
    latest().notify();
    await pass(0);
    expect([notices.isLive, requests.at(-1)]).toEqual([true, HOUR_MS]);
    const calm = requests.length;
    await pass(HOUR_MS / 2);
    expect(requests.length - calm).toBeLessThan(8);
  });

  it('polling is fast in the first minutes', async () => {
    const { requests, begin, latest, streams } = waiting();
    void begin();
    await pass(0);
    latest().notify(true);
    await pass(20_000);
    expect(requests).toEqual([0, 0, 5_000, 10_000, 15_000, 20_000]);
    expect(streams).toHaveLength(1);
  });
});

describe('A hidden page', () => {
  it('is followed by a new stream within 2 s each time, even if the stream before had not begun', async () => {
    const { attention, begin, latest, server, streams } = waiting();
    server.opens = 'silent';
    void begin();
    for (let count = 1; count <= 4; count++) {
      await pass(100);
      expect(streams).toHaveLength(count);
      attention.leave();
      await pass(0);
      expect(latest().signal.aborted).toBe(true);
      attention.comeBack();
      await pass(2_000);
    }
  });

  it('opens no stream when a review begins in it, until the person returns', async () => {
    const { attention, begin, streams } = waiting();
    attention.leave();
    void begin();
    await pass(HOUR_MS);
    expect(streams).toEqual([]);
    attention.comeBack();
    await pass(0);
    expect(streams).toHaveLength(1);
  });

  it('has no stream and sends no request; both follow when the person returns', async () => {
    const { attention, requests, begin, latest, streams } = waiting();
    void begin();
    await pass(10_000);
    attention.leave();
    await pass(HOUR_MS);
    expect(latest().signal.aborted).toBe(true);
    expect([requests.length, streams.length]).toEqual([1, 1]);
    attention.comeBack();
    await pass(5_000);
    expect(streams).toHaveLength(2);
    expect(requests.length).toBeGreaterThan(1);
  });
});

describe('Short streams', () => {
  it('that a server cuts: polling is as fast as without push until the next one opens', async () => {
    const { requests, begin, latest, notices } = waiting();
    void begin();
    for (let cut = 0; cut < 5; cut++) {
      await pass(30_000);
      latest().end();
    }
    await pass(0);
    expect(notices.isLive).toBe(false);
    const before = requests.length;
    await pass(30_000);
    expect(requests.length).toBeGreaterThanOrEqual(before + 5);
  });

  it('that ended because the person left: the next one opens as soon as they stay', async () => {
    const { attention, begin, streams, now } = waiting();
    void begin();
    for (let visit = 0; visit < 8; visit++) {
      await pass(20_000);
      attention.leave();
      await pass(40_000);
      attention.comeBack();
    }
    const returned = now();
    await pass(5_000);
    expect(streams.at(-1)!.openedAt).toBeGreaterThanOrEqual(returned);
  });
});

describe('Without a stream', () => {
  it.each(['no', 'silent'] as const)('polling goes on as without push (opens: %s)', async (opens) => {
    const { requests, begin, server } = waiting();
    server.opens = opens;
    void begin();
    await pass(25_000);
    expect(requests).toEqual([5_000, 10_000, 15_000, 20_000, 25_000]);
  });

  it('it is tried again less and less often', async () => {
    const { begin, server, streams } = waiting();
    server.opens = 'no';
    void begin();
    await pass(HOUR_MS);
    const attempts = streams.map(({ openedAt }) => openedAt);
    expect(attempts.slice(0, 4)).toEqual([0, 2_000, 6_000, 14_000]);
    expect(attempts.length).toBeLessThan(16);
  });

  it('that was there before, polling takes over at once, and hands back to a new stream', async () => {
    const { requests, begin, latest, server, notices } = waiting();
    void begin();
    await pass(120_000);
    server.opens = 'no';
    latest().end();
    const before = requests.length;
    await pass(20_000);
    expect(notices.isLive).toBe(false);
    expect(requests.length).toBeGreaterThanOrEqual(before + 3);
    server.opens = 'yes';
    await pass(120_000);
    expect(notices.isLive).toBe(true);
    const calm = requests.length;
    await pass(50_000);
    expect(requests.length).toBeLessThanOrEqual(calm + 1);
  });

  it('that breaks each time it opens, it is not opened in a tight loop', async () => {
    const { begin, requests, server, streams, latest } = waiting();
    void begin();
    for (let i = 0; i < 600; i++) {
      await pass(1_000);
      if (!latest().signal.aborted) latest().end();
    }
    expect(streams.length).toBeLessThan(15);
    expect(requests.length).toBeLessThan(200);
    expect(server.opens).toBe('yes');
  });
});

it('The end of the effect leaves no stream, timer or listener', async () => {
  const { attention, end, begin, latest } = waiting();
  const done = begin();
  await pass(90_000);
  end.abort();
  await done;
  expect(latest().signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  expect(attention.waiting).toBe(0);
});
