import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '../../../src/proxy/node.js';
import { createSandbox } from '../../../src/sandbox/index.js';

/** A server on loopback. */
export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves on a free port of loopback; closing cuts what is open. */
export async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The sandbox's Baanx as a server of its own. It takes one key, and its session URLs look like real ones. */
export const KEY = 'client-key-never-to-be-seen';
export const listenSandbox = (): Promise<Listening> =>
  listen(toNodeHandler(createSandbox({ veriffOrigin: 'https://magic.veriff.me', clientKey: KEY }).baanx));
