import { knownOrigins } from './frame-policy.js';

/** Chromium's early name for the interface. No other implementation exists. */
interface FrameWithPolicy {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Lets the browser connect to Veriff before there is a session. */
export function preconnect(trustedOrigins: readonly string[]): void {
  const [origin] = knownOrigins(trustedOrigins);
  if (!origin) return;
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  document.head.append(link);
  // The connection begins as soon as the link is inserted.
  link.remove();
}

/**
 * Whether the policy of this page, or of a page around it, denies the camera to a frame on every origin that Veriff is
 * known to use. False if a wildcard may match unknown hosts. Only Chromium reports the policy; in other browsers
 * Veriff's page informs the person.
 */
export function isCameraDenied(trustedOrigins: readonly string[]): boolean {
  const hasUnknownHosts = trustedOrigins.some((pattern) => knownOrigins([pattern]).length === 0);
  return !hasUnknownHosts && knownOrigins(trustedOrigins).every(isCameraDeniedTo);
}

function isCameraDeniedTo(origin: string): boolean {
  // The browser derives a frame's policy from its URL even before it is inserted. This one never is, so nothing loads.
  const probe: HTMLIFrameElement & FrameWithPolicy = document.createElement('iframe');
  probe.allow = `camera ${origin}`;
  probe.src = origin;
  return probe.featurePolicy?.allowsFeature('camera') === false;
}
