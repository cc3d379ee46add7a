import type { OpenIn, Snapshot } from '../flow/snapshot.js';
import { checkOptions } from './option-check.js';
import { identityIn, isIdentified, modeIn, portsIn, type KycFlowOptions } from './options.js';
import { StepFlow, type KycAction, type KycChange } from './step-flow.js';

/** The identity-verification step without a user interface. Its functions work without `this`. */
export interface KycFlow {
  /** What the flow knows now, for a user interface to render. Immutable: each change creates a new object. */
  readonly snapshot: Snapshot;
  /** Calls the listener after each change. Returns a function that removes it. `eventsOf` lists a change's events. */
  readonly subscribe: (listener: (change: KycChange) => void) => () => void;
  /**
   * Opens Veriff, or shows the window that is already open on this page. Call it in a click handler, because browsers
   * block a popup that opens later. By default, it opens the first of `openWindow` that is available. If that one fails,
   * it does not try another. `handoff` requests a link instead, which is then in `snapshot.veriff.link`.
   */
  readonly start: (openIn?: OpenIn | 'handoff') => void;
  /** Checks the status now. */
  readonly check: () => void;
  /** Closes Veriff's window without asking the person. */
  readonly close: () => void;
  /**
   * Offers Veriff again, even if documents seem to have been submitted. Call it if Baanx refuses the next step of the
   * registration with "User is not verified".
   */
  readonly resume: () => void;
  /**
   * Reports what the person did, such as pressing a button. The flow ignores actions that its state does not allow.
   * @throws TypeError if there is no such action
   */
  readonly send: (action: KycAction) => void;
  /** Creates the session in advance. Call it when the person is about to press Start. */
  readonly prefetch: () => void;
  /** Reloads the page. Call it if Veriff asks for it (`snapshot.veriff.prompt` is `reload`) and the person agrees. */
  readonly reloadPage: () => void;
  /**
   * Closes the window and cancels all requests and timers, without calling listeners. The flow keeps what it knows, and
   * ignores all other calls until `begin()`.
   */
  readonly stop: () => void;
  /** Begins with a status check. A flow begins automatically, so call this only after `stop()`. */
  readonly begin: () => void;
}

/**
 * Creates the step for one onboarding or account. It begins automatically with a status check, in a microtask.
 * @throws TypeError which names the option that is missing, invalid or unknown
 */
export function createKycFlow(options: KycFlowOptions): KycFlow {
  checkOptions(options);
  if (!isIdentified(options)) throw new TypeError('onboardingId: missing');
  return flowOf(() => options);
}

const ACTIONS: Readonly<Record<KycAction['type'], true>> = {
  check: true,
  close: true,
  leave: true,
  stay: true,
  reopen: true,
  'claim-finished': true,
  resume: true,
};

/** Untyped callers may pass on what a page says. A status, for example, only comes from the proxy. */
function checkAction(action: unknown): void {
  const { type } = Object(action) as { readonly type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(ACTIONS, type))
    throw new TypeError('send: there is no such action');
}

/** A flow whose options may change while it runs, except those that say who it is for. They have been checked. */
export function flowOf(options: () => KycFlowOptions): KycFlow {
  const listeners = new Set<{ readonly listener: (change: KycChange) => void }>();
  const ports = portsIn(options);
  const flow = new StepFlow(identityIn(options()), ports, (change) => {
    for (const { listener } of listeners)
      try {
        listener(change);
      } catch (error) {
        ports.reportError(error);
      }
  });
  /** Begins the flow if it has not begun by itself yet, and ignores the call after it was stopped. */
  const running = (act: () => void) => {
    if (flow.isStopped) return;
    flow.begin();
    act();
  };
  const send = (action: KycAction) => {
    checkAction(action);
    running(() => flow.send(action));
  };
  queueMicrotask(() => running(() => undefined));
  return {
    get snapshot() {
      return flow.snapshot;
    },
    subscribe(listener) {
      // A separate object, so that a listener that subscribes twice is called twice.
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    start: (openIn = modeIn(options())) => running(() => flow.start(openIn)),
    check: () => send({ type: 'check' }),
    close: () => send({ type: 'close' }),
    resume: () => send({ type: 'resume' }),
    send,
    prefetch: () => running(() => flow.prefetch()),
    reloadPage: () => running(() => flow.reloadPage()),
    stop: () => flow.stop(),
    begin: () => flow.begin(),
  };
}
