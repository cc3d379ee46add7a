import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createClient } from '../baanx/client.js';
import type { FlowEvent } from '../flow/events.js';
import { Flow, type Change } from '../flow/flow.js';
import type { OpenVeriff, Ports } from '../flow/ports.js';
import { SessionStore } from '../flow/session-store.js';
import { INITIAL, stopped, type Snapshot, type State } from '../flow/snapshot.js';
import { attemptMemory, noMemory } from './attempt-memory.js';
import { attention } from './attention.js';
import { isIdentified, type Config } from './config.js';
import { warnOnce } from './hints.js';

/** What a connection needs of its element. */
export interface ConnectionOptions {
  /** The element's settings now. */
  readonly config: () => Config;
  readonly openVeriff: OpenVeriff;
  readonly onChange: (change: Change) => void;
}

/** Nothing can change by itself in these states. */
const SETTLED: ReadonlySet<State> = new Set(['idle', 'verified', 'rejected', 'failed']);

/**
 * Connects the element to a flow while it is in the page and as long as it is about the same person.
 *
 * Settings that say who the step is for and where its requests go (`onboarding-id`, `flow`, `proxy-url`, `us-env`) start a
 * new flow at once. All other settings apply the next time they are used: at the next request, wait or window.
 *
 * The snapshot and the session outlive a removal, so that an element that is moved neither creates a second session nor
 * announces a verdict twice.
 */
export class Connection implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ConnectionOptions;
  #flow: Flow | undefined;
  #ports: Ports | undefined;
  #identity: string | undefined;
  #lastSnapshot: Snapshot | undefined;
  #onboardingId = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: ConnectionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get snapshot(): Snapshot {
    return this.#flow?.snapshot ?? this.#lastSnapshot ?? INITIAL;
  }

  /** Who the flow is about, even if the element's property has changed since. */
  get onboardingId(): string {
    return this.#onboardingId;
  }

  /** Starts the flow that the settings ask for and ends any other. */
  syncFlow(config: Config): void {
    const { flow, onboardingId, proxyUrl, usEnv } = config;
    if (!isIdentified(config)) warnOnce('Set onboarding-id: no request is made without it.');
    const identity = isIdentified(config) ? JSON.stringify([flow, onboardingId, proxyUrl, usEnv]) : undefined;
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#endFlow();
    }
    // A listener may have removed the element when the old flow ended.
    if (identity !== undefined && !this.#flow && this.#host.isConnected) this.#begin(config, identity);
    // A listener may also have moved the element or changed its ID in `willUpdate`, where Lit ignores changes. In a task
    // of its own, so that a host that does so each time does not block the page.
    const isOutdated = this.#options.config().onboardingId !== onboardingId;
    if (isOutdated || (identity !== undefined && !this.#flow)) setTimeout(() => this.#host.requestUpdate());
  }

  #begin(config: Config, identity: string): void {
    this.#onboardingId = config.onboardingId;
    this.#ports ??= this.#createPorts(config, identity);
    this.#flow = new Flow(this.#ports, this.#onChange, this.#lastSnapshot);
    this.#flow.send({ type: 'begin' });
  }

  readonly send = (event: FlowEvent): void => {
    this.#flow?.send(event);
  };

  prefetch(): void {
    this.#flow?.prefetch();
  }

  readonly reloadPage = (): void => {
    this.#flow?.reloadPage();
  };

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
    this.#listenToPage('idle');
  }

  #createPorts({ flow, onboardingId, proxyUrl, usEnv }: Config, identity: string): Ports {
    const { config, openVeriff } = this.#options;
    const fetcher: typeof fetch = (...request) => config().fetcher(...request);
    const baanx = createClient({ flow, onboardingId, proxyUrl, usEnv, fetcher });
    return {
      baanx,
      openVeriff,
      attention,
      sessions: new SessionStore((signal) => baanx.createSession(signal), flow),
      memory: flow === 'registration' ? attemptMemory(identity) : noMemory,
      get pollInterval() {
        return config().pollInterval;
      },
      get pollTimeout() {
        return config().pollTimeout;
      },
      get push() {
        // A registration's notices are about its onboarding ID; an account has none.
        return flow === 'registration' && config().push;
      },
      reloadPage: () => location.reload(),
      reportError: (error) => reportError(error),
    };
  }

  readonly #onChange = (change: Change): void => {
    this.#listenToPage(change.now.state);
    this.#options.onChange(change);
  };

  /** Ends all effects. A pending session request is kept for an element that is put back in the same task. */
  #stop(): void {
    this.#lastSnapshot = this.#flow ? stopped(this.#flow.snapshot) : this.#lastSnapshot;
    this.#flow?.stop();
    this.#flow = undefined;
    setTimeout(() => {
      if (!this.#host.isConnected) this.#ports?.sessions.abort();
    });
  }

  #endFlow(): void {
    this.#stop();
    this.#ports?.sessions.abort();
    this.#ports = undefined;
    const before = this.#lastSnapshot;
    this.#lastSnapshot = undefined;
    if (before && before.state !== 'idle') this.#onChange({ before, now: INITIAL, event: { type: 'close' } });
  }

  /** A page in the back/forward cache is treated like a removed element; the status is checked when it comes back. */
  readonly #onPageTransition = ({ type, persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    if (type === 'pagehide') this.#stop();
    else this.#host.requestUpdate();
  };

  /** In a settled state no page listener is kept, so that the browser can optimize the page. */
  #listenToPage(state: State): void {
    for (const type of ['pagehide', 'pageshow'] as const)
      if (SETTLED.has(state)) removeEventListener(type, this.#onPageTransition);
      else addEventListener(type, this.#onPageTransition);
  }
}
