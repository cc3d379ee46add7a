import { isTrustedSessionUrl } from '../baanx/trusted-origin.js';
import type { Failure } from '../flow/errors.js';

/** What decides where a window may go. */
export interface Destination {
  /** Origins that may be Veriff's. */
  readonly trusted: readonly string[];
  /** Language for Veriff's page (ISO 639-1), or empty. */
  readonly language: string;
}

/** The URL to open for a session, or why it is not opened. */
export function sessionUrlOf(sessionUrl: string, { trusted, language }: Destination): string | Failure {
  if (!isTrustedSessionUrl(sessionUrl, trusted)) return { code: 'untrusted-session-url' };
  const url = new URL(sessionUrl);
  if (language) url.searchParams.set('lang', language);
  return url.href;
}
