/** Hex digits that stand for a text and do not tell it: the first `bytes` of SHA-256 over salt and text. */
export async function digest(salt: string, text: string, bytes: number): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${text}`));
  return Array.from(new Uint8Array(hash, 0, bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
