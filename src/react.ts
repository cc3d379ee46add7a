'use client';

import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type DetailedHTMLProps,
  type HTMLAttributes,
} from 'react';
import { BaanxKycStep } from './element.js';
import type {
  KycStepAttributes,
  KycStepHandlers,
  KycStepListeners,
  KycStepProperties,
} from './element/attributes.js';
import { define } from './element/define.js';
import { KycStepEvent } from './element/events.js';
import type { KycStepEventDetails } from './headless/events.js';

export type * from './element.js';

/** Props of `<KycStep>`: settings by the property's name, event handlers, and what every HTML element takes. */
export type KycStepProps = KycStepProperties &
  KycStepHandlers &
  Omit<HTMLAttributes<BaanxKycStep>, keyof KycStepProperties | keyof KycStepHandlers>;

const HANDLERS: Readonly<Record<keyof KycStepEventDetails, keyof KycStepHandlers>> = {
  verified: 'onVerified',
  pending: 'onPending',
  rejected: 'onRejected',
  started: 'onStarted',
  submitted: 'onSubmitted',
  canceled: 'onCanceled',
  statechange: 'onStatechange',
  error: 'onError',
};
// Reading `observedAttributes` makes Lit collect the properties of all base classes.
const SETTINGS = BaanxKycStep.observedAttributes && [...BaanxKycStep.elementProperties];
const isHandler = new Set<string>(Object.values(HANDLERS));
const TYPES = Object.keys(HANDLERS) as (keyof KycStepEventDetails)[];

/** On a server React 18 warns about layout effects. */
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The step as a React component, for React 18 and 19. It attaches its listeners itself: React 18 does not support custom
 * events, and React 19 does not attach them when it hydrates a server-rendered page.
 */
export const KycStep = forwardRef<BaanxKycStep, KycStepProps>(function KycStep(props, ref) {
  const step = useRef<BaanxKycStep>(null);
  const latest = useRef(props);
  const lastState = useRef<string>(undefined);
  const { attributes, properties } = split(props);

  useImperativeHandle(ref, () => step.current as BaanxKycStep);

  useIsomorphicLayoutEffect(() => {
    latest.current = props;
    Object.assign(step.current as BaanxKycStep, properties);
  });

  useIsomorphicLayoutEffect(() => {
    const mounted = new AbortController();
    const element = step.current as BaanxKycStep;
    const callHandler = (event: Event) => {
      const type = event.type as keyof KycStepEventDetails;
      lastState.current = element.state;
      (latest.current[HANDLERS[type]] as ((event: Event) => void) | undefined)?.(event);
    };
    for (const type of TYPES) element.addEventListener(type, callHandler, { signal: mounted.signal });
    // Defined only now, so that no request is made without the host's fetcher and no event is missed.
    define();
    // The element was running before: hydrated late, or hidden by <Activity>.
    const { state, onboardingId, verificationState } = element;
    if ((state === 'verified' || state === 'rejected') && lastState.current !== state)
      callHandler(new KycStepEvent(state, { onboardingId, verificationState }));
    return () => mounted.abort();
  }, []);

  return createElement('baanx-kyc-step', { ...attributes, ref: step });
});

/** Splits props into attributes, which a server can render, and properties, which only a script can set. */
function split(props: KycStepProps) {
  const { className, ...others } = props;
  const attributes: Record<string, unknown> = { class: className };
  const properties: Record<string, unknown> = {};
  const given = new Map<string, unknown>(Object.entries(others));
  for (const [key, { attribute = true }] of SETTINGS) {
    const name = String(key);
    const attributeName = attribute === true ? name.toLowerCase() : attribute;
    const value = given.get(name);
    given.delete(name);
    // React 18 would render `false` as text, which means true in a boolean attribute.
    if (attributeName !== false) attributes[attributeName] = value === false ? undefined : value;
    else properties[name] = value;
  }
  for (const [name, value] of given) if (!isHandler.has(name)) attributes[name] = value;
  return { attributes, properties };
}

/** Props of the plain tag. Its handlers are not attached in a server-rendered page: use `<KycStep>` there. */
export type KycStepTag = KycStepAttributes &
  KycStepProperties &
  KycStepListeners<'on'> &
  Omit<DetailedHTMLProps<HTMLAttributes<BaanxKycStep>, BaanxKycStep>, keyof KycStepProperties>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'baanx-kyc-step': KycStepTag;
    }
  }
}
