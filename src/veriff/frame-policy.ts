import { matchesOrigin } from '../baanx/trusted-origin.js';

/** The hosts on which Veriff's sessions have been observed. A session may be redirected from one to another. */
const VERIFF_HOSTS = [
  'magic.veriff.me',
  'magic.us.veriff.me',
  'alchemy.veriff.com',
  'saas.veriff.com',
  'eu.veriff.com',
  'us.veriff.com',
];

/** The browser features that Veriff's page needs, as Veriff's SDK grants them. */
const FEATURES = [
  'autoplay',
  'camera',
  'microphone',
  'fullscreen',
  'accelerometer',
  'magnetometer',
  'gyroscope',
  'picture-in-picture',
];

/** Trusted origins without wildcards: the exact ones, and every known Veriff host that a wildcard matches. */
export function knownOrigins(trustedOrigins: readonly string[]): string[] {
  const exact = trustedOrigins.filter((pattern) => !pattern.includes('*'));
  const known = VERIFF_HOSTS.map((host) => `https://${host}`);
  return [...new Set([...exact, ...known.filter((origin) => matchesOrigin(origin, trustedOrigins))])];
}

/**
 * The frame's `allow` attribute. It names the origins: a bare `camera` is lost when the frame is redirected to another
 * origin, and `allow` has no wildcard (measured in Chromium 156), though the list of trusted origins does.
 */
export function allowFor(sessionUrl: string, trustedOrigins: readonly string[]): string {
  const origins = [...new Set([new URL(sessionUrl).origin, ...knownOrigins(trustedOrigins)])].join(' ');
  return FEATURES.map((feature) => `${feature} ${origins};`).join(' ');
}
