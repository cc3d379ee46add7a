/** The host's own functions that the snippets call. */
declare function sessionOf(
  request: Request,
): Promise<
  { readonly userId?: string; readonly onboardingId?: string; readonly baanxAccessToken?: string } | undefined
>;
declare function emailOf(subject: import('baanx-kyc-step/server').HandoffSubject): Promise<string>;
declare function accessTokenOf(userId: string): Promise<string | undefined>;
declare function nextStep(): void;
declare function myToken(): string;
declare function count(metric: string, labels: object, value?: number): void;

/** What a person's session contains, for TypeScript users of `express-session`. */
declare module 'express-session' {
  interface SessionData {
    onboardingId: string;
    baanxAccessToken: string;
  }
}

/** The `fetch` event of a service worker. TypeScript's types for service workers conflict with those for pages. */
interface WindowEventMap {
  fetch: Event & { readonly request: Request; respondWith(response: Promise<Response>): void };
}

/** What the snippets use of Playwright's test runner, which is not installed: this package has only its library. */
declare module '@playwright/test' {
  import type { Page } from 'playwright-core';
  export function test(name: string, body: (fixtures: { page: Page }) => Promise<void>): void;
  export function defineConfig(config: {
    testDir: string;
    use: { baseURL: string };
    webServer: { command: string; url: string; reuseExistingServer: boolean };
  }): unknown;
}

/** The plugin of Vue for Vite, which is not installed: scripts/demo/compilers-plugin.ts compiles Vue's examples. */
declare module '@vitejs/plugin-vue' {
  import type { Plugin } from 'vite';
  export default function vue(options: {
    readonly template: { readonly compilerOptions: { readonly isCustomElement: (tag: string) => boolean } };
  }): Plugin;
}

/** The files that docs/server.md shows. */
declare module '*/kyc.js' {
  import type { BaanxClient } from 'baanx-kyc-step/server';
  export const tenant: { clientKey: string; baseUrl: string; usEnv?: boolean };
  export const baanx: () => BaanxClient;
}
declare module '*/decide.js' {
  export type Decision =
    'go on' | 'wait' | 'verify first' | 'rejected' | 'registration over' | 'try again' | 'contact us';
  export function decide(onboardingId: string): Promise<Decision>;
}
declare module '*/webhooks.js' {
  import type { FetchHandler } from 'baanx-kyc-step/proxy';
  import type { PushHub } from 'baanx-kyc-step/server';
  export const hub: PushHub;
  export const webhooks: FetchHandler;
}

/** The file that docs/handoff.md shows. */
declare module '*/handoff.js' {
  import type { Authorize, FetchHandler } from 'baanx-kyc-step/proxy';
  import type { HandoffSubject } from 'baanx-kyc-step/server';
  export const issueLink: FetchHandler;
  export const showButton: FetchHandler;
  export const continueHere: FetchHandler;
  export function emailLink(subject: HandoffSubject): Promise<string>;
  export function continuedBy(cookies: string | null): Promise<HandoffSubject | undefined>;
  export function subjectOfPage(headers: Headers): Promise<HandoffSubject | undefined>;
  export function signUpOf(subject: HandoffSubject): Promise<string>;
  export const mayUse: Authorize;
  export function accessTokenFor(request: Request): Promise<string | undefined>;
}
declare module '*/handoff' {
  export * from '*/handoff.js';
}

/** The file that docs/headless-terminal.md shows. */
declare module '*/terminal.mjs' {
  export function verifyInTerminal(options: {
    readonly onboardingId: string;
    readonly proxyUrl: string;
    readonly fetcher: typeof fetch;
    readonly veriffOrigins: readonly string[];
    readonly openBrowser: (url: string) => void;
    readonly lines: AsyncIterable<string>;
    readonly print: (line: string) => void;
  }): Promise<'verified' | 'rejected' | undefined>;
}

/** The file with the person's session that docs/proxy.md shows. */
declare module '*/session.mjs' {
  import type { Authorize } from 'baanx-kyc-step/proxy';
  export const authorize: Authorize;
  export const rememberRequest: import('express').RequestHandler;
  export const sessionOf: (
    request: Request,
  ) => Promise<{ userId?: string; onboardingId?: string; baanxAccessToken?: string } | undefined>;
}
