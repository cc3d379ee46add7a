/** Chromium's early name of the interface, the only one that exists. */
interface FramePolicy {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Where most sessions begin. */
const LIKELY = 'https://magic.veriff.me';

/**
 * Whether this page, or a page around it, keeps the camera from a frame of Veriff's. Only Chromium tells;
 * elsewhere the person finds out, and Veriff says so.
 */
export function isCameraDenied(trusted: readonly string[]): boolean {
  const origin = trusted.find((pattern) => !pattern.includes('*')) ?? LIKELY;
  // Never put into the page, so it loads nothing: a frame with an address already knows its policy.
  const probe: HTMLIFrameElement & FramePolicy = document.createElement('iframe');
  probe.allow = `camera ${origin}`;
  probe.src = origin;
  return probe.featurePolicy?.allowsFeature('camera') === false;
}
