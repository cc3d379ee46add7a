/** Crockford's base 32: no I, L, O or U, so an ID can be read out over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short random ID such as `7F3K-92QM`: 40 bits, enough to find one log line among a day's. */
export function createRequestId(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => ALPHABET[byte % 32]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Version 00 of the W3C's Trace Context. Anything else is dropped. */
const TRACEPARENT = /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** The request's `traceparent`, if it is well-formed. */
export function traceparentOf({ headers }: Request): string | undefined {
  const value = headers.get('traceparent');
  return value !== null && TRACEPARENT.test(value) ? value : undefined;
}
