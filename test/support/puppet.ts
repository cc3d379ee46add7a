import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * A page on an origin of its own that says to its parent what the test tells it to, and tells the test what it
 * was told: Veriff's side of the wire without Veriff's mind. `silent` in its path: it greets nobody. In a window without
 * an opener it has nobody to talk to; if it sent its messages to itself, it would answer itself for ever.
 */
const PAGE = `<!doctype html><html><title>Puppet</title><body><button>Inside</button><script>
  fetch('/seen', { method: 'POST', body: JSON.stringify({ path: location.pathname, opener: !!opener }) });
  const host = opener || parent;
  const isAlone = host === window;
  const send = (message) => isAlone || host.postMessage(message, '*');
  addEventListener('message', ({ data, origin }) => {
    if (data && data.say !== undefined) send(data.say);
    else if (data && data.go) location.href = data.go;
    else if (data && data.close) close();
    else send({ told: data, by: origin, search: location.search });
  });
  // Nobody can close a window that has no opener.
  if (isAlone) setTimeout(close, 10000);
  if (location.pathname.includes('forces-reload')) send('VERIFF_FORCE_RELOAD');
  else if (!location.pathname.includes('silent')) send('VERIFF_HANDSHAKE');
</script></body></html>`;

/** What a puppet saw of its visitors. */
export interface Visits {
  /** Path and query of every page that was asked for, in order. */
  readonly asked: string[];
  /** Every page that ran, and whether it could reach an opener. */
  readonly ran: { readonly path: string; readonly opener: boolean }[];
}

/**
 * Serves the page at every path of a free port of loopback. `coop` in the path: in a group of windows of its own;
 * `never`: its answer does not come.
 */
export function startPuppet(): Promise<{ origin: string; visits: Visits; close: () => void }> {
  const visits: Visits = { asked: [], ran: [] };
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (url === '/seen')
      void text(request).then((body) => visits.ran.push(JSON.parse(body) as Visits['ran'][number]));
    else if (url !== '/favicon.ico') visits.asked.push(url);
    if (url.includes('coop')) response.setHeader('cross-origin-opener-policy', 'same-origin');
    if (!url.includes('never')) response.setHeader('content-type', 'text/html').end(PAGE);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ origin: `http://127.0.0.1:${port}`, visits, close: () => server.close() });
    });
  });
}
