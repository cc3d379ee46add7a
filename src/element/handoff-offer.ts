import { isServer } from 'lit';
import { isCameraDenied } from '../veriff/preflight.js';
import type { Config } from './config.js';
import { inAppBrowser } from './in-app-browser.js';

/** Where the person can continue instead of here. */
export interface HandoffOffer {
  /** `phone`: on their phone. `browser`: on this phone, in their own browser. */
  readonly to: 'phone' | 'browser';
  /** The message that says why to continue there. Without it, Start on this device comes first. */
  readonly reason?: 'noCamera' | 'inAppBrowser';
}

/**
 * Where the person can continue instead; undefined if the host has no page for that, or if this device is just as good.
 */
export function offerHandoff(config: Config, hasCamera: boolean): HandoffOffer | undefined {
  const { handoff, openIn, trustedOrigins } = config;
  if (!handoff || isServer) return undefined;
  if (config.inAppBrowser === 'detect' && inAppBrowser(window))
    return { to: 'browser', reason: 'inAppBrowser' };
  const isDesktop = hasMouse();
  if (!hasCamera || (openIn === 'modal' && isCameraDenied(trustedOrigins)))
    return { to: isDesktop ? 'phone' : 'browser', reason: 'noCamera' };
  return isDesktop ? { to: 'phone' } : undefined;
}

/** Whether this is a desktop rather than a phone. Test browsers may have no media queries. */
function hasMouse(): boolean {
  const { matchMedia } = window as Partial<Window>;
  return matchMedia?.call(window, '(hover: hover) and (pointer: fine)').matches === true;
}
