import { signWebhook } from '../../src/server/signature.js';

export const KEY = 'whk_never-to-be-seen';

/** An event as Baanx documents it. */
export const kycEvent = (fields: object = {}) => ({
  api_version: 'v1',
  event_id: crypto.randomUUID(),
  event_category: 'kyc',
  event_type: 'kyc.status.changed',
  user_id: '7c1f6b52-3f0e-4b57-9d1c-2f6c1e7a90ab',
  event_object_id: '0d3c1a6e-6a1c-4a57-a9f8-3f1e0c7b2d55',
  event_object_status: 'VERIFIED',
  event_object: { name: 'Zoë', amount: 1.0 },
  occurred_at: '2026-01-05T09:30:00.000Z',
  ...fields,
});

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

export const webhookRequest = (body: BodyInit, headers: HeadersInit): Request =>
  new Request('https://app.example/webhooks/baanx', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
    body,
  });

/** A webhook as Baanx sends it. */
export async function signedWebhook(
  event: object | string,
  { key = KEY, timestamp = nowInSeconds() }: { readonly key?: string; readonly timestamp?: number } = {},
): Promise<Request> {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return webhookRequest(body, await signWebhook(key, timestamp, body));
}
