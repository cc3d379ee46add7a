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
import { KycStepEvent, type KycStepEventDetails } from './element/events.js';

export type * from './element.js';

/** What `<KycStep>` takes: settings by the property's name, handlers, and what every HTML element takes. */
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

/** Before there is a document nothing is laid out, and React 18 warns of a layout effect. */
const useSoonEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The step as a React component, for React 18 and 19. It attaches its listeners itself: React 18 knows no custom
 * events, and React 19 leaves them out when it hydrates what a server rendered.
 */
export const KycStep = forwardRef<BaanxKycStep, KycStepProps>(function KycStep(props, ref) {
  const step = useRef<BaanxKycStep>(null);
  const latest = useRef(props);
  const known = useRef<string>(undefined);
  const { attributes, properties } = split(props);

  useImperativeHandle(ref, () => step.current as BaanxKycStep);

  useSoonEffect(() => {
    latest.current = props;
    Object.assign(step.current as BaanxKycStep, properties);
  });

  useSoonEffect(() => {
    const mounted = new AbortController();
    const element = step.current as BaanxKycStep;
    const tell = (event: Event) => {
      const type = event.type as keyof KycStepEventDetails;
      known.current = element.state;
      (latest.current[HANDLERS[type]] as ((event: Event) => void) | undefined)?.(event);
    };
    for (const type of TYPES) element.addEventListener(type, tell, { signal: mounted.signal });
    // Only now, so that nothing is asked without the host's own fetcher, and nothing told to nobody.
    if (!customElements.get('baanx-kyc-step')) customElements.define('baanx-kyc-step', BaanxKycStep);
    // It was alive before: hydrated late, or kept by <Activity> while it was hidden.
    const { state, onboardingId, verificationState } = element;
    if ((state === 'verified' || state === 'rejected') && known.current !== state)
      tell(new KycStepEvent(state, { onboardingId, verificationState }));
    return () => mounted.abort();
  }, []);

  return createElement('baanx-kyc-step', { ...attributes, ref: step });
});

/** Attributes, which a server can render too, and properties, which only a script can set. */
function split(props: KycStepProps) {
  const { className, ...others } = props;
  const attributes: Record<string, unknown> = { class: className };
  const properties: Record<string, unknown> = {};
  const given = new Map<string, unknown>(Object.entries(others));
  for (const [key, { attribute = String(key).toLowerCase() }] of SETTINGS) {
    const name = String(key);
    const value = given.get(name);
    given.delete(name);
    // React 18 would render `false` as text, which means true in a boolean attribute.
    if (typeof attribute === 'string') attributes[attribute] = value === false ? undefined : value;
    else properties[name] = value;
  }
  for (const [name, value] of given) if (!isHandler.has(name)) attributes[name] = value;
  return { attributes, properties };
}

/** What the bare tag takes. Its handlers are lost where a server rendered the page: `<KycStep>` has them. */
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
