/**
 * Hex digits that stand for a text and do not tell it: the first `bytes` of SHA-256 over salt and text. Where Node's own
 * hash is to be had it is taken: the web's goes over another thread, which costs more than all the rest of a request.
 */
export async function digest(salt: string, text: string, bytes: number): Promise<string> {
  const salted = `${salt}\n${text}`;
  const node = globalThis.process?.getBuiltinModule?.('node:crypto');
  if (node)
    return node
      .createHash('sha256')
      .update(salted)
      .digest('hex')
      .slice(0, 2 * bytes);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(salted));
  return Array.from(new Uint8Array(hash, 0, bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
