import { afterEach, expect, it, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { serveSandboxVeriff, type LocalServer } from '../../src/sandbox/node.js';

const sandbox = createSandbox({ veriffOrigin: 'http://127.0.0.1' });
const portOf = ({ origin }: LocalServer) => Number(new URL(origin).port);

const servers: LocalServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

it('gets the port wished for from a server that is about to end, as at the restart of a dev server', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const old = await serveSandboxVeriff(sandbox);
  const next = serveSandboxVeriff(sandbox, portOf(old));
  await old.close();
  servers.push(await next);
  expect(servers.map(portOf)).toEqual([portOf(old)]);
  expect(warn).not.toHaveBeenCalled();
});

it('takes another where the port stays taken, and says which', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const old = await serveSandboxVeriff(sandbox);
  const other = await serveSandboxVeriff(sandbox, portOf(old));
  servers.push(old, other);
  expect(portOf(other)).not.toBe(portOf(old));
  expect(warn.mock.calls.join()).toContain(String(portOf(other)));
});
