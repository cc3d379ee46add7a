import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OpenVeriff } from '../flow/ports.js';
import { INITIAL, type Snapshot, type State } from '../flow/snapshot.js';
import { warnOnce } from '../headless/hints.js';
import { PAGE } from '../headless/page.js';
import { identityOf, StepFlow, type KycChange } from '../headless/step-flow.js';
import { isIdentified, type Config } from './config.js';

/** What a connection needs from its element. */
export interface ConnectionOptions {
  /** The element's settings now. */
  readonly config: () => Config;
  readonly openVeriff: OpenVeriff;
  readonly onChange: (change: KycChange) => void;
}

/** The states that never change by themselves. */
const SETTLED: ReadonlySet<State> = new Set(['idle', 'verified', 'rejected', 'failed']);

/**
 * Connects the element to a flow while it is in the page. If the person changes, it starts a new flow.
 *
 * Settings that say who the step is for and where its requests go (`onboarding-id`, `flow`, `proxy-url`, `us-env`) start a
 * new flow at once. All other settings apply the next time they are used: at the next request, wait or window.
 *
 * When the element is removed, the flow is stopped but kept, because an element that is moved must not create a second
 * session or announce a verdict twice.
 */
export class Connection implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ConnectionOptions;
  #flow: StepFlow | undefined;
  #identity: string | undefined;
  /** Whether `resume()` was called and no flow has received it yet. */
  #resumes = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ConnectionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The flow; undefined until it is known who the step is for. */
  get flow(): StepFlow | undefined {
    return this.#flow;
  }

  get snapshot(): Snapshot {
    return this.#flow?.snapshot ?? INITIAL;
  }

  /** Offers Veriff again as soon as there is a flow. */
  resume(): void {
    this.#resumes = true;
  }

  /** Starts the flow for these settings, and ends any other. */
  syncFlow(config: Config): void {
    if (!isIdentified(config)) warnOnce('The step sends no request without onboarding-id.');
    const identity = isIdentified(config) ? identityOf(config) : undefined;
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#endFlow();
    }
    // A listener may have removed the element when the old flow ended.
    if (identity !== undefined && this.#host.isConnected) {
      this.#flow ??= new StepFlow(config, { ...PAGE, ...this.#options }, this.#onChange);
      this.#flow.begin();
      if (this.#resumes) this.#flow.send({ type: 'resume' });
      this.#resumes = false;
    }
    // A listener may also have moved the element or changed its ID in `willUpdate`, where Lit ignores changes. The
    // update gets its own task, because a host that does this each time would block the page.
    const isOutdated = this.#options.config().onboardingId !== config.onboardingId;
    if (isOutdated || this.#flow?.isStopped) setTimeout(() => this.#host.requestUpdate());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#flow?.stop();
    this.#listenToPage('idle');
  }

  readonly #onChange = (change: KycChange): void => {
    this.#listenToPage(change.now.state);
    this.#options.onChange(change);
  };

  #endFlow(): void {
    const ended = this.#flow;
    ended?.stop();
    this.#flow = undefined;
    if (ended)
      this.#onChange({
        before: ended.snapshot,
        now: INITIAL,
        event: { type: 'close' },
        onboardingId: ended.onboardingId,
      });
  }

  /** A page in the back/forward cache is treated like a removed element; the status is checked when it comes back. */
  readonly #onPageTransition = ({ type, persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    if (type === 'pagehide') this.#flow?.stop();
    else this.#host.requestUpdate();
  };

  /** Removes the page listeners in a settled state, so that the browser can optimize the page. */
  #listenToPage(state: State): void {
    for (const type of ['pagehide', 'pageshow'] as const)
      if (SETTLED.has(state)) removeEventListener(type, this.#onPageTransition);
      else addEventListener(type, this.#onPageTransition);
  }
}
