'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { INITIAL, type Snapshot } from '../flow/snapshot.js';
import { eventsOf } from './change-events.js';
import { flowOf, type KycFlow } from './create-kyc-flow.js';
import type { KycEvent } from './events.js';
import { checkOptions } from './option-check.js';
import { identityIn, isIdentified, type KycFlowOptions } from './options.js';
import { identityOf } from './step-flow.js';

/** The options of `useKycFlow`. While there is no `onboardingId`, the flow stays `idle`. */
export interface UseKycFlowOptions extends KycFlowOptions {
  /**
   * Called for each of the step's events, such as `verified`, in order.
   * @default none
   */
  readonly onEvent?: ((event: KycEvent) => void) | undefined;
}

/**
 * What `useKycFlow` returns: the snapshot to render, and functions for what a person does. The functions never change. If
 * you call one before the component is mounted or has an `onboardingId`, the call waits for the flow.
 */
export type UsedKycFlow = Pick<
  KycFlow,
  'snapshot' | 'start' | 'check' | 'close' | 'resume' | 'send' | 'prefetch' | 'reloadPage'
>;

/** On a server, React 18 warns about layout effects. */
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The step as a React hook, for React 18 and 19. The flow runs while the component is mounted, and starts again if
 * `onboardingId`, `flow`, `proxyUrl` or `usEnv` changes. All other options may change in each render.
 * @throws TypeError which names the option that is missing, invalid or unknown
 */
export function useKycFlow(options: UseKycFlowOptions): UsedKycFlow {
  const { onEvent: _, ...flowOptions } = options;
  checkOptions(flowOptions);
  const identity = isIdentified(options) ? identityOf(identityIn(options)) : undefined;
  const latest = useRef(options);
  useIsomorphicLayoutEffect(() => {
    latest.current = options;
  });
  const [mounted] = useState(() => new MountedFlow(() => latest.current));
  const subscribe = useCallback(
    (onChange: () => void) => mounted.connect(identity, onChange),
    [mounted, identity],
  );
  const snapshot = useSyncExternalStore(
    subscribe,
    () => mounted.snapshotOf(identity),
    () => INITIAL,
  );
  return { snapshot, ...mounted.actions };
}

/**
 * The flow of a mounted component. Rendering creates no flow, because React may render without mounting. A component
 * that is mounted again, as in StrictMode, gets the same flow, so that it has one session.
 */
class MountedFlow {
  readonly #options: () => UseKycFlowOptions;
  #identity: string | undefined;
  #flow: KycFlow | undefined;
  /** The flow while it runs. */
  #running: KycFlow | undefined;
  /** The last call of each function while no flow was running, as in an effect of a child, which React runs first. */
  readonly #waiting = new Map<keyof KycFlow, (flow: KycFlow) => void>();

  readonly actions: Omit<UsedKycFlow, 'snapshot'> = {
    start: (openIn) => this.#call('start', (flow) => flow.start(openIn)),
    check: () => this.#call('check', (flow) => flow.check()),
    close: () => this.#call('close', (flow) => flow.close()),
    resume: () => this.#call('resume', (flow) => flow.resume()),
    send: (action) => this.#call('send', (flow) => flow.send(action)),
    prefetch: () => this.#call('prefetch', (flow) => flow.prefetch()),
    reloadPage: () => this.#call('reloadPage', (flow) => flow.reloadPage()),
  };

  constructor(options: () => UseKycFlowOptions) {
    this.#options = options;
  }

  /** After a render for another person, and until its effects run, there is no snapshot of either person to show. */
  snapshotOf(identity: string | undefined): Snapshot {
    return identity !== undefined && identity === this.#identity
      ? (this.#flow?.snapshot ?? INITIAL)
      : INITIAL;
  }

  connect(identity: string | undefined, onChange: () => void): () => void {
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#flow = identity === undefined ? undefined : flowOf(this.#options);
    }
    const flow = this.#flow;
    if (!flow) return () => undefined;
    let isConnected = true;
    const unsubscribe = flow.subscribe((change) => {
      onChange();
      const { onEvent } = this.#options();
      if (onEvent) for (const event of eventsOf(change)) onEvent(event);
    });
    // In a microtask, so that a component that StrictMode mounts twice sends only one request.
    queueMicrotask(() => {
      if (isConnected) this.#run(flow);
    });
    return () => {
      isConnected = false;
      this.#running = undefined;
      unsubscribe();
      flow.stop();
    };
  }

  #run(flow: KycFlow): void {
    this.#running = flow;
    flow.begin();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const act of waiting) act(flow);
  }

  #call(name: keyof KycFlow, act: (flow: KycFlow) => void): void {
    if (this.#running) act(this.#running);
    else this.#waiting.set(name, act);
  }
}
