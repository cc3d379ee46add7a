import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** The path of axe-core, for `addInitScript` and `addScriptTag`. */
export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe found: each rule with the elements and the reason. */
export interface AxeFindings {
  readonly violations: string[];
  /** Elements whose contrast axe could not measure. */
  readonly unclearContrast: string[];
  /** How many rules were satisfied: 0 would mean that axe checked nothing. */
  readonly passes: number;
}

/** Runs axe in the page, which must have loaded it. */
export async function runAxe(page: Page, options: RunOptions = {}): Promise<AxeFindings> {
  const results = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    { ...options, resultTypes: ['violations', 'incomplete'] } satisfies RunOptions,
  );
  const readable = (found: AxeResults['violations']) =>
    found.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
  return {
    violations: readable(results.violations),
    unclearContrast: readable(results.incomplete.filter(({ id }) => id === 'color-contrast')),
    passes: results.passes.length,
  };
}
