import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../scripts/browsers/chromium.mjs';

/** How this browser differs from others. */
export interface BrowserFlags {
  /** Flags to add. */
  readonly added?: readonly string[];
  /**
   * Flags that Playwright passes by default and this browser starts without: with `--disable-popup-blocking`, for example,
   * no popup is ever blocked.
   */
  readonly omitted?: readonly string[];
}

/** Starts the Chromium of this machine, with a simulated camera. */
export async function launchBrowser({ added = [], omitted = [] }: BrowserFlags = {}): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
  const { executablePath, args } = found;
  return chromium.launch({ executablePath, args: [...args, ...added], ignoreDefaultArgs: [...omitted] });
}
