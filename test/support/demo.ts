import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { handIn } from './hand-in.js';

/** The demo as `npm start` serves it, with a browser in front of it. */
export class Demo {
  private constructor(
    readonly url: string,
    /** What the server printed: the proxy's log among it. */
    readonly printed: string[],
    private readonly server: ViteDevServer,
    private readonly browser: Browser,
  ) {}

  /**
   * `without`: what Playwright tells the browser, and should not: it lets every popup pass, for one. `more`: what it
   * should be told besides.
   */
  static async open(without: string[] = [], more: string[] = []): Promise<Demo> {
    const printed: string[] = [];
    console.log = (...words: unknown[]) => void printed.push(words.join(' '));
    const server = await createServer({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      logLevel: 'silent',
    });
    await server.listen();
    console.log = (...words: unknown[]) => void printed.push(words.join(' '));
    const found = findChromium();
    if (!found) throw new Error('No Chromium here: npm test gets one');
    const browser = await chromium.launch({
      executablePath: found.executablePath,
      args: [...found.args, ...more],
      ignoreDefaultArgs: without,
    });
    return new Demo(server.resolvedUrls?.local[0] ?? '', printed, server, browser);
  }

  /** The sign-up page in a page of its own, with these attributes on the element. */
  async page(attributes: Record<string, string> = {}, options: BrowserContextOptions = {}): Promise<Visit> {
    return Visit.begin(await this.blank(options), `${this.url}sign-up.html`, attributes);
  }

  /** The playground around it, with these settings. */
  async playground(
    settings: Record<string, string> = {},
    options: BrowserContextOptions = {},
  ): Promise<Visit> {
    return Visit.begin(await this.blank(options), this.url, settings);
  }

  /** An empty page in a browser context of its own, as wide as a phone. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    return context.newPage();
  }

  /** The browser's major version. */
  get version(): string {
    return this.browser.version().replace(/\..*/, '');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** An event of the element, as the host page heard it. */
export interface Heard {
  readonly type: string;
  readonly detail: unknown;
}

const EVENTS = [
  'statechange',
  'started',
  'submitted',
  'canceled',
  'pending',
  'verified',
  'rejected',
  'error',
];

/** One person on the demo. */
export class Visit {
  /** What the page's console said. */
  readonly console: string[] = [];
  readonly heard: Heard[] = [];

  private constructor(readonly page: Page) {}

  static async begin(page: Page, url: string, attributes: Record<string, string>): Promise<Visit> {
    const visit = new Visit(page);
    page.on('console', (message) => visit.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => visit.console.push(`error: ${error.message}`));
    await page.exposeFunction('tellTest', (heard: Heard) => void visit.heard.push(heard));
    await page.addInitScript((names) => {
      const tell = (window as unknown as { tellTest: (heard: Heard) => void }).tellTest;
      for (const name of names)
        document.addEventListener(
          name,
          (event) => {
            if (event instanceof CustomEvent) tell({ type: name, detail: event.detail });
          },
          true,
        );
    }, EVENTS);
    const address = new URL(url);
    for (const [name, value] of Object.entries(attributes)) address.searchParams.set(name, value);
    await page.goto(address.href);
    return visit;
  }

  /** Veriff's page in the dialog. */
  get veriff(): FrameLocator {
    return this.page.frameLocator('baanx-kyc-step iframe');
  }

  /** Presses that button and gives the window that it opens, once Veriff is in it. */
  async window(name: string): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await this.press(name);
    const window = await opened;
    await window.getByRole('button', { name: 'Continue' }).waitFor();
    return window;
  }

  /** Waits until the element is in the state. */
  async state(state: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('baanx-kyc-step')?.state === wanted,
      state,
    );
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Goes all the way through Veriff with this outcome. */
  async verify(outcome: string, veriff: FrameLocator | Page = this.veriff): Promise<void> {
    await handIn(veriff, outcome);
    await veriff.getByRole('button', { name: 'Finish' }).click();
  }

  /** The events of these names, in order. */
  events(...names: string[]): Heard[] {
    return this.heard.filter(({ type }) => names.includes(type));
  }
}
