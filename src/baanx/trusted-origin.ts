/** Which origins the element and the proxy trust to be Veriff by default. */
export const VERIFF_ORIGINS: readonly string[] = ['https://*.veriff.me', 'https://*.veriff.com'];

/** https, or http on this machine: the sandbox has no certificate, and loopback traffic never leaves the machine. */
export const isSecureOrigin = (origin: string): boolean =>
  /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin);

/**
 * Whether a serialized origin is one of the patterns. A pattern is an exact origin, or `https://*.host`: a
 * subdomain of any depth, not the bare host, on the port that the pattern names, else the default one. An
 * opaque origin (`null`) never matches, and neither does a wildcard anywhere else.
 */
export const matchesOrigin = (origin: string, patterns: readonly string[]): boolean =>
  origin !== 'null' &&
  patterns.some((pattern) => {
    if (!pattern.startsWith('https://*.')) return origin === pattern;
    return (
      origin.startsWith('https://') && origin.endsWith(pattern.slice(9)) && origin.length >= pattern.length
    );
  });

/** Whether a session URL may be opened: https on an origin of the patterns, without credentials. Never throws. */
export function isTrustedSessionUrl(url: string, patterns: readonly string[]): boolean {
  try {
    const { href, origin } = new URL(url);
    return (
      // `https:host/…` is another host here than in a page, where it is relative to the page's own URL.
      url.startsWith(origin) &&
      // Credentials would stand between the two.
      href.startsWith(`${origin}/`) &&
      isSecureOrigin(origin) &&
      matchesOrigin(origin, patterns)
    );
  } catch {
    return false;
  }
}
