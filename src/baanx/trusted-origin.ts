/**
 * Which origins may be trusted to be Veriff. Part of the element's bundle: every byte counts here.
 */

/** What the element and the proxy trust by default. */
export const VERIFF_ORIGINS: readonly string[] = ['https://*.veriff.me', 'https://*.veriff.com'];

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a serialised origin is one of the patterns. A pattern is an exact origin, or `https://*.host`: a
 * subdomain of any depth, not the bare host, on the port that the pattern names, else the default one. An
 * opaque origin (`null`) never matches, and neither does a wildcard anywhere else.
 */
export const matchesOrigin = (origin: string, patterns: readonly string[]): boolean =>
  origin !== 'null' &&
  patterns.some((pattern) => {
    if (!pattern.startsWith('https://*.')) return origin === pattern;
    const suffix = pattern.slice(9);
    return origin.startsWith('https://') && origin.endsWith(suffix) && origin.length > 8 + suffix.length;
  });

/** Whether a session URL may be opened: https on an origin of the patterns, without credentials. Never throws. */
export function isTrustedSessionUrl(url: string, patterns: readonly string[]): boolean {
  try {
    const { protocol, username, password, hostname, origin } = new URL(url);
    return (
      // `https:host/…` is another host here than in a page, where it is relative to the page's own URL.
      url.startsWith(`${protocol}//`) &&
      !username &&
      !password &&
      // The sandbox has no certificate. Loopback never leaves the machine, and must be listed to the letter.
      (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))) &&
      matchesOrigin(origin, patterns)
    );
  } catch {
    return false;
  }
}
