import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/root.mjs';

/** The demo's examples for frameworks, by the names of their folders in `demo/frameworks`. */
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
/** The demo's examples for kinds of pages. */
export const PAGES = ['by-hand', 'dialog', 'css', 'service-worker', 'iframe'];

/** The code of an example that a developer copies. */
export function exampleCode(name: string): string {
  const folder = join(root, 'demo/frameworks', name);
  const file = readdirSync(folder).find((candidate) => /^(?:identity-step|service-worker)\./.test(candidate));
  return readFileSync(join(folder, file ?? ''), 'utf8').trimEnd();
}

/** Locates the element on the page of an example. Examples that consist of a whole page are in a frame. */
export function locateExample(page: Page, name: string): { container: Page | FrameLocator; step: Locator } {
  const container = name === 'css' || name === 'iframe' ? page.frameLocator('#place iframe') : page;
  return { container, step: container.locator('baanx-kyc-step') };
}
