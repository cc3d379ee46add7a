import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};

/** How a response fails, by the first segment of the path. `never` does not respond at all. */
const FAILURES: Record<string, (response: ServerResponse) => unknown> = {
  reset: (response) => response.destroy(),
  half: (response) => {
    response.writeHead(200, { ...CORS, 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"verificationState":', () => response.destroy());
  },
  never: () => undefined,
  redirect: (response) => response.writeHead(302, { ...CORS, location: '/login' }).end(),
  login: (response) =>
    response.writeHead(200, { ...CORS, 'content-type': 'text/html' }).end('<!doctype html>'),
};

/** Starts a server whose every response fails. `gone` is the origin of a server that has already been closed. */
export function startBrokenServer(): Promise<{ origin: string; gone: string }> {
  const listen = (server: ReturnType<typeof createServer>) =>
    new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      );
    });
  const server = createServer(({ method, url }, response) => {
    if (method === 'OPTIONS') response.writeHead(204, CORS).end();
    else FAILURES[url?.split('/')[1] ?? '']?.(response);
  });
  const closing = createServer();
  return listen(closing).then(async (gone) => {
    closing.close();
    return { origin: await listen(server), gone };
  });
}
