import { join } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { createServer, preview, type Plugin, type PreviewServer, type ViteDevServer } from 'vite';
import { root } from '../../scripts/root.mjs';
import { startSandbox } from '../../scripts/demo/backend.js';
import { demoBackend } from '../../scripts/demo/backend-plugin.js';
import type { Applicants } from '../../src/sandbox/index.js';
import { launchBrowser, type BrowserFlags } from './browser.js';
import { DEMO_FOLDER } from './built-demo.js';
import { submitDocuments } from './submit-documents.js';

/** The demo on a server, and a browser to open it in. */
export class Site {
  readonly url: string;

  protected constructor(
    private readonly server: ViteDevServer | PreviewServer,
    private readonly browser: Browser,
  ) {
    const [url] = server.resolvedUrls?.local ?? [];
    if (!url) throw new Error('The server of the demo does not listen');
    this.url = url;
  }

  /** Serves the files of the built demo below a path, as on a server that hosts several projects. */
  static async openStatic(): Promise<Site> {
    return new Site(await serveBuilt('/below/a/path/', []), await launchBrowser());
  }

  /** Serves the demo from its source, as `npm start` does. Pages may load any module of the source. */
  static async openSource(): Promise<Site> {
    const server = await createServer({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'silent',
      server: { port: 0 },
    });
    return new Site(await server.listen(), await launchBrowser());
  }

  /** Opens an empty page in a browser context of its own, as wide as a phone unless `options` say otherwise. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    return context.newPage();
  }

  /** Closes all pages, so that none continues to poll during the next test. */
  async closePages(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** The built demo with a sandbox behind it that decides at once. */
export class Demo extends Site {
  private constructor(
    server: PreviewServer,
    browser: Browser,
    /** The simulated applicants: a test sets the state that Baanx reports next. */
    readonly applicants: Applicants,
    /** The records of the proxy's log, as JSON. */
    readonly log: readonly string[],
  ) {
    super(server, browser);
  }

  static async open(flags?: BrowserFlags): Promise<Demo> {
    const log: string[] = [];
    const sandbox = await startSandbox({ decideMs: 0 }, (record) => log.push(JSON.stringify(record)));
    const server = await serveBuilt('/', [demoBackend(() => Promise.resolve(sandbox))]);
    return new Demo(server, await launchBrowser(flags), sandbox.applicants, log);
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
}

const serveBuilt = (base: string, plugins: Plugin[]): Promise<PreviewServer> =>
  preview({
    configFile: false,
    root: DEMO_FOLDER,
    base,
    plugins,
    // Unknown paths are answered with 404 instead of the start page.
    appType: 'mpa',
    logLevel: 'silent',
    build: { outDir: DEMO_FOLDER },
    preview: { host: '127.0.0.1', port: 0 },
  });

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

  /** Submits documents in Veriff, with this outcome. A verdict closes Veriff's window, even if nobody presses Finish. */
  async verify(outcome: string, veriff: FrameLocator | Page = this.veriff): Promise<void> {
    await submitDocuments(veriff, outcome);
  }

  /** Presses Finish in Veriff. */
  async finish(veriff: FrameLocator | Page = this.veriff): Promise<void> {
    await veriff.getByRole('button', { name: 'Finish' }).click();
  }

  /** The received events with these names, in order. */
  events(...names: string[]): ReceivedEvent[] {
    return this.received.filter(({ type }) => names.includes(type));
  }
}
