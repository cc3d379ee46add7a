/** The algorithms of an `integrity` attribute, the strongest first. */
const ALGORITHMS = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256' } as const;
type Algorithm = keyof typeof ALGORITHMS;

/** The integrity hash of a file, as in `integrity="sha384-…"`. A text is encoded as UTF-8. */
export async function integrityOf(
  file: string | Uint8Array,
  algorithm: Algorithm = 'sha384',
): Promise<string> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file);
  const digest = await crypto.subtle.digest(ALGORITHMS[algorithm], bytes);
  return `${algorithm}-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/**
 * Whether a file matches one of the hashes of an `integrity` attribute. As in browsers, only the hashes of the strongest
 * algorithm count, and an attribute without any known algorithm matches every file.
 */
export async function matchesIntegrity(file: Uint8Array, hashes: readonly string[]): Promise<boolean> {
  const values = hashes.map((hash) => hash.replace(/\?.*/, ''));
  const algorithms = Object.keys(ALGORITHMS) as Algorithm[];
  const strongest = algorithms.find((name) => values.some((value) => value.startsWith(`${name}-`)));
  return strongest === undefined || values.includes(await integrityOf(file, strongest));
}
