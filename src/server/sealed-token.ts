const encoder = new TextEncoder();
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** No issued token is longer. A longer one is refused without decoding it. */
const MAX_TOKEN_CHARS = 1024;
/** Decrypted in place of a token that is not even well-formed, so that every bad token costs the same work. */
const DECOY = new Uint8Array(IV_BYTES + 100 + TAG_BYTES);

/** Encrypts texts into URL-safe tokens, and reads them again. */
export interface TokenSealer {
  /** Encrypts a text with the first secret. The token consists of letters, digits, `-` and `_`. */
  seal(text: string): Promise<string>;
  /**
   * The text in a token, or undefined if none of the secrets made the token, or if it was made for another context. Tries every
   * secret, whatever the token looks like.
   */
  open(token: unknown): Promise<string | undefined>;
}

/**
 * Creates a sealer with AES-256-GCM, whose keys are derived from the secrets by HKDF.
 * @param context what the tokens are for: a token of one context cannot be opened in another
 */
export function createTokenSealer(secrets: readonly string[], context: string): TokenSealer {
  const additionalData = encoder.encode(context);
  let deriving: Promise<Key[]> | undefined;
  // Only at the first token, because Workers allow no cryptography while a module loads.
  const keys = () => (deriving ??= Promise.all(secrets.map((secret) => deriveKey(secret, additionalData))));
  return {
    async seal(text) {
      const [key] = await keys();
      if (!key) throw new TypeError('createTokenSealer: no secret was given');
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const encrypted = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData },
        key,
        encoder.encode(text),
      );
      const bytes = new Uint8Array(IV_BYTES + encrypted.byteLength);
      bytes.set(iv);
      bytes.set(new Uint8Array(encrypted), IV_BYTES);
      return toBase64url(bytes);
    },
    async open(token) {
      const bytes = fromBase64url(token) ?? DECOY;
      const texts = await Promise.all((await keys()).map((key) => decrypt(key, bytes, additionalData)));
      return texts.find((text) => text !== undefined);
    },
  };
}

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function deriveKey(secret: string, info: Uint8Array<ArrayBuffer>): Promise<Key> {
  const base = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

async function decrypt(
  key: Key,
  bytes: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const iv = bytes.subarray(0, IV_BYTES);
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      bytes.subarray(IV_BYTES),
    );
    return new TextDecoder().decode(text);
  } catch (error) {
    // Web Crypto throws this if the tag does not match. It does not report the reason.
    if ((error as Error).name === 'OperationError') return undefined;
    throw error;
  }
}

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The bytes of a token, or undefined if it cannot be one. Accepts only one spelling of each token. */
function fromBase64url(token: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof token !== 'string' || token.length > MAX_TOKEN_CHARS) return undefined;
  if (!/^[\w-]+$/.test(token) || token.length % 4 === 1) return undefined;
  const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const isLongEnough = bytes.length >= IV_BYTES + TAG_BYTES;
  return isLongEnough && toBase64url(bytes) === token ? bytes : undefined;
}
