import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchHandler } from '../proxy/handler.js';
import { toNodeHandler } from '../proxy/node.js';
import {
  createSandbox,
  createSandboxProxy,
  type Applicants,
  type Sandbox,
  type SandboxOptions,
  type SandboxProxyOptions,
} from './index.js';

/** An HTTP server on 127.0.0.1. */
export interface LocalServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Stops the server and closes all connections. May be called more than once. */
  close(): Promise<void>;
  /** Lets the process exit although the server is running. */
  unref(): void;
}

/**
 * Serves the simulated Veriff on 127.0.0.1, so that it has its own origin, as the real one does. By default, it uses any
 * free port. Pass `createSandbox` a `veriffOrigin` that is a function and returns the `origin` of the result.
 * @param sandbox the sandbox whose `veriff` is served
 * @param port 0 for any free port
 * @throws the error of `listen`, with the code `EADDRINUSE` if the port is taken.
 */
export async function serveSandboxVeriff(sandbox: Pick<Sandbox, 'veriff'>, port = 0): Promise<LocalServer> {
  const server = createServer(toNodeHandler(sandbox.veriff));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  const closed = new Promise((resolve) => server.once('close', resolve));
  return {
    origin: `http://127.0.0.1:${actualPort}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await closed;
    },
    unref: () => void server.unref(),
  };
}

/** The options of a sandbox for a dev server or for end-to-end tests. All have defaults. */
export interface KycSandboxOptions extends Omit<SandboxOptions, 'veriffOrigin' | 'clientKey'> {
  /**
   * The port of the simulated Veriff.
   * @default any free port
   */
  readonly veriffPort?: number;
  /**
   * Options for the proxy: `basePath`, `log` …
   * @default anyone with the onboarding ID may use it
   */
  readonly proxy?: SandboxProxyOptions;
}

/** The complete backend for the element, in this process. */
export interface KycSandbox {
  /** The proxy in front of the simulated Baanx. Answers `/api/baanx/…`. */
  readonly handle: FetchHandler;
  /** The simulated Baanx, for the status check of your own server. */
  readonly baanx: (request: Request) => Promise<Response>;
  /** The origin of the simulated Veriff, for the element's `veriff-origins`. */
  readonly veriffOrigin: string;
  /** The applicants so far: read or set their state. */
  readonly applicants: Applicants;
  /** Stops the simulated Veriff. May be called more than once. */
  close(): Promise<void>;
  /** Lets the process exit although the simulated Veriff is running. */
  unref(): void;
}

/**
 * Starts the proxy, the simulated Baanx, and the simulated Veriff on its own port.
 * @throws the error of `listen`, with the code `EADDRINUSE` if `veriffPort` is taken.
 */
export async function startKycSandbox(options: KycSandboxOptions = {}): Promise<KycSandbox> {
  const { veriffPort, proxy, ...sandboxOptions } = options;
  let veriffOrigin = '';
  const sandbox = createSandbox({ ...sandboxOptions, veriffOrigin: () => veriffOrigin });
  const server = await serveSandboxVeriff(sandbox, veriffPort);
  veriffOrigin = server.origin;
  const handle = createSandboxProxy(sandbox, veriffOrigin, proxy);
  return {
    handle,
    baanx: sandbox.baanx,
    veriffOrigin,
    applicants: sandbox.applicants,
    close: () => server.close(),
    unref: () => server.unref(),
  };
}
