import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** A process that a test has started, and what it has said so far. */
export interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** The first line that fits, said already or to come. Rejects where the process ends without it. */
  line(fits: RegExp): Promise<string>;
  /** Sends a signal and waits for the end: the exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** Starts a program; both of its outputs are read. The environment is `env` and the path alone. */
export function start(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): Started {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const tell = () => waiting.forEach((look) => look());
  let over = false;
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals)[]) => {
    over = true;
    tell();
    return code ?? signal ?? 0;
  });
  for (const stream of [child.stdout, child.stderr, child.stdio[3]]) {
    createInterface({ input: stream as NodeJS.ReadableStream }).on('line', (line) => {
      lines.push(line);
      tell();
    });
  }
  return {
    child,
    lines,
    line: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => fits.test(line));
          if (found === undefined && !over) return void waiting.add(look);
          waiting.delete(look);
          if (found === undefined)
            reject(new Error(`${program} ended without ${String(fits)}: ${lines.join('\n')}`));
          else resolve(found);
        };
        look();
      }),
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** A loopback port that was free a moment ago, for programs that can't choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
