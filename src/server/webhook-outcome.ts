import type { WebhookEvent } from './webhook-event.js';

/**
 * Every outcome of a webhook request, with its HTTP status. Baanx treats 4xx as final, and sends the event again after
 * 5xx. docs/server.md explains each of them.
 */
export const STATUSES = {
  handled: 200,
  /** The event was handled before. */
  duplicate: 200,
  'event-malformed': 400,
  'not-signed': 401,
  'timestamp-too-far-off': 401,
  'signature-wrong': 401,
  'method-not-allowed': 405,
  'body-too-large': 413,
  /** Something in front has already read or replaced the body, but the signature covers the bytes that Baanx sent. */
  'body-not-raw': 500,
  /** `onEvent` threw. */
  'event-failed': 500,
  /** The body did not arrive in time, or the connection broke. */
  'body-not-received': 503,
  /** `onEvent` took too long. */
  'event-timeout': 503,
  /** Another delivery of the event is being handled. */
  'event-busy': 503,
  /** The store failed or took too long. */
  'store-failed': 503,
} as const;

/** The outcome of a webhook request. */
export type WebhookReason = keyof typeof STATUSES;

/** The outcome of a webhook request; `error` is what the host's code threw. */
export interface WebhookOutcome {
  readonly reason: WebhookReason;
  readonly event?: WebhookEvent;
  readonly error?: unknown;
}

/** One record for each webhook request. It contains no personal data. */
export interface WebhookRecord {
  /** The outcome of the request. */
  readonly reason: WebhookReason;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Undefined if the request was not genuine. */
  readonly eventId: string | undefined;
  /** Undefined if the request was not genuine. */
  readonly eventType: string | undefined;
  /** From the request's arrival to its answer, in whole ms. */
  readonly durationMs: number;
}

export const statusOf = (reason: WebhookReason): number => STATUSES[reason];

/** The answer to a webhook request. Only Baanx's own log shows it. */
export function responseFor(reason: WebhookReason): Response {
  return new Response(JSON.stringify({ message: reason }), {
    status: STATUSES[reason],
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(reason === 'method-not-allowed' && { allow: 'POST' }),
    },
  });
}
