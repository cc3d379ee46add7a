/** The identity-verification step without the element: for a design system of your own, for apps, for any runtime. */
export { createKycFlow, type KycFlow } from './headless/create-kyc-flow.js';
export type { KycFlowOptions } from './headless/options.js';
export type { KycAction, KycChange } from './headless/step-flow.js';
export { eventsOf } from './headless/change-events.js';
export type {
  ErrorDetail,
  KycEvent,
  KycStepEventDetails,
  PendingDetail,
  StartedDetail,
  StateDetail,
  VerdictDetail,
} from './headless/events.js';
export {
  modalWindow,
  popupWindow,
  redirectWindow,
  type ModalWindowOptions,
  type PopupWindowOptions,
} from './headless/browser-windows.js';
export type { WindowPort } from './headless/window-port.js';
export { createAttention, type AttentionSource } from './headless/create-attention.js';
export { messagesFor, wordingOf, type Wording } from './headless/wording.js';
export type { HostLink, MakeLink } from './headless/handoff.js';
export type { MemoryStorage } from './headless/attempt-memory.js';
export type { OpenedWindow, SessionPolicy } from './veriff/window.js';
export type { Attention, VeriffOutcome } from './flow/ports.js';
export type { ErrorCode, Failure, Result } from './baanx/result.js';
export { isRetryable } from './baanx/result.js';
export {
  awaitsVerdict,
  INITIAL,
  type AnnouncedState,
  type Attempt,
  type HandoffLink,
  type OpenIn,
  type Prompt,
  type Snapshot,
  type State,
  type Submission,
  type VeriffStatus,
} from './flow/snapshot.js';
export type { FlowEvent, StatusEvent } from './flow/events.js';
export type { BaanxFlow, VerificationState } from './baanx/wire.js';
export type { Messages } from './i18n/locales/en.js';
export type { Locale } from './i18n/registry.js';
