import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  anyoneWithTheOnboardingId,
  createKycProxy,
  type FetchHandler,
  type KycProxyOptions,
} from '../proxy/handler.js';
import { toNodeHandler } from '../proxy/node.js';
import type { Applicants } from './applicants.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './index.js';

/** A server of this process. */
export interface LocalServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

/** How often, every 100 ms, a port that is taken is asked for: a dev server restarts before it has let go of it. */
const TRIES = 20;

/**
 * Serves the sandbox's Veriff page on 127.0.0.1, on the port wished for or any free one (`0`, the default; also where
 * the one wished for stays taken for 2 s, which it says). It needs an origin of its own, as the real one has:
 *
 * ```ts
 * let origin = '';
 * const sandbox = createSandbox({ veriffOrigin: () => origin });
 * ({ origin } = await serveSandboxVeriff(sandbox));
 * ```
 */
export async function serveSandboxVeriff(sandbox: Pick<Sandbox, 'veriff'>, port = 0): Promise<LocalServer> {
  const server = createServer(toNodeHandler(sandbox.veriff));
  for (let tries = 1; !server.listening; tries++) {
    try {
      await once(server.listen(tries > TRIES ? 0 : port, '127.0.0.1'), 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await sleep(100);
    }
  }
  const { port: got } = server.address() as AddressInfo;
  if (port !== 0 && got !== port)
    console.warn(`Port ${port} is taken: the simulated Veriff is on ${got}, which veriff-origins must name.`);
  return {
    origin: `http://127.0.0.1:${got}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** How a sandbox for a dev server or for end-to-end tests is set up; all of it has a default. */
export interface KycSandboxOptions extends Omit<SandboxOptions, 'veriffOrigin' | 'clientKey'> {
  /** The Veriff page's port; any free one by default, or where it stays taken for 2 s. */
  readonly veriffPort?: number;
  /** The proxy's other options: `basePath`, `authorize`, `log` … */
  readonly proxy?: Partial<Omit<KycProxyOptions, 'clientKey' | 'baseUrl' | 'veriffOrigins' | 'fetch'>>;
}

/** All of the backend that the widget needs, in this process. */
export interface KycSandbox {
  /** The proxy over the simulated Baanx: answers `/api/baanx/…`. */
  readonly handle: FetchHandler;
  /** Where the simulated Veriff is, for the element's `veriff-origins`. */
  readonly veriffOrigin: string;
  /** Everybody seen so far, to look at a state or to set it. */
  readonly applicants: Applicants;
  /** Ends the Veriff page's server. */
  close(): Promise<void>;
}

/** Starts the proxy, the simulated Baanx and, on a port of its own, the simulated Veriff. */
export async function startKycSandbox(options: KycSandboxOptions = {}): Promise<KycSandbox> {
  const { veriffPort, proxy, ...rest } = options;
  let veriffOrigin = '';
  const sandbox = createSandbox({ ...rest, veriffOrigin: () => veriffOrigin });
  const server = await serveSandboxVeriff(sandbox, veriffPort);
  veriffOrigin = server.origin;
  const handle = createKycProxy({
    authorize: anyoneWithTheOnboardingId,
    ...proxy,
    clientKey: 'sandbox',
    veriffOrigins: [veriffOrigin],
    fetch: (input, init) => sandbox.baanx(new Request(input, init)),
  });
  return { handle, veriffOrigin, applicants: sandbox.applicants, close: () => server.close() };
}
