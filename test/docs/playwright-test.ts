import type { Page } from 'playwright-core';

/** A test that an example of the documentation defines. */
export interface DefinedTest {
  readonly name: string;
  readonly body: (fixtures: { page: Page }) => Promise<void>;
}

/** Replaces `@playwright/test` when an example runs: it stores the test, so that our own test can run it. */
export function test(name: string, body: DefinedTest['body']): void {
  (globalThis as { definedTest?: DefinedTest }).definedTest = { name, body };
}
