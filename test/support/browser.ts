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
  // Without it, a process of the browser's simulates a graphics card, which takes more time than drawing without one.
  const flags = [...args, '--disable-gpu', ...added];
  return chromium.launch({ executablePath, args: flags, ignoreDefaultArgs: [...omitted] });
}
