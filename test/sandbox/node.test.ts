import { afterEach, expect, it } from 'vitest';
import { startKycSandbox, type KycSandbox } from '../../src/sandbox/node.js';

const sandboxes: KycSandbox[] = [];
afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()));
});

async function start(veriffPort?: number) {
  const sandbox = await startKycSandbox(veriffPort === undefined ? {} : { veriffPort });
  sandboxes.push(sandbox);
  return { sandbox, port: Number(new URL(sandbox.veriffOrigin).port) };
}

it('takes the port that it is told', async () => {
  const { sandbox, port } = await start();
  await sandbox.close();
  expect((await start(port)).port).toBe(port);
});

it('fails with the cause if the port is taken', async () => {
  const { port } = await start();
  await expect(start(port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
});

it('can be closed twice', async () => {
  const { sandbox } = await start();
  await Promise.all([sandbox.close(), sandbox.close()]);
  await expect(fetch(sandbox.veriffOrigin)).rejects.toThrow();
});
