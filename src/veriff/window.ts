import { isTrustedSessionUrl } from '../baanx/trusted-origin.js';
import type { VeriffWindow } from '../flow/ports.js';
import { failed, success, type Result } from '../baanx/result.js';

/** What a mode opens: a window that can be navigated to any URL. */
export interface OpenedWindow {
  /** Navigates the window to this URL, which has been checked. It is a secret: it must not be stored or logged. */
  readonly navigate: (url: string) => void;
  /** Brings the window to the front, as far as that is possible. Returns false if the page hides it. */
  readonly focus: () => unknown;
  /** Closes the window, as far as that is possible. Safe to call twice. */
  readonly close: () => void;
}

/** Which session URLs may be opened, and in which language. */
export interface SessionPolicy {
  /** Origins that Veriff may be on; `https://*.host` allowed. */
  readonly trustedOrigins: readonly string[];
  /** The language of Veriff's page (ISO 639-1), or empty: Veriff selects it. */
  readonly language: string;
}

/** A window that can only be navigated to Veriff's sessions. */
export const forSessions = (window: OpenedWindow, policy: SessionPolicy): VeriffWindow => ({
  navigate(sessionUrl) {
    const url = checkSessionUrl(sessionUrl, policy);
    if (url.ok) withoutUrlInErrors(() => window.navigate(url.value));
    return url.ok ? success(undefined) : url;
  },
  focus: () => window.focus() !== false,
  close: window.close,
});

/** The URL to open for a session, in the person's language; a failure if it is not one of Veriff's. */
function checkSessionUrl(sessionUrl: string, { trustedOrigins, language }: SessionPolicy): Result<string> {
  if (!isTrustedSessionUrl(sessionUrl, trustedOrigins))
    return failed({ code: 'untrusted-session-url', hint: untrustedHint(sessionUrl) });
  const url = new URL(sessionUrl);
  if (language) url.searchParams.set('lang', language);
  return success(url.href);
}

/** Names only the origin, because the URL is a secret. Undefined if it has none, or has credentials. */
function untrustedHint(sessionUrl: string): string | undefined {
  const origin = /^https?:\/\/[\w.:-]+(?=[/?#]|$)/.exec(sessionUrl)?.[0];
  return origin && `The session URL’s origin, ${origin}, is not listed in veriff-origins.`;
}

/** Browsers put the URL into the messages of their errors, and the session URL is a secret. */
function withoutUrlInErrors(navigate: () => void): void {
  let reason: string | undefined;
  try {
    navigate();
  } catch (error) {
    reason = error instanceof Error ? error.name : 'Error';
  }
  if (reason) throw new Error(`Veriff’s window could not be navigated: ${reason}`);
}
