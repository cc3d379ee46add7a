import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchHandler } from './handler.js';
import { toNodeHandler } from './node.js';

/** A proxy that listens. */
export interface RunningProxy {
  /** `http://host:port`, with the port that it got where it asked for any. */
  readonly origin: string;
  /**
   * Takes no new connection, lets what is under way finish, and says whether it did within the ms. What has not is
   * cut off.
   */
  stop(timeout: number): Promise<boolean>;
}

/** Longer than the 60 s that most balancers hold an idle connection: the side that asks must be the one to close. */
const KEEP_ALIVE = 65_000;

/**
 * Serves a handler, and beside it `GET /healthz`: 200 while it takes requests, 503 once it is stopping. It does
 * not ask Baanx: a fault there is no reason to restart this process. Rejects where it can't listen.
 */
export async function serveProxy(handler: FetchHandler, host: string, port: number): Promise<RunningProxy> {
  const listener = toNodeHandler(handler);
  const open = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE, requestTimeout: 30_000 }, (req, res) => {
    open.add(res);
    res.once('close', () => open.delete(res));
    if (stopping) res.setHeader('connection', 'close');
    if (req.url === '/healthz') health(res, stopping);
    else listener(req, res);
  });
  await once(server.listen(port, host), 'listening');
  return {
    origin: originOf(server, host),
    async stop(timeout) {
      stopping = true;
      for (const res of open) if (!res.headersSent) res.setHeader('connection', 'close');
      const closed = once(server, 'close');
      server.close();
      const finished = await Promise.race([allClosed(open), sleep(timeout, false, { ref: false })]);
      // What is left has asked nothing yet: browsers connect in advance, and Node takes such a connection for busy.
      server.closeAllConnections();
      await closed;
      return finished;
    },
  };
}

/** Once there is no response left that is under way, those among them that have come meanwhile. */
async function allClosed(open: ReadonlySet<ServerResponse>): Promise<true> {
  for (const res of open) await new Promise((resolve) => res.once('close', resolve));
  return true;
}

function health(res: ServerResponse, stopping: boolean): void {
  res.writeHead(stopping ? 503 : 200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  res.end(JSON.stringify({ status: stopping ? 'stopping' : 'ok' }));
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
