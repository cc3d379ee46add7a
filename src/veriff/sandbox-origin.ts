/** A server on this machine. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d+$/;

/**
 * The origin of the sandbox's simulated Veriff, as a list of at most one, from the `<meta name="baanx-kyc-sandbox">` that
 * the sandbox's dev-server plugin adds to a page. Accepts loopback origins only, so that a `meta` element that is
 * injected into a production page cannot make the element trust a server on the network.
 */
export function sandboxOrigins(): string[] {
  // There is no document when a server renders the step.
  if (typeof document === 'undefined') return [];
  const origin = document.querySelector<HTMLMetaElement>('meta[name=baanx-kyc-sandbox]')?.content ?? '';
  return LOOPBACK.test(origin) ? [origin] : [];
}
