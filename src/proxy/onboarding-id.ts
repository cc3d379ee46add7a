import { fieldOf } from '../baanx/wire.js';
import { readCapped } from './capped-body.js';
import { Refusal } from './refusal.js';

/** Many times what the body's one field needs. */
const MAX_BODY_BYTES = 4096;

/** Opaque (US IDs are not bare UUIDs), but visible ASCII: nothing with a meaning in a header or a log line. */
const ONBOARDING_ID = /^[\x21-\x7e]{1,128}$/;

function checked(id: unknown): string {
  if (id === undefined) throw Refusal.because('onboarding-id-missing');
  if (typeof id === 'string' && ONBOARDING_ID.test(id)) return id;
  throw Refusal.because('onboarding-id-malformed');
}

/** The ID in the query. Two are refused: `authorize` could check one and Baanx use the other. */
export function onboardingIdOfQuery(query: URLSearchParams): string {
  const ids = query.getAll('onboardingId');
  if (ids.length > 1) throw Refusal.because('onboarding-id-repeated');
  return checked(ids[0]);
}

/** The ID in the JSON body. */
export async function onboardingIdOfBody(request: Request, signal: AbortSignal): Promise<string> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  // This also refuses HTML forms of other sites: they cannot send this type without a preflight.
  if (type !== 'application/json') throw Refusal.because('content-type');
  if (request.bodyUsed) throw Refusal.because('body-already-read');
  let text: string | undefined;
  try {
    // Firefox has no `Request.body`, and runs this in the playground's service worker.
    text = await readCapped(request.body ?? (await request.blob()).stream(), MAX_BODY_BYTES, signal);
  } catch {
    throw Refusal.because(request.signal.aborted ? 'client-gone' : 'body-not-received');
  }
  if (text === undefined) throw Refusal.because('body-too-large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw Refusal.because('body-not-json');
  }
  return checked(fieldOf(body, 'onboardingId'));
}
