import type { FlowEvent } from './events.js';
import { Notices } from './notices.js';
import { poll } from './poll.js';
import type { Ports, VeriffOutcome } from './ports.js';
import { nextTask, sleep, untilVisible } from './sleep.js';
import { awaitsVerdict, isHandoff, type Snapshot, type State } from './snapshot.js';

/** One run of an effect. */
export interface EffectContext {
  readonly ports: Ports;
  /** Aborted when the flow leaves the states of the effect. */
  readonly signal: AbortSignal;
  /** Does nothing once the signal is aborted. */
  readonly send: (event: FlowEvent) => void;
  /** Reports an unexpected error and sends the effect's `eventOnThrow`. */
  readonly crash: (error: unknown) => void;
  /** The event that began the run, and the snapshot after it. */
  readonly cause: FlowEvent;
  readonly now: Snapshot;
  /** Whether the flow was stopped before, and began again. */
  readonly wasStopped: boolean;
}

/** What the flow does while it is in certain states. Its only output is events. */
export interface Effect {
  readonly run: (context: EffectContext) => Promise<void>;
  /** Sent if `run` throws, so that the person is offered a next step. */
  readonly eventOnThrow: FlowEvent;
  /** An event that ends the running effect and starts it again. */
  readonly restartsOn?: FlowEvent['type'];
}

/** How many times `checking` requests the status if the answer contains no known state. */
const MAX_CHECKS = 3;
/** The longest wait between two of these requests, in ms: the person is waiting for them. */
const MAX_CHECK_DELAY_MS = 2_500;
/**
 * Delay before a check that is neither the first one nor requested by `check()`, in ms. A host that opens and closes
 * Veriff, or moves the step, several times within the delay causes only one request.
 */
const CHECK_SETTLE_MS = 150;
/** Before a submission, polling is this many times slower than after one. */
const UNSUBMITTED_SLOWDOWN = 3;
/** How many times Veriff may force a reload of its page in one window. */
const MAX_FORCED_RELOADS = 2;
/** A forced reload this soon after the last load, in ms, and before a handshake, is a repetition of the last one. */
const FORCED_RELOAD_SETTLE_MS = 250;

/** How long before it expires a link is replaced, in ms: enough time to scan it and open the page. */
const LINK_MARGIN_MS = 60_000;
/** The longest time for which a link that expires is shown, in ms. */
const MAX_RENEWAL_MS = 300_000;
/**
 * How long to wait, in ms, if a link could not be replaced while it is still valid, or had already expired on arrival.
 */
const LINK_RETRY_MS = 30_000;

const STATUS_FAILED: FlowEvent = { type: 'status-failed', failure: { code: 'bad-response' } };

/**
 * Requests the status once. Waits while the page is hidden, except for `check()`: some browsers always report it as
 * hidden.
 */
const checkStatus: Effect = {
  eventOnThrow: STATUS_FAILED,
  async run({ ports, signal, send, cause, now, wasStopped }) {
    const { attention, baanx } = ports;
    const isRequested = cause.type === 'check';
    if (!isRequested && (wasStopped || now.returnTo !== 'idle')) await sleep(CHECK_SETTLE_MS, signal);
    for (let checks = 1; ; checks++) {
      if (!isRequested) await untilVisible(attention, signal);
      if (signal.aborted) return;
      const result = await baanx.readStatus(signal);
      if (!result.ok) {
        await nextTask(signal);
        return send({ type: 'status-failed', failure: result.failure });
      }
      if (result.value.verificationState) return send({ type: 'status', ...result.value });
      if (checks === MAX_CHECKS) return send(STATUS_FAILED);
      await sleep(Math.min(ports.config().pollInterval, MAX_CHECK_DELAY_MS), signal);
    }
  },
};

/** Opens Veriff's window synchronously, navigates it to the session, and closes it when aborted. */
const runVeriff: Effect = {
  eventOnThrow: {
    type: 'session-failed',
    failure: {
      code: 'veriff-unreachable',
      hint: 'Veriff’s window could not be opened. See the previous error.',
    },
  },
  restartsOn: 'reopen',
  async run({ ports, signal, send, crash, now }) {
    const { sessions } = ports;
    let forcedReloads = 0;
    let isLoading = false;
    let loadedAt = 0;
    let handshakeSinceLoad = false;
    const onOutcome = (outcome: VeriffOutcome) => {
      send(outcome);
      if (outcome.type === 'handshake') handshakeSinceLoad = true;
      if (outcome.type === 'reload-forced') reload().catch(crash);
    };
    const openIn = now.veriff?.openIn ?? 'modal';
    // The effect `handOff` runs instead.
    if (openIn === 'handoff') return;
    const opened = ports.openVeriff(openIn, onOutcome);
    if (!opened.ok) {
      await nextTask(signal);
      return send({ type: 'session-failed', failure: opened.failure });
    }
    const window = opened.value;
    signal.addEventListener('abort', () => window.close());

    const load = async () => {
      isLoading = true;
      const session = await sessions.get();
      if (signal.aborted) return;
      const result = session.ok ? window.navigate(session.value) : session;
      isLoading = handshakeSinceLoad = false;
      loadedAt = performance.now();
      if (result.ok) {
        sessions.markOpened();
        return send({ type: 'session-ready' });
      }
      sessions.forget();
      await nextTask(signal);
      send({ type: 'session-failed', failure: result.failure });
    };
    const reload = async () => {
      // Until the session has arrived, the old page is still loaded and may repeat its message.
      const isRepetition =
        isLoading || (!handshakeSinceLoad && performance.now() - loadedAt < FORCED_RELOAD_SETTLE_MS);
      if (signal.aborted || isRepetition) return;
      if (++forcedReloads <= MAX_FORCED_RELOADS) return load();
      send({ type: 'window-silent', hint: 'Veriff’s page keeps forcing reloads.' });
    };
    await load();
  },
};

