import type { Page } from 'playwright-core';
import { AXE } from './axe.js';
import { Demo } from './demo.js';

/** Opens the demo, and a page of it with axe and without motion. */
export async function openAxePage(): Promise<{ demo: Demo; page: Page }> {
  const demo = await Demo.open();
  const page = await demo.blank({ reducedMotion: 'reduce' });
  await page.addInitScript({ path: AXE });
  return { demo, page };
}
