import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/browsers/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import type * as Handler from '../../src/proxy/handler.js';
import type * as Node from '../../src/proxy/node.js';
import type * as SandboxModule from '../../src/sandbox/index.js';
import type * as Server from '../../src/server/index.js';

/** A module of the built package. */
const built = (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'dist', path)).href);

interface Listening {
  readonly origin: string;
  readonly close: () => void;
}

async function listen(listener: RequestListener, host: string): Promise<Listening> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The state of a step, and everything that a forgery could change about it. */
export interface Look {
  readonly state: string | undefined;
  readonly events: number;
  readonly isOpen: boolean;
}

/** The secret of the company's hand-off links. */
const HANDOFF_SECRET = 'never-to-be-seen-0123456789abcdef';

/** The key of the company's webhook endpoint. */
export const WEBHOOK_KEY = 'whk_lab';

/**
 * A card company's site with the built package: page, proxy, webhook, hand-off links, and a server that checks the status
 * with Baanx before it lets a person on. Baanx and Veriff are the sandbox. Another site belongs to the attacker.
 */
export class Lab {
  /** How many requests the proxy has passed on to Baanx. */
  passedOn = 0;
  /** How many webhooks the company's server has acted on. */
  webhooksHandled = 0;

  private constructor(
    readonly origin: string,
    /** Veriff's origin, which the step trusts. */
    readonly veriffOrigin: string,
    /** The attacker's site. */
    readonly evilOrigin: string,
    readonly sandbox: SandboxModule.Sandbox,
    /** The company's hand-off links. */
    readonly handoff: Server.Handoff,
    /** Links of the company's for another purpose. */
    readonly mailHandoff: Server.Handoff,
    readonly browser: Browser,
    private readonly servers: readonly Listening[],
  ) {}

  static async open(): Promise<Lab> {
    const { createKycProxy } = (await built('proxy/handler.js')) as typeof Handler;
    const { toNodeHandler } = (await built('proxy/node.js')) as typeof Node;
    const { createSandbox } = (await built('sandbox/index.js')) as typeof SandboxModule;
    const { createBaanxClient, createHandoff, createWebhookHandler } = (await built(
      'server/index.js',
    )) as typeof Server;
    const script = readFileSync(join(root, 'dist/baanx-kyc-step.js'));
    const found = findChromium();
    if (!found) throw new Error('Chromium is not installed. `npm test` installs it.');

    let veriffOrigin = '';
    const sandbox = createSandbox({ veriffOrigin: () => veriffOrigin });
    const veriff = await listen(toNodeHandler(sandbox.veriff), '127.0.0.1');
    veriffOrigin = veriff.origin;
    // Another host name, and so another site: ports alone do not make one.
    const evil = await listen((_, res) => {
      res.setHeader('content-type', 'text/html').end('<!doctype html><title>Another site</title>');
    }, 'localhost');
    const proxy = toNodeHandler(
      createKycProxy({
        clientKey: 'lab',
        authorize: (request, { onboardingId }) => personOf(request.headers.get('cookie')) === onboardingId,
        veriffOrigins: [veriffOrigin],
        fetch: (input, init) => {
          lab.passedOn++;
          return sandbox.baanx(new Request(input, init));
        },
      }),
    );
    const client = createBaanxClient({
      clientKey: 'lab',
      fetch: (input, init) => sandbox.baanx(new Request(input, init)),
    });
    const isVerified = async (onboardingId: string) => {
      const status = await client.verificationState({ onboardingId });
      return status.ok && status.value === 'VERIFIED';
    };
    const webhooks = toNodeHandler(
      createWebhookHandler({
        keys: WEBHOOK_KEY,
        onEvent: () => lab.webhooksHandled++,
        log: () => undefined,
      }),
    );
    const handoff = createHandoff({ secret: HANDOFF_SECRET });
    const mailHandoff = createHandoff({ secret: HANDOFF_SECRET, purpose: 'email', reusable: true });
    const host = await listen((req, res) => {
      const { pathname } = new URL(req.url ?? '/', 'http://host');
      if (pathname.startsWith('/api/baanx/')) proxy(req, res);
      else if (pathname === '/baanx-kyc-step.js')
        res.setHeader('content-type', 'text/javascript').end(script);
      else if (pathname === '/webhooks/baanx') webhooks(req, res);
      else if (pathname === '/next-step')
        void isVerified(personOf(req.headers.cookie ?? null) ?? '').then((is) =>
          res.writeHead(is ? 200 : 403).end(),
        );
      else if (pathname.startsWith('/kyc/continue/'))
        void handoff.redeem(pathname.slice('/kyc/continue/'.length)).then((redeemed) => {
          if (redeemed.ok && redeemed.value.flow === 'registration')
            res.setHeader('set-cookie', `person=${redeemed.value.onboardingId}; HttpOnly; SameSite=Lax`);
          res.writeHead(redeemed.ok ? 303 : 410, { location: '/' }).end();
        });
      else if (pathname === '/')
        res
          .setHeader('content-type', 'text/html')
          .end(pageFor(personOf(req.headers.cookie ?? null) ?? '', veriffOrigin));
      else res.writeHead(404).end();
    }, '127.0.0.1');
    const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
    const lab = new Lab(host.origin, veriffOrigin, evil.origin, sandbox, handoff, mailHandoff, browser, [
      veriff,
      evil,
      host,
    ]);
    return lab;
  }

