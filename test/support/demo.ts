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
import { submitDocuments } from './submit-documents.js';

/** The demo as `npm start` serves it, and a browser to open it in. */
export class Demo {
  private constructor(
    readonly url: string,
    /** What the server printed, including the proxy's log. */
    readonly printed: string[],
    private readonly server: ViteDevServer,
    private readonly browser: Browser,
  ) {}

  /**
   * Starts the server and the browser.
   * @param omittedFlags flags that Playwright passes by default and this browser starts without: with
   *   `--disable-popup-blocking`, for example, no popup is ever blocked
   * @param extraFlags further flags for this browser
   */
  static async open(omittedFlags: string[] = [], extraFlags: string[] = []): Promise<Demo> {
    const printed: string[] = [];
    console.log = (...values: unknown[]) => void printed.push(values.join(' '));
    const server = await createServer({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      logLevel: 'silent',
    });
    await server.listen();
    console.log = (...values: unknown[]) => void printed.push(values.join(' '));
    const found = findChromium();
    if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');
    const browser = await chromium.launch({
      executablePath: found.executablePath,
      args: [...found.args, ...extraFlags],
      ignoreDefaultArgs: omittedFlags,
    });
    return new Demo(server.resolvedUrls?.local[0] ?? '', printed, server, browser);
  }

  /** Opens the sign-up page in a browser context of its own, with these attributes on the element. */
  async page(attributes: Record<string, string> = {}, options: BrowserContextOptions = {}): Promise<Visit> {
    return Visit.begin(await this.blank(options), `${this.url}sign-up.html`, attributes);
  }

  /** Opens the playground, which has the sign-up page in a frame, with these settings. */
  async playground(
    settings: Record<string, string> = {},
    options: BrowserContextOptions = {},
  ): Promise<Visit> {
    return Visit.begin(await this.blank(options), this.url, settings);
  }

  /** Opens an empty page in a browser context of its own, as wide as a phone unless `options` say otherwise. */
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

/** An event of the element, as the host page received it. */
export interface ReceivedEvent {
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

/** One person on one page. */
export class Visit {
  /** Console messages and uncaught errors of the page, such as `warning: …`. */
  readonly console: string[] = [];
  /** Every event of the element, in order. */
  readonly received: ReceivedEvent[] = [];

  private constructor(readonly page: Page) {}

  /** Opens the URL in the page, with these parameters. In the demo they set attributes of the element. */
  static async begin(page: Page, url: string, parameters: Record<string, string>): Promise<Visit> {
    const visit = new Visit(page);
    page.on('console', (message) => visit.console.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => visit.console.push(`error: ${error.message}`));
    await page.exposeFunction('receiveEvent', (event: ReceivedEvent) => void visit.received.push(event));
    await page.addInitScript((names) => {
      const { receiveEvent } = window as unknown as { receiveEvent: (event: ReceivedEvent) => void };
      for (const name of names)
        document.addEventListener(
          name,
          (event) => {
            if (event instanceof CustomEvent) receiveEvent({ type: name, detail: event.detail });
          },
          true,
        );
    }, EVENTS);
    const address = new URL(url);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    await page.goto(address.href);
    return visit;
  }

  /** Veriff's page in the step's dialog. */
  get veriff(): FrameLocator {
    return this.page.frameLocator('baanx-kyc-step iframe');
  }

  /** Presses the button and returns the window that it opens, as soon as Veriff is loaded in it. */
  async openWindow(name: string): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await this.press(name);
    const window = await opened;
    await window.getByRole('button', { name: 'Continue' }).waitFor();
    return window;
  }

  /** Waits until the element is in the state. */
  async waitForState(state: string): Promise<void> {
    await this.page.waitForFunction(
      (expected) => document.querySelector('baanx-kyc-step')?.state === expected,
      state,
    );
  }

  /** Clicks the button with this accessible name. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Submits documents in Veriff, with this outcome, and finishes. */
  async verify(outcome: string, veriff: FrameLocator | Page = this.veriff): Promise<void> {
    await submitDocuments(veriff, outcome);
    await veriff.getByRole('button', { name: 'Finish' }).click();
  }

  /** The received events with these names, in order. */
  events(...names: string[]): ReceivedEvent[] {
    return this.received.filter(({ type }) => names.includes(type));
  }
}
