import { matchesOrigin } from '../baanx/trusted-origin.js';

/** The hosts that Veriff's sessions were seen on. A session may be redirected from one to another. */
const VERIFF_HOSTS = [
  'magic.veriff.me',
  'magic.us.veriff.me',
  'alchemy.veriff.com',
  'saas.veriff.com',
  'eu.veriff.com',
  'us.veriff.com',
];

/** What Veriff's page needs, as in the SDK. */
const FEATURES =
  'autoplay camera microphone fullscreen accelerometer magnetometer gyroscope picture-in-picture';

/**
 * The frame's `allow` attribute. Origins are spelled out: a bare `camera` is lost when the frame is redirected
 * to another origin, and `allow` knows no wildcard (measured in Chromium 156), though the trusted list does.
 */
export function allowFor(sessionUrl: string, trusted: readonly string[]): string {
  const known = VERIFF_HOSTS.map((host) => `https://${host}`).filter((origin) =>
    matchesOrigin(origin, trusted),
  );
  const exact = trusted.filter((pattern) => !pattern.includes('*'));
  const origins = [...new Set([new URL(sessionUrl).origin, ...exact, ...known])].join(' ');
  return FEATURES.replace(/\S+/g, (feature) => `${feature} ${origins};`);
}
