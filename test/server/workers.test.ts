import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import type { HandoffLink } from '../../src/server/index.js';
import { start, type Started } from '../proxy/support/process.js';

/** Creates the links while the module loads, when Workers allow no cryptography. */
const WORKER = `import { createHandoff } from 'server.mjs';
const handoff = createHandoff({ secret: 'never-to-be-seen-0123456789abcdef' });
export default {
  async fetch(request) {
    const token = new URL(request.url).searchParams.get('token');
    const issued = { flow: 'registration', onboardingId: 'onboarding-1' };
    return Response.json(await (token === null ? handoff.issue(issued) : handoff.redeem(token)));
  },
};`;

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.mjs", esModule = ${JSON.stringify(WORKER)}),
    (name = "server.mjs", esModule = embed "edge-server.mjs"),
  ],
  compatibilityDate = "2026-01-01",
);`;

let worker: Started;
let origin: string;
const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-handoff-'));

beforeAll(async () => {
  const built = await buildProxy('server-workers');
  copyFileSync(join(built, 'edge-server.mjs'), join(folder, 'edge-server.mjs'));
  writeFileSync(join(folder, 'config.capnp'), CONFIG);
  const workerd = createRequire(import.meta.url).resolve('workerd/bin/workerd');
  worker = start(workerd, ['serve', join(folder, 'config.capnp'), '--control-fd=3']);
  const says = /"socket":"http","port":(\d+)/;
  origin = `http://127.0.0.1:${says.exec(await worker.line(says))?.[1]}`;
}, 60_000);
afterAll(async () => {
  await worker.end();
  rmSync(folder, { recursive: true, force: true });
});

it('A hand-off link is made and accepted once in workerd', async () => {
  const { token } = (await (await fetch(origin)).json()) as HandoffLink;
  const redeem = async (text: string): Promise<unknown> => (await fetch(`${origin}/?token=${text}`)).json();
  expect(await redeem(`${token}A`)).toEqual({ ok: false, failure: { code: 'invalid' } });
  expect(await redeem(token)).toEqual({
    ok: true,
    value: { flow: 'registration', onboardingId: 'onboarding-1' },
  });
  expect(await redeem(token)).toEqual({ ok: false, failure: { code: 'used' } });
});
