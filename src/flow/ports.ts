import type { VerificationState } from '../baanx/wire.js';
import type { Answer, Failure } from './errors.js';

/** Baanx as the flow sees it. Session and status are of one onboarding or one account. */
export interface BaanxPort {
  /** A new session's URL. It is a secret: it goes to Veriff's window and nowhere else. */
  createSession(signal: AbortSignal): Promise<Answer<string>>;
  readStatus(signal: AbortSignal): Promise<Answer<BaanxStatus>>;
}

/** What is known of the person's verification now. */
export interface BaanxStatus {
  /** Undefined if it is missing, null or an unknown word. */
  readonly verificationState: VerificationState | undefined;
  /** Baanx's record shows that documents were submitted. False proves nothing. */
  readonly submitted: boolean;
}

/** What can be learnt from Veriff's window. A hint only: the verdict is always the status. */
export type VeriffOutcome =
  | { readonly type: 'handshake' }
  | { readonly type: 'begun' }
  | { readonly type: 'submitted' }
  | { readonly type: 'finished' }
  | { readonly type: 'canceled' }
  /** The person wants to close it: asked once if that throws something away. */
  | { readonly type: 'leave' }
  /** Closed by the person or by itself, without a word from Veriff. */
  | { readonly type: 'window-closed' }
  | { readonly type: 'reload-requested' }
  /** Whatever the window shows is to be loaded anew; the page stays. */
  | { readonly type: 'reload-forced' }
  /** No handshake for too long, or the page's own policy stopped the window. */
  | { readonly type: 'window-silent' };

/** Veriff's window, in one of the three ways to show it. */
export interface VeriffWindow {
  /** Goes to the session. Says why not, where the URL is not one of Veriff's. */
  navigate(sessionUrl: string): Failure | undefined;
  /** Brings it to the front. */
  focus(): void;
  /** Closes the window and forgets it. Safe to call twice. */
  close(): void;
}

/**
 * Opens a window with nothing in it yet, or says why there is none. Called synchronously in the click, or
 * browsers block it.
 */
export type PrepareVeriff = (tell: (outcome: VeriffOutcome) => void) => VeriffWindow | Failure;

/** Whether somebody is there to see an answer, and a line to ask on. */
export interface Attention {
  readonly hidden: boolean;
  readonly offline: boolean;
  /** Resolves at the next sign of life (page shown or focused, browser back online), after `ms` or on abort. */
  woken(signal: AbortSignal, ms?: number): Promise<void>;
}
