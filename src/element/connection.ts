import { createClient, type ClientOptions } from '../baanx/client.js';
import { Flow, type Change } from '../flow/flow.js';
import type { Ports } from '../flow/jobs.js';
import { INITIAL, type FlowEvent, type Snapshot, type State } from '../flow/machine.js';
import { Sessions } from '../flow/sessions.js';
import { attention } from './attention.js';

/** Whom the step is for and where it asks, with what a flow needs of the element. */
export type Settings = ClientOptions & Pick<Ports, 'pollInterval' | 'pollTimeout' | 'prepareVeriff'>;

/** The element, as far as a flow needs to know it. */
interface Host {
  readonly isConnected: boolean;
  addController(controller: { hostConnected(): void; hostDisconnected(): void }): void;
  requestUpdate(): void;
}

/**
 * The flow of the element, for as long as it is in the page and about the same person. What was learnt about that
 * person outlives a removal, so that an element that is moved neither makes a second session nor tells a verdict
 * twice.
 */
export class Connection {
  readonly #host: Host;
  readonly #onChange: (change: Change) => void;
  #flow: Flow | undefined;
  #ports: Ports | undefined;
  #identity: string | undefined;
  #memory = INITIAL;
  /** Whom the flow is about, also while the element's property says another already. */
  onboardingId = '';

  constructor(host: Host, onChange: (change: Change) => void) {
    this.#host = host;
    this.#onChange = (change) => {
      this.#listen(change.now.state);
      onChange(change);
    };
    host.addController(this);
  }

  get snapshot(): Snapshot {
    return this.#flow?.snapshot ?? this.#memory;
  }

  get isRunning(): boolean {
    return !!this.#flow;
  }

  /** Has the flow that the settings ask for and no other; none without settings. */
  follow(settings: Settings | undefined): void {
    const identity =
      settings && JSON.stringify([settings.flow, settings.onboardingId, settings.proxyUrl, settings.usEnv]);
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#forget();
    }
    // Whoever was told of the end of the old flow may have removed the element.
    if (!settings || !this.#host.isConnected) return;
    if (this.#ports) {
      Object.assign(this.#ports, settings);
    } else {
      const baanx = createClient(settings);
      this.#ports = { ...settings, baanx, attention, sessions: new Sessions(baanx, settings.flow) };
      this.onboardingId = settings.onboardingId;
    }
    if (this.#flow) return;
    this.#flow = new Flow(this.#ports, this.#onChange, this.#memory);
    this.#flow.send({ type: 'begin' });
  }

  send(event: FlowEvent): void {
    this.#flow?.send(event);
  }

  prefetch(): void {
    this.#flow?.prefetch();
  }

  /**
   * Aborts whatever is going on and closes the window. A session that is being made is waited for only where the
   * element is put back in the same task, since Baanx would make a second one.
   */
  stop(): void {
    this.#memory = this.snapshot;
    this.#flow?.stop();
    this.#flow = undefined;
    setTimeout(() => {
      if (!this.#host.isConnected) this.#ports?.sessions.abort();
    });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop();
    this.#listen('idle');
  }

  /** A page in the back-forward cache is as good as removed: whoever comes back to it has the status asked. */
  readonly #turned = ({ type, persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    if (type === 'pagehide') this.stop();
    else this.#host.requestUpdate();
  };

  /** Only while something may still come of it: a step that is done leaves the page alone. */
  #listen(state: State): void {
    const isDone = /idle|verified|rejected|failed/.test(state);
    for (const type of ['pagehide', 'pageshow'] as const)
      (isDone ? removeEventListener : addEventListener)(type, this.#turned as EventListener);
  }

  #forget(): void {
    this.stop();
    this.#ports?.sessions.abort();
    this.#ports = undefined;
    const before = this.#memory;
    this.#memory = INITIAL;
    if (before.state !== 'idle') this.#onChange({ before, now: INITIAL, event: { type: 'close' } });
  }
}
