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

export const KEY = 'client-key-never-to-be-seen';

/**
 * The sandbox's Baanx as a server of its own. It takes one key, its session URLs look like real ones, and each answer
 * has the headers named.
 */
export function listenSandbox(headers: Readonly<Record<string, string>> = {}): Promise<Listening> {
  const { baanx } = createSandbox({ veriffOrigin: 'https://magic.veriff.me', clientKey: KEY });
  const answer = toNodeHandler(baanx);
  return listen((req, res) => {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    answer(req, res);
  });
}
