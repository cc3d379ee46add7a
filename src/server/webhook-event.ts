import { fieldOf } from '../baanx/wire.js';

/** The events that Baanx documents. Baanx may add more, so any other string is possible. */
export type WebhookEventType =
  'kyc.status.changed' | 'card.activated' | 'transaction.cleared' | (string & Record<never, never>);

const TEXT_FIELDS = [
  'api_version',
  'event_category',
  'user_id',
  'user_external_id',
  'event_object_id',
  'event_object_status',
  'occurred_at',
] as const;

/** An event as Baanx sends it, with Baanx's own names. Fields that are not listed here are kept, as `unknown`. */
export interface WebhookEvent {
  /** UUID, the same in every delivery of the event. */
  readonly event_id: string;
  /** What happened. */
  readonly event_type: WebhookEventType;
  /** `v1` */
  readonly api_version?: string;
  /** `kyc`, `card`, `transaction` … */
  readonly event_category?: string;
  /** Baanx's ID of the user (a UUID). This is not the onboarding ID. */
  readonly user_id?: string;
  /** Your own ID of the user, if you gave Baanx one during onboarding. */
  readonly user_external_id?: string;
  /** Baanx's ID of what changed. */
  readonly event_object_id?: string;
  /** Baanx does not document its values for KYC: read the status with `createBaanxClient` instead. */
  readonly event_object_status?: string;
  /** When it happened (ISO 8601). Events arrive in any order. */
  readonly occurred_at?: string;
  readonly [field: string]: unknown;
}

/**
 * The event in a body; undefined if the body is not a JSON object with an ID and a type. A documented field that is not
 * a string is left out, to match the type.
 */
export function parseEvent(body: Uint8Array): WebhookEvent | undefined {
  let event: unknown;
  try {
    event = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
  const [id, type] = [fieldOf(event, 'event_id'), fieldOf(event, 'event_type')];
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(id) || typeof type !== 'string')
    return undefined;
  const fields = new Map(Object.entries(event as object));
  for (const name of TEXT_FIELDS) if (typeof fields.get(name) !== 'string') fields.delete(name);
  return { ...Object.fromEntries(fields), event_id: id, event_type: type };
}
