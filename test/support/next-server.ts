import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { forwardTo } from './host.js';

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs `next start` in an app's folder with these environment variables, and waits until it is ready. */
export async function startNext(home: string, env: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const next = spawn(
    process.execPath,
    [join(home, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: home,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env, NODE_ENV: 'production' },
    },
  );
  for await (const chunk of next.stdout) if (String(chunk).includes('Ready')) break;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages: forwardTo(port),
    close: async () => {
      next.kill();
      await once(next, 'exit');
    },
  };
}
