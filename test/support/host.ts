import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSandbox } from '../../src/sandbox/index.js';

/** Veriff's real host: apps need no setting to trust it. */
const VERIFF = 'https://magic.veriff.me';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

/** Answers from these folders, the first that has the file. */
export const files =
  (
    folders: readonly string[],
    headers: Readonly<Record<string, string>> = {},
    change = (text: string) => text,
  ): Answer =>
  (req, res) => {
    const path = new URL(req.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
    const read = async () => {
      for (const folder of folders) {
        const content = await readFile(join(folder, path)).catch(() => undefined);
        if (!content) continue;
        const html = extname(path) === '.html';
        res.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/json', ...headers });
        res.end(html ? change(content.toString()) : content);
        return;
      }
      res.writeHead(404).end();
    };
    void read();
  };

/** Answers what another server of this machine answers. */
export const behind =
  (port: number): Answer =>
  (req, res) => {
    const { method, url: path, headers } = req;
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    asked.on('error', () => res.writeHead(502).end());
    req.pipe(asked);
  };

/** A company's site: its pages, our proxy at `/api/baanx`, and a sandbox behind it that decides at once. */
export class Host {
  readonly #sandbox = createSandbox({ veriffOrigin: VERIFF, decideMs: 0 });
  readonly #proxy = toNodeHandler(
    createKycProxy({
      clientKey: 'sandbox',
      authorize: anyoneWithTheOnboardingId,
      fetch: (input, init) => this.#sandbox.baanx(new Request(input, init)),
      log: () => undefined,
    }),
  );
  readonly #server: Server;

  private constructor(pages: Answer) {
    this.#server = createServer((req, res) =>
      req.url?.startsWith('/api/baanx/') ? this.#proxy(req, res) : pages(req, res),
    );
  }

  static async open(pages: Answer): Promise<Host> {
    const host = new Host(pages);
    await once(host.#server.listen(0, '127.0.0.1'), 'listening');
    return host;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Veriff's page answers at Veriff's own address, in every page of the context. */
  async serveVeriff(context: BrowserContext): Promise<void> {
    await context.route(`${VERIFF}/**`, async (route) => {
      const asked = route.request();
      const body = asked.postData();
      const answer = await this.#sandbox.veriff(
        new Request(asked.url(), { method: asked.method(), headers: await asked.allHeaders(), body }),
      );
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    });
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
