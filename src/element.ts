export { BaanxKycStep } from './element/kyc-step.js';
export { KycStepEvent } from './element/events.js';
export type {
  ErrorDetail,
  KycStepEventDetails,
  PendingDetail,
  StartedDetail,
  StateDetail,
  VerdictDetail,
} from './headless/events.js';
export type { HostLink, MakeLink } from './headless/handoff.js';
export type { KycStepListener } from './element/typed-listeners.js';
export type { BaanxFlow, VerificationState } from './baanx/wire.js';
export type { ErrorCode } from './baanx/result.js';
export type { OpenIn, State } from './flow/snapshot.js';
export type { Messages } from './i18n/locales/en.js';
export type { Locale } from './i18n/registry.js';
export type {
  KycStepAttributes,
  KycStepHandlers,
  KycStepListeners,
  KycStepNeutral,
  KycStepProperties,
} from './element/attributes.js';
