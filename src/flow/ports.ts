import type { VerificationState } from '../baanx/wire.js';
import type { Result } from '../baanx/result.js';
import type { SessionStore } from './session-store.js';
import type { Attempt, HandoffLink, OpenIn } from './snapshot.js';

/** What the flow needs from the outside. */
export interface Ports {
  readonly baanx: Pick<BaanxPort, 'readStatus' | 'listen'>;
  readonly sessions: SessionStore;
  readonly openVeriff: OpenVeriff;
  /** Requests a link for the hand-off from the host. Never rejects. */
  requestLink(signal: AbortSignal): Promise<Result<HandoffLink>>;
  readonly attention: Attention;
  readonly memory: AttemptMemory;
  /** Returns the settings. Called each time one is used, so that they may change. */
  config(): FlowConfig;
  /** Reloads the host page. */
  reloadPage(): void;
  /** Reports a programming error, ours or the host's. */
  reportError(error: unknown): void;
}

/** Baanx's answer to a status request. */
export interface Status {
  /** undefined if it is missing, null or an unknown value. */
  readonly verificationState: VerificationState | undefined;
  /** Baanx's record suggests that documents were submitted. false proves nothing. */
  readonly suggestsSubmission: boolean;
}

/** Baanx as the flow sees it. Session and status belong to one onboarding or one account. */
export interface BaanxPort {
  /** Creates a session and returns its URL, a secret: it goes to Veriff's window and nowhere else. */
  createSession(signal: AbortSignal): Promise<Result<string>>;
  readStatus(signal: AbortSignal): Promise<Result<Status>>;
  /**
   * Opens a stream of notices that the status may have changed. Calls `onNotice` when the stream is open, because something
   * may have changed before, and at each notice; with `mustPoll` if the server may miss changes until the next notice.
   * Resolves when the stream ends or cannot be opened; never rejects. Undefined in the account flow: notices are about an
   * onboarding ID.
   */
  readonly listen?:
    ((signal: AbortSignal, onNotice: (mustPoll?: boolean) => void) => Promise<void>) | undefined;
}

/** The settings of the flow. */
export interface FlowConfig {
  /** Time between two status requests, in ms. */
  readonly pollInterval: number;
  /** How long that interval is kept after documents were submitted, in ms. */
  readonly pollTimeout: number;
  /** Whether to listen for notices while the person waits for a verdict. */
  readonly push: boolean;
}

/** What happens in Veriff's window. None of it proves a verdict: only the status does. */
export type VeriffOutcome =
  | { readonly type: 'handshake' }
  | { readonly type: 'started' }
  | { readonly type: 'submitted' }
  | { readonly type: 'finished' }
  | { readonly type: 'canceled' }
  /** The person wants to close the window. The flow shows a prompt first if they would lose their progress. */
  | { readonly type: 'leave' }
  /** The person closed the window, or it closed itself, and Veriff reported nothing. */
  | { readonly type: 'window-closed' }
  /** Veriff requests a reload of the host page. */
  | { readonly type: 'reload-requested' }
  /** Veriff requests a reload of its own page; the host page stays. */
  | { readonly type: 'reload-forced' }
  /** Veriff's page did not send its handshake in time, or was blocked. */
  | { readonly type: 'window-silent'; readonly hint?: string }
  /** The page or a content blocker removed the window, or it could not be shown. */
  | { readonly type: 'window-lost'; readonly hint?: string };

/** Veriff's window, open and empty until it is sent to a session. */
export interface VeriffWindow {
  /** Sends the window to the session. Fails if the URL is not one of Veriff's. */
  navigate(sessionUrl: string): Result<undefined>;
  /** Brings the window to the front. Returns false if the page hides it, so that the person cannot reach it. */
  focus(): boolean;
  /** Closes the window. Safe to call twice. */
  close(): void;
}

/** Opens an empty window. Must be called synchronously in the click handler, or browsers block it. */
export type OpenVeriff = (
  openIn: OpenIn,
  onOutcome: (outcome: VeriffOutcome) => void,
) => Result<VeriffWindow>;

/** Whether the person can see the page, and whether it has a network connection. */
export interface Attention {
  /** The person cannot see the page. */
  readonly hidden: boolean;
  /** The browser believes that it is offline. It may be wrong, so this only slows requests down. */
  readonly offline: boolean;
  /** Resolves when the person returns (page shown, focused or used, back online), after `ms`, or on abort. */
  waitForReturn(signal: AbortSignal, ms?: number): Promise<void>;
  /** Calls back each time the page becomes hidden, until the signal is aborted. */
  onLeave(signal: AbortSignal, callback: () => void): void;
}

/** Keeps what is known about the attempt across reloads of the page. It contains no secret. */
export interface AttemptMemory {
  load(): Attempt | undefined;
  save(attempt: Attempt | undefined): void;
}
