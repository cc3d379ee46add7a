import { fieldOf } from '../baanx/wire.js';
import { bounded, readCapped } from './bounds.js';
import { Refusal } from './refusal.js';

/** Many times what the body's one field needs. */
const MAX_BODY_BYTES = 4096;

/** Opaque (US IDs are not bare UUIDs), but visible ASCII: nothing with a meaning in a header or a log line. */
const ONBOARDING_ID = /^[\x21-\x7e]{1,128}$/;

function checked(id: unknown): string {
  if (id === undefined) throw new Refusal('onboarding-id-missing');
  if (typeof id === 'string' && ONBOARDING_ID.test(id)) return id;
  throw new Refusal('onboarding-id-malformed');
}

/** The ID in the query. Two are refused: `authorize` could check one and Baanx use the other. */
export function onboardingIdOfQuery(query: URLSearchParams): string {
  const [id, another] = query.getAll('onboardingId');
  if (another !== undefined) throw new Refusal('onboarding-id-repeated');
  return checked(id);
}

/** The ID in the JSON body. */
export async function onboardingIdOfBody(request: Request, signal: AbortSignal): Promise<string> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  // This also refuses HTML forms of other sites: they cannot send this type without a preflight.
  if (type !== 'application/json') throw new Refusal('content-type');
  if (request.bodyUsed) throw new Refusal('body-already-read');
  const read = async () =>
    // Firefox has no `Request.body`, and runs this in the playground's service worker.
    readCapped(request.body ?? (await request.blob()).stream(), MAX_BODY_BYTES, signal);
  const text = await bounded(signal, read, 'body-not-received');
  if (text === undefined) throw new Refusal('body-too-large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal('body-not-json');
  }
  return checked(fieldOf(body, 'onboardingId'));
}

/**
 * 32 hex digits that stand for an onboarding ID: half of SHA-256 over the client key and the ID. Without the key
 * nobody can test which ID it stands for. Processes with the same key give the same pseudonym.
 */
export async function pseudonymOf(onboardingId: string, clientKey: string): Promise<string> {
  const text = `${clientKey}\n${onboardingId}`;
  // Web Crypto hashes on another thread, which for a text this short costs more than the rest of the request.
  const nodeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto');
  if (nodeCrypto) return nodeCrypto.createHash('sha256').update(text).digest('hex').slice(0, 32);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
