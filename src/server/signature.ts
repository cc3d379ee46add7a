/** The header with the Unix time in seconds at which the webhook was signed. */
export const TIMESTAMP_HEADER = 'x-timestamp';
/** The header with the signature: lowercase hex of HMAC-SHA256 over `{timestamp}.{raw body}`. */
export const SIGNATURE_HEADER = 'x-signature';

const encoder = new TextEncoder();

const importKey = (key: string) =>
  crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);

/** What is signed: the timestamp as the header has it, a full stop, and the body as it was sent. */
function signedBytes(timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = encoder.encode(`${timestamp}.`);
  const bytes = new Uint8Array(prefix.length + body.length);
  bytes.set(prefix);
  bytes.set(body, prefix.length);
  return bytes;
}

/**
 * The two headers with which Baanx signs a webhook, for the sandbox and for tests.
 * @param timestamp Unix time in seconds
 */
export async function signWebhook(
  key: string,
  timestamp: number,
  body: string,
): Promise<Record<string, string>> {
  const bytes = signedBytes(String(timestamp), encoder.encode(body));
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(key), bytes));
  const hex = Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { [TIMESTAMP_HEADER]: String(timestamp), [SIGNATURE_HEADER]: hex };
}

/** Whether one of the keys made the signature. */
export type VerifySignature = (timestamp: string, signature: string, body: Uint8Array) => Promise<boolean>;

/**
 * Creates a check against any of the keys. Web Crypto compares in constant time, and every key is tried, so that the
 * time reveals nothing about the signature.
 */
export function createVerifier(keys: readonly string[]): VerifySignature {
  let importing: ReturnType<typeof importKey>[] | undefined;
  return async (timestamp, signature, body) => {
    if (!/^[\da-f]{64}$/.test(signature)) return false;
    const expected = Uint8Array.from(signature.match(/../g) ?? [], (hex) => parseInt(hex, 16));
    const bytes = signedBytes(timestamp, body);
    // Only at the first webhook, because Workers allow no cryptography while a module loads.
    importing ??= keys.map(importKey);
    const results = await Promise.all(
      importing.map(async (key) => crypto.subtle.verify('HMAC', await key, expected, bytes)),
    );
    return results.includes(true);
  };
}
