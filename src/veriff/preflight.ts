/** Chromium's early name of the interface, the only one that exists. */
interface FramePolicy {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Where the session most likely is: no other host is known before the answer. */
const likely = (trusted: readonly string[]): string =>
  trusted.find((pattern) => !pattern.includes('*')) ?? 'https://magic.veriff.me';

/** Has the browser connect to Veriff meanwhile. Firefox uses that line for the frame (measured in 153). */
export function preconnect(trusted: readonly string[]): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = likely(trusted);
  document.head.append(link);
  // It has done its work by being there.
  link.remove();
}

/**
 * Whether this page, or a page around it, keeps the camera from a frame of Veriff's. Only Chromium tells;
 * elsewhere the person finds out, and Veriff says so.
 */
export function isCameraDenied(trusted: readonly string[]): boolean {
  const origin = likely(trusted);
  // Never put into the page, so it loads nothing: a frame with an address already knows its policy.
  const probe: HTMLIFrameElement & FramePolicy = document.createElement('iframe');
  probe.allow = `camera ${origin}`;
  probe.src = origin;
  return probe.featurePolicy?.allowsFeature('camera') === false;
}
