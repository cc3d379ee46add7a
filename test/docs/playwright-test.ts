import type { Page } from 'playwright-core';

/** One test of an integrator's. */
export interface Written {
  readonly name: string;
  readonly body: (fixtures: { page: Page }) => Promise<void>;
}

/** Stands in for `@playwright/test` where an example of the documentation is run: it keeps what was written. */
export function test(name: string, body: Written['body']): void {
  (globalThis as { written?: Written }).written = { name, body };
}
