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

/** What `useKycFlow` returns: the snapshot to render, and what a person can do. The functions never change. */
export type UsedKycFlow = Pick<
  KycFlow,
  'snapshot' | 'start' | 'check' | 'close' | 'resume' | 'send' | 'prefetch' | 'reloadPage'
>;

/** On a server React 18 warns about layout effects. */
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The step as a React hook, for React 18 and 19. The flow runs while the component is mounted, and begins anew for other
 * values of `onboardingId`, `flow`, `proxyUrl` and `usEnv`. All other options may change in each render.
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
 * The flow of a mounted component. Rendering makes no flow, because React may render without mounting. A component that is
 * mounted again, as by StrictMode, gets the same flow, so that it has one session.
 */
class MountedFlow {
  readonly #options: () => UseKycFlowOptions;
  #identity: string | undefined;
  #flow: KycFlow | undefined;

  readonly actions: Omit<UsedKycFlow, 'snapshot'> = {
    start: (openIn) => this.#flow?.start(openIn),
    check: () => this.#flow?.check(),
    close: () => this.#flow?.close(),
    resume: () => this.#flow?.resume(),
    send: (action) => this.#flow?.send(action),
    prefetch: () => this.#flow?.prefetch(),
    reloadPage: () => this.#flow?.reloadPage(),
  };

  constructor(options: () => UseKycFlowOptions) {
    this.#options = options;
  }

  /** Between a render for another person and its effects there is nothing to show of either. */
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
    // In a microtask, so that a component that StrictMode mounts twice sends one request.
    queueMicrotask(() => {
      if (isConnected) flow.begin();
    });
    return () => {
      isConnected = false;
      unsubscribe();
      flow.stop();
    };
  }
}