/** Requests a link for the hand-off, and a new one each time before it expires. The status shows the outcome. */
const handOff: Effect = {
  eventOnThrow: { type: 'link-failed', failure: { code: 'misconfigured' } },
  restartsOn: 'reopen',
  async run({ ports, signal, send }) {
    const { attention } = ports;
    let expiresAt = 0;
    while (!signal.aborted) {
      const link = await ports.requestLink(signal);
      let wait = LINK_RETRY_MS;
      if (link.ok) {
        send({ type: 'link-ready', link: link.value });
        ({ expiresAt = Infinity } = link.value);
        wait = renewalDelay(expiresAt);
      } else if (Date.now() >= expiresAt) {
        await nextTask(signal);
        return send({ type: 'link-failed', failure: link.failure });
      }
      await sleep(wait, signal);
      await untilVisible(attention, signal);
    }
  },
};

/** How long to wait before a link is replaced, in ms. The device's clock may be wrong, so the time is limited. */
function renewalDelay(expiresAt: number): number {
  const remaining = expiresAt - Date.now();
  if (remaining === Infinity) return Infinity;
  if (remaining <= 0) return LINK_RETRY_MS;
  return Math.min(remaining - Math.min(LINK_MARGIN_MS, remaining / 2), MAX_RENEWAL_MS);
}

/** Polls slowly: no submission is known, but the person may finish here, in another window or on a phone. */
const pollWhileOpen: Effect = {
  eventOnThrow: STATUS_FAILED,
  run: (context) =>
    poll(context, {
      interval: () => context.ports.config().pollInterval * UNSUBMITTED_SLOWDOWN,
      since: performance.now(),
      // Veriff was opened before the first answer: there may be nothing to verify.
      immediately: context.cause.type === 'session-ready' && !context.now.verificationState,
    }),
};

/** Follows the review of submitted documents: polls, and listens for notices if the host wants that. */
const pollReview: Effect = {
  eventOnThrow: STATUS_FAILED,
  restartsOn: 'check',
  async run(context) {
    const { ports, signal, crash } = context;
    const notices = new Notices(signal);
    let listening: AbortController | undefined;
    signal.addEventListener('abort', () => listening?.abort());
    await poll(context, {
      interval: () => ports.config().pollInterval,
      since: context.now.attempt?.submittedAt ?? performance.now(),
      // After an answer, or a failure that the person should have time to read, it waits first.
      immediately: !['status', 'status-failed', 'session-failed'].includes(context.cause.type),
      notices,
      beforeWait() {
        const { push } = ports.config();
        if (push === Boolean(listening)) return;
        listening?.abort();
        listening = push ? new AbortController() : undefined;
        if (listening) notices.listen(ports, listening.signal).catch(crash);
      },
    });
  },
};

/**
 * Polls in the same way while it is not known whether documents were submitted. Once it is known, `pollReview` takes over, and
 * the time of the review begins.
 */
const pollUnsubmitted: Effect = { ...pollReview };

/**
 * Checks only when the person returns to the page, because they may have verified on a phone or in another tab. It sets
 * no timer, so an idle page sends no requests.
 */
const recheckOnReturn: Effect = {
  eventOnThrow: STATUS_FAILED,
  run: (context) => poll(context, { interval: () => Infinity, since: performance.now(), immediately: false }),
};

const none = (): readonly Effect[] => [];

/** The effects of each state. An effect that belongs to two consecutive states keeps running. */
const EFFECTS: Readonly<Record<State, (now: Snapshot) => readonly Effect[]>> = {
  idle: none,
  checking: () => [checkStatus],
  // If the check failed, the person may already have finished.
  ready: ({ attempt, failure }) => [attempt?.opened || failure ? pollWhileOpen : recheckOnReturn],
  starting: (now) => [isHandoff(now) ? handOff : runVeriff],
  verifying: (now) =>
    isHandoff(now)
      ? [handOff, pollUnsubmitted]
      : [runVeriff, awaitsVerdict(now) ? pollReview : pollWhileOpen],
  deciding: () => [pollReview],
  pending: (now) => [awaitsVerdict(now) ? pollReview : pollUnsubmitted],
  verified: none,
  rejected: none,
  failed: none,
};

export const effectsOf = (now: Snapshot): readonly Effect[] => EFFECTS[now.state](now);
