import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A server that is listening. */
export interface RunningServer {
  /** `http://host:port`, with the actual port if it was 0. */
  readonly origin: string;
  /**
   * Answers `/readyz` with 503 immediately. After `delay` ms it accepts no new connections and lets open requests
   * finish for up to `timeout` ms, then closes the rest. Resolves with whether all requests finished. `endStreams` is
   * called after the delay, to end responses that never finish by themselves.
   */
  stop(delay: number, timeout: number, endStreams?: () => void): Promise<boolean>;
}

/**
 * Longer than the 60 s for which most load balancers keep an idle connection, so that the load balancer closes it
 * first.
 */
const KEEP_ALIVE_MS = 65_000;

/**
 * Serves a listener, and also `GET /healthz` (200 while the process is running) and `GET /readyz` (503 once it is
 * stopping). Neither sends a request to Baanx: if Baanx fails, restarting this process does not help. Rejects if it
 * cannot listen.
 */
export async function serve(listener: RequestListener, host: string, port: number): Promise<RunningServer> {
  const open = new Set<ServerResponse>();
  let isStopping = false;
  let isClosing = false;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 30_000 }, (req, res) => {
    open.add(res);
    res.once('close', () => open.delete(res));
    if (isClosing) res.setHeader('connection', 'close');
    if (req.url === '/healthz') sendHealth(res, 200, 'ok');
    else if (req.url === '/readyz')
      sendHealth(res, isStopping ? 503 : 200, isStopping ? 'stopping' : 'ready');
    else listener(req, res);
  });
  await once(server.listen(port, host), 'listening');
  return {
    origin: originOf(server, host),
    async stop(delay, timeout, endStreams) {
      isStopping = true;
      await wait(delay);
      isClosing = true;
      endStreams?.();
      for (const res of open) if (!res.headersSent) res.setHeader('connection', 'close');
      const closed = once(server, 'close');
      server.close();
      const hasFinished = await Promise.race([allClosed(open), wait(timeout, false, { ref: false })]);
      // The remaining connections have sent no request: browsers connect in advance, and Node counts such connections
      // as busy.
      server.closeAllConnections();
      await closed;
      return hasFinished;
    },
  };
}

/** Resolves once no response is open, including those that are opened in the meantime. */
async function allClosed(open: ReadonlySet<ServerResponse>): Promise<true> {
  for (const res of open) await new Promise((resolve) => res.once('close', resolve));
  return true;
}

function sendHealth(res: ServerResponse, statusCode: number, status: string): void {
  res.writeHead(statusCode, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  res.end(JSON.stringify({ status }));
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