  /** A person on the page, in a browser of their own. `prepare` runs before the page is loaded. */
  async visit(prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<Visit> {
    const id = `undecided-${randomUUID()}`;
    const context = await this.browser.newContext();
    await context.addCookies([{ name: 'person', value: id, url: this.origin, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.addInitScript(recordEvents);
    await prepare(page);
    await page.goto(this.origin);
    const visit = new Visit(this, page, id);
    await visit.waitForState('ready');
    return visit;
  }

  /** Opens a hand-off link. Resolves with whether the company gives this device the person's session. */
  async openLink(token: string): Promise<boolean> {
    const init: RequestInit = { method: 'POST', redirect: 'manual' };
    const { headers } = await fetch(`${this.origin}/kyc/continue/${token}`, init);
    return headers.has('set-cookie');
  }

  /** Posts to the company's webhook. Resolves with the status of the answer. */
  async postWebhook(body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    const type = { 'content-type': 'application/json' };
    const init = { method: 'POST', body, headers: { ...type, ...headers } };
    return (await fetch(`${this.origin}/webhooks/baanx`, init)).status;
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const server of this.servers) server.close();
  }
}

const personOf = (cookie: string | null): string | undefined =>
  /(?:^|; )person=([\w-]+)/.exec(cookie ?? '')?.[1];

const pageFor = (id: string, veriffOrigin: string) => `<!doctype html><title>Sign up</title>
<script type="module" src="/baanx-kyc-step.js"></script>
<baanx-kyc-step onboarding-id="${id}" veriff-origins="${veriffOrigin}" poll-interval="60000"></baanx-kyc-step>`;

interface PageWindow extends Window {
  /** The types of the step's events. */
  heard: string[];
  /** How many messages the page has received. */
  messages: number;
}

/** Runs in the page before its own scripts. */
function recordEvents(): void {
  const page = window as unknown as PageWindow;
  page.heard = [];
  page.messages = 0;
  for (const type of ['started', 'submitted', 'canceled', 'pending', 'verified', 'rejected'])
    document.addEventListener(type, () => page.heard.push(type), true);
  addEventListener('message', () => page.messages++);
}

/** One person on the page. */
export class Visit {
  constructor(
    readonly lab: Lab,
    readonly page: Page,
    readonly id: string,
  ) {}

  async waitForState(state: string): Promise<void> {
    await this.page.waitForFunction(
      (expected) => document.querySelector('baanx-kyc-step')?.state === expected,
      state,
    );
  }

  /** Opens Veriff in the step's dialog, and returns its frame. */
  async openVeriff(): Promise<Frame> {
    await this.page.getByRole('button', { name: 'Start verification' }).click();
    await this.page.frameLocator('baanx-kyc-step iframe').getByRole('button', { name: 'Continue' }).waitFor();
    const frame = this.page.frames().find((one) => one.url().startsWith(this.lab.veriffOrigin));
    if (!frame) throw new Error('Veriff’s frame is not there');
    return frame;
  }

  look(): Promise<Look> {
    return this.page.evaluate(() => {
      const step = document.querySelector('baanx-kyc-step');
      return {
        state: step?.state,
        events: (window as unknown as PageWindow).heard.length,
        isOpen: step?.shadowRoot?.querySelector('dialog')?.open === true,
      };
    });
  }

  heard(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as PageWindow).heard);
  }

  /** Posts each message on its own; how many of them changed anything. */
  async countAccepted(
    messages: readonly unknown[],
    post: (message: unknown) => Promise<void>,
  ): Promise<number> {
    let accepted = 0;
    for (const message of messages) {
      const before = JSON.stringify(await this.look());
      const received = await this.page.evaluate(() => (window as unknown as PageWindow).messages);
      await post(message);
      await this.page.waitForFunction(
        (count) => (window as unknown as PageWindow).messages > count,
        received,
      );
      if (JSON.stringify(await this.look()) !== before) accepted++;
    }
    return accepted;
  }

  /** Whether the company's server lets the person on to the next step. */
  async isLetOn(): Promise<boolean> {
    const response = await this.page.request.post(`${this.lab.origin}/next-step`, {
      headers: { cookie: `person=${this.id}` },
    });
    return response.ok();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
