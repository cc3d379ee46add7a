import { fieldOf } from '../baanx/wire.js';
import type { Asked } from './asked.js';
import { within } from './lifeline.js';
import { Refusal } from './refusal.js';

/** The one field that a body carries fits many times. */
const BODY_LIMIT = 4096;

/** Opaque (US ids are no bare UUIDs), but visible ASCII: nothing that could mean something to a header or a log. */
const ONBOARDING_ID = /^[\x21-\x7e]{1,128}$/;

function checked(id: unknown): string {
  if (typeof id === 'string' && ONBOARDING_ID.test(id)) return id;
  throw new Refusal(400, 'onboardingId must be 1 to 128 visible ASCII characters');
}

/** The id in the query. Two of them are refused: `authorize` could see one and Baanx the other. */
export function onboardingIdOfQuery(query: string): string {
  const ids = new URLSearchParams(query).getAll('onboardingId');
  if (ids.length > 1) throw new Refusal(400, 'onboardingId must be given once');
  return checked(ids[0]);
}

/** The id in the JSON body. Throws a {@link Refusal}: 415, 413, 400, or 408 where the body does not end. */
export async function onboardingIdOfBody(asked: Asked, timeout: number): Promise<string> {
  const type = asked.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  // Also what keeps a plain form of another site out: it can't send this type without a preflight.
  if (type !== 'application/json') throw new Refusal(415, 'Content-Type must be application/json');
  // A hook or a framework in front has taken it: the host's own fault, not the browser's.
  if (asked.isBodyTaken) throw new Error('The body was read before the proxy got it');
  let text: string | undefined;
  try {
    text = await within(timeout, asked.line, (line) => asked.text(BODY_LIMIT, line));
  } catch {
    throw new Refusal(408, 'The body did not arrive');
  }
  if (text === undefined) throw new Refusal(413, 'The body is too large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not JSON');
  }
  return checked(fieldOf(body, 'onboardingId'));
}
