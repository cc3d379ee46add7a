import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { anyoneWithTheOnboardingId, createKycProxy } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSandbox } from '../../src/sandbox/index.js';

/** Veriff's real origin, which the element trusts by default: an app needs no setting for it. */
const VERIFF_ORIGIN = 'https://magic.veriff.me';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the files of some folders. The first folder that has the file counts.
 * @param transformHtml changes every HTML file before it is sent
 */
export const serveFiles =
  (
    folders: readonly string[],
    headers: Readonly<Record<string, string>> = {},
    transformHtml = (html: string) => html,
  ): RequestListener =>
  (req, res) => {
    const path = new URL(req.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
    const respond = async () => {
      for (const folder of folders) {
        const content = await readFile(join(folder, path)).catch(() => undefined);
        if (!content) continue;
        const isHtml = extname(path) === '.html';
        res.writeHead(200, {
          'content-type': CONTENT_TYPES[extname(path)] ?? 'application/json',
          // A page with an onboarding ID is one person's.
          ...(isHtml && { 'cache-control': 'no-store' }),
          ...headers,
        });
        res.end(isHtml ? transformHtml(content.toString()) : content);
        return;
      }
      res.writeHead(404).end();
    };
    void respond();
  };

/** Forwards every request to another server on this machine. */
export const forwardTo =
  (port: number): RequestListener =>
  (req, res) => {
    const { method, url: path, headers } = req;
    const forwarded = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      res.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(res);
    });
    forwarded.on('error', () => res.writeHead(502).end());
    req.pipe(forwarded);
  };

/** The site of a host: its pages, and our proxy at `/api/baanx` in front of a sandbox that decides without delay. */
export class Host {
  readonly #sandbox = createSandbox({ veriffOrigin: VERIFF_ORIGIN, decideMs: 0 });
  readonly #proxy = toNodeHandler(
    createKycProxy({
      clientKey: 'sandbox',
      authorize: anyoneWithTheOnboardingId,
      fetch: (input, init) => this.#sandbox.baanx(new Request(input, init)),
      log: () => undefined,
    }),
  );
  readonly #server: Server;

  private constructor(pages: RequestListener) {
    this.#server = createServer((req, res) =>
      req.url?.startsWith('/api/baanx/') ? this.#proxy(req, res) : pages(req, res),
    );
  }

  static async open(pages: RequestListener): Promise<Host> {
    const host = new Host(pages);
    await once(host.#server.listen(0, '127.0.0.1'), 'listening');
    return host;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Serves the simulated Veriff at Veriff's real origin, to every page of the browser context. */
  async serveVeriff(context: BrowserContext): Promise<void> {
    await context.route(`${VERIFF_ORIGIN}/**`, async (route) => {
      const request = route.request();
      const body = request.postData();
      const response = await this.#sandbox.veriff(
        new Request(request.url(), { method: request.method(), headers: await request.allHeaders(), body }),
      );
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    });
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
