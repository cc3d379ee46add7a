import type { FlowEvent } from './events.js';
import { Notices } from './notices.js';
import type { Ports } from './ports.js';
import { isTransient } from '../baanx/result.js';
import { sleep, untilVisible } from './sleep.js';

/** What polling needs from an effect. */
export interface PollContext {
  readonly ports: Pick<Ports, 'baanx' | 'attention' | 'config'>;
  readonly signal: AbortSignal;
  readonly send: (event: FlowEvent) => void;
  /** The event that began the effect. */
  readonly cause: FlowEvent;
}

export interface PollPlan {
  /** Time between an answer and the next request, in ms. Read before each wait, so that it may change. */
  readonly interval: () => number;
  /** When `poll-timeout` began to run, in ms on the monotonic clock. After it, polling slows down. */
  readonly since: number;
  /** Whether to send a request immediately, instead of waiting first because an answer has just arrived. */
  readonly immediately: boolean;
  /** Notices that the status may have changed. Without them, only the timer and the person's return cause requests. */
  readonly notices?: Notices;
  /** Called before each wait, to apply changed settings. */
  readonly beforeWait?: () => void;
}

/** The longest wait between two requests while the page is visible, in ms. */
export const MAX_INTERVAL_MS = 60_000;

/** The longest wait between two requests while notices arrive, in ms. */
const MAX_INTERVAL_WITH_NOTICES_MS = 600_000;

/** Signs that the person has returned (focus, visible, page shown) within this time count as one, in ms. */
const RETURN_SETTLE_MS = 1_000;

/** How much slower polling gets with each request after the timeout. */
const BACKOFF = 1.5;

/** How much slower polling is while the browser believes that it is offline. */
const OFFLINE_SLOWDOWN = 3;

/** The person sees a note only after this many transient failures in a row. */
const MIN_FAILURES_TO_REPORT = 3;

/**
 * Requests the status until the signal is aborted: one request at a time, none while the page is hidden, and one
 * immediately when the person returns. Failures slow it down and never end it.
 */
export async function poll(
  { ports, signal, send, cause }: PollContext,
  { interval, since, immediately, notices = new Notices(signal), beforeWait }: PollPlan,
): Promise<void> {
  const { attention, baanx } = ports;
  let pace = interval();
  let failures = 0;
  let wait = immediately ? 0 : jittered(pace);
  let failure = cause.type === 'status-failed' ? cause.failure : undefined;
  /** Waits `ms` altogether, less if the person returns or a notice arrives, and longer while the page is hidden. */
  const nextPoll = async (ms: number, retryAfter: number) => {
    // Nothing shortens Retry-After.
    await sleep(retryAfter, signal);
    const rest = ms - retryAfter;
    // Several signs of the person's return count as one.
    await sleep(Math.min(rest, RETURN_SETTLE_MS), notices.next);
    await attention.waitForReturn(notices.next, rest - RETURN_SETTLE_MS);
    await untilVisible(attention, signal);
  };
  while (!signal.aborted) {
    beforeWait?.();
    await nextPoll(wait, failure?.retryAfter ?? 0);
    if (signal.aborted) return;

    notices.clear();
    const result = await baanx.readStatus(signal);
    if (result.ok) {
      failures = 0;
      failure = undefined;
      send({ type: 'status', ...result.value });
    } else {
      failures++;
      ({ failure } = result);
      if (failures >= MIN_FAILURES_TO_REPORT || !isTransient(failure) || attention.offline)
        send({ type: 'status-failed', failure });
    }
    const isPastTimeout = performance.now() - since >= ports.config().pollTimeout;
    if (isPastTimeout) send({ type: 'overdue' });
    // While notices arrive, polling is only a safety net: it begins at a minute, and slows down.
    const isCalm = notices.isLive && result.ok && result.value.verificationState === 'PENDING';
    const slowest = Math.max(isCalm ? MAX_INTERVAL_WITH_NOTICES_MS : MAX_INTERVAL_MS, interval());
    if (isCalm) pace = Math.max(pace, MAX_INTERVAL_MS / BACKOFF);
    pace = isCalm || isPastTimeout ? Math.min(pace * BACKOFF, slowest) : interval();
    const slowdown = 2 ** Math.max(0, failures - 2) * (attention.offline ? OFFLINE_SLOWDOWN : 1);
    wait = jittered(Math.min(pace * slowdown, slowest));
  }
}

/** Up to a tenth longer, so that many pages opened at once do not send their requests at the same time. */
const jittered = (ms: number): number => ms * (1 + Math.random() / 10);
