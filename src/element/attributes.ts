import type { KycStepEventDetails } from './events.js';
import type { BaanxKycStep } from './kyc-step.js';

type Declared = typeof BaanxKycStep.properties;

/** What can be set on the step, by the property's name. `undefined` means the default. */
export type KycStepProperties = {
  [P in keyof Declared | 'name' | 'required' | 'disabled']?: BaanxKycStep[P] | undefined;
};

type AttributeOf<P extends keyof Declared> = Declared[P] extends { readonly attribute: infer A }
  ? Extract<A, string>
  : Lowercase<P>;

type AttributeValue<V> = V extends boolean ? boolean | '' : V extends number ? number | `${number}` : V;

/** What can be written in markup, by the attribute's name. */
export type KycStepAttributes = {
  [P in keyof Declared as AttributeOf<P>]?: AttributeValue<BaanxKycStep[P]> | undefined;
};

/** The same without the names that begin with `on`, for frameworks to which those are events. */
export type KycStepNeutral = Omit<KycStepAttributes & KycStepProperties, 'onboarding-id' | 'onboardingId'> & {
  'onboarding-id'?: never;
  onboardingId?: never;
};

/** Listeners as React and Vue name them: `onVerified`. */
export type KycStepHandlers = {
  [N in keyof KycStepEventDetails as `on${Capitalize<N>}`]?:
    ((event: CustomEvent<KycStepEventDetails[N]>) => void) | undefined;
};

/** Listeners by name, behind a prefix: `onverified`, or `on:verified`. */
export type KycStepListeners<Prefix extends string> = {
  [N in keyof KycStepEventDetails as `${Prefix}${N}`]?:
    ((event: CustomEvent<KycStepEventDetails[N]>) => void) | undefined;
};
