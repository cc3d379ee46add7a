import { matchesOrigin } from '../baanx/trusted-origin.js';
import type { VeriffOutcome } from '../flow/ports.js';

/** What Veriff's page posts to its parent: plain strings. @see @veriff/incontext-sdk 2.5.0 */
export type VeriffMessage =
  | 'VERIFF_HANDSHAKE'
  | 'VERIFF_STARTED'
  | 'VERIFF_SUBMITTED'
  | 'VERIFF_FINISHED'
  | 'VERIFF_CANCELED'
  | 'VERIFF_RELOAD_REQUEST'
  | 'VERIFF_FORCE_RELOAD';

/** What each message means to the flow. */
export const OUTCOMES = {
  VERIFF_HANDSHAKE: 'handshake',
  VERIFF_STARTED: 'started',
  VERIFF_SUBMITTED: 'submitted',
  VERIFF_FINISHED: 'finished',
  VERIFF_CANCELED: 'canceled',
  VERIFF_RELOAD_REQUEST: 'reload-requested',
  VERIFF_FORCE_RELOAD: 'reload-forced',
} as const satisfies Record<VeriffMessage, VeriffOutcome['type']>;

const isVeriffMessage = (data: unknown): data is VeriffMessage =>
  typeof data === 'string' && Object.hasOwn(OUTCOMES, data);

/**
 * Whether the browser itself says that the message was sent by our window. A script can create an event that names any
 * source and origin, but it cannot make it trusted.
 */
const isFromWindow = ({ isTrusted, source }: MessageEvent, ours: MessageEventSource | null): boolean =>
  isTrusted && ours !== null && source === ours;

/**
 * Veriff's message in this event, or undefined. It counts only if its name is known and it comes from the window that
 * we opened, while that window shows a trusted origin.
 */
export function readMessage(
  event: MessageEvent<unknown>,
  ours: MessageEventSource | null,
  trustedOrigins: readonly string[],
): VeriffMessage | undefined {
  const { origin, data } = event;
  if (!isFromWindow(event, ours) || !matchesOrigin(origin, trustedOrigins)) return undefined;
  return isVeriffMessage(data) ? data : undefined;
}

/** Whether our window sent one of Veriff's messages from an origin that is not trusted: most likely a wrong setting. */
export const isRefused = (
  event: MessageEvent<unknown>,
  ours: MessageEventSource | null,
  trustedOrigins: readonly string[],
): boolean =>
  isFromWindow(event, ours) && isVeriffMessage(event.data) && !matchesOrigin(event.origin, trustedOrigins);

/** The answer to the handshake, without which Veriff renders nothing, in the format of Veriff's SDK. */
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
