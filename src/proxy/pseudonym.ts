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
