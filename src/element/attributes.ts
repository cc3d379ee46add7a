import type { KycStepEventDetails } from '../headless/events.js';
import type { FormControl } from './form-control.js';
import type { StepSettings } from './settings.js';

type Setting = Exclude<keyof StepSettings, keyof FormControl> | 'name' | 'required' | 'disabled';

/** What can be set on the step, by the property's name. `undefined` means the default. */
export type KycStepProperties = { [P in Setting]?: StepSettings[P] | undefined };

/** Settings that are properties only. */
type PropertyOnly = 'messages' | 'fetcher' | 'handoff';

/** `onboardingId` → `onboarding-id`. */
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

type AttributeValue<V> = V extends boolean ? boolean | '' : V extends number ? number | `${number}` : V;

/** What can be written in markup, by the attribute's name. */
export type KycStepAttributes = {
  [P in Exclude<Setting, PropertyOnly> as Kebab<P>]?: AttributeValue<StepSettings[P]> | undefined;
};

/** The same without the names that begin with `on`, for frameworks that treat those as events. */
export type KycStepNeutral = Omit<KycStepAttributes & KycStepProperties, 'onboarding-id' | 'onboardingId'> & {
  'onboarding-id'?: never;
  onboardingId?: never;
};

/** Listeners as React and Vue name them: `onVerified`. */
export type KycStepHandlers = {
  [N in keyof KycStepEventDetails as `on${Capitalize<N>}`]?:
    ((event: CustomEvent<KycStepEventDetails[N]>) => void) | undefined;
};

/** Listeners by name, with a prefix: `onverified`, or `on:verified`. */
export type KycStepListeners<Prefix extends string> = {
  [N in keyof KycStepEventDetails as `${Prefix}${N}`]?:
    ((event: CustomEvent<KycStepEventDetails[N]>) => void) | undefined;
};
