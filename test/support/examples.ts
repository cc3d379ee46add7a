import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/bundle.mjs';

/** The examples of the demo, by the names of their folders: first the frameworks, then kinds of pages. */
export const FRAMEWORKS = [
  'module',
  'classic',
  'react',
  'next',
  'vue',
  'angular',
  'svelte',
  'preact',
  'solid',
];
export const PAGES = ['by-hand', 'dialog', 'css', 'service-worker', 'iframe'];

/** What a developer copies. */
export function codeOf(name: string): string {
  const folder = join(root, 'demo/frameworks', name);
  const file = readdirSync(folder).find((one) => /^(?:identity-step|service-worker)\./.test(one));
  return readFileSync(join(folder, file ?? ''), 'utf8').trimEnd();
}

/** Where the step is on the page of an example: some are shown as a page of their own. */
export function exampleIn(page: Page, name: string): { place: Page | FrameLocator; step: Locator } {
  const place = name === 'css' || name === 'iframe' ? page.frameLocator('#place iframe') : page;
  return { place, step: place.locator('baanx-kyc-step') };
}
