import type { VeriffOutcome } from '../flow/ports.js';
import { matchesOrigin } from '../baanx/trusted-origin.js';

/** What Veriff's page says to its parent: plain strings. @see @veriff/incontext-sdk 2.5.0 */
export type VeriffMessage =
  | 'VERIFF_HANDSHAKE'
  | 'VERIFF_STARTED'
  | 'VERIFF_SUBMITTED'
  | 'VERIFF_FINISHED'
  | 'VERIFF_CANCELED'
  | 'VERIFF_RELOAD_REQUEST'
  | 'VERIFF_FORCE_RELOAD';

/** What each message is to the flow. */
export const OUTCOMES = {
  VERIFF_HANDSHAKE: 'handshake',
  VERIFF_STARTED: 'begun',
  VERIFF_SUBMITTED: 'submitted',
  VERIFF_FINISHED: 'finished',
  VERIFF_CANCELED: 'canceled',
  VERIFF_RELOAD_REQUEST: 'reload-requested',
  VERIFF_FORCE_RELOAD: 'reload-forced',
} as const satisfies Record<VeriffMessage, VeriffOutcome['type']>;

/**
 * The message of Veriff's in this event, or undefined. It counts only if it comes from the window that we
 * opened, while a trusted origin is shown there, and is a name that we know: asked in this order.
 */
export function readMessage(
  { isTrusted, source, origin, data }: MessageEvent<unknown>,
  ours: MessageEventSource | null,
  trusted: readonly string[],
): VeriffMessage | undefined {
  // A script of the page can make an event that names any source and origin, but not one of the browser's own.
  if (!isTrusted || !ours || source !== ours) return;
  if (!matchesOrigin(origin, trusted)) return;
  return typeof data === 'string' && Object.hasOwn(OUTCOMES, data) ? (data as VeriffMessage) : undefined;
}

/** The answer to the handshake, without which Veriff draws nothing. In the SDK's shape. */
export const RENDER = {
  name: 'VERIFF_RENDER',
  payload: {
    version: '2.5.0',
    isReloadHandled: true,
    isVeriffIframeMobile: false,
    embeddedConfigured: false,
    embedded: false,
  },
} as const;
