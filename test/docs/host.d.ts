/** What the snippets take for granted: the host's own. */
declare function sessionOf(
  request: Request,
): Promise<{ readonly onboardingId?: string; readonly accessToken?: string } | undefined>;
declare function nextStep(): void;
declare function myToken(): string;
declare function count(metric: string, labels: object, value?: number): void;

/** The little of a service worker's scope that is used: its types and the page's do not go together. */
interface WindowEventMap {
  fetch: Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
}

/** The little of Playwright's runner that is used: the package has the library alone. */
declare module '@playwright/test' {
  import type { Page } from 'playwright-core';
  export function test(name: string, body: (fixtures: { page: Page }) => Promise<void>): void;
}

/** docs/proxy.md's own file of the person's session. */
declare module '*/session.mjs' {
  import type { Authorize } from 'baanx-kyc-step/proxy';
  export const authorize: Authorize;
  export const sessionOf: (request: Request) => Promise<{ baanxAccessToken?: string } | undefined>;
}
