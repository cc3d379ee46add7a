import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { KycSandbox } from '../../src/sandbox/node.js';
import type { PushHub } from '../../src/server/index.js';
import { freePort } from '../proxy/support/process.js';
import { read } from '../server/streams.js';
import { load } from './run.js';
import { snippetOf } from './snippets.js';

let example: { server: Server; sandbox: KycSandbox; hub: PushHub };
let origin: string;
let veriffOrigin: string;
const headers = { 'x-person': 'review-1', 'content-type': 'application/json' };

beforeAll(async () => {
  const [port, veriffPort] = [await freePort(), await freePort()];
  origin = `http://127.0.0.1:${port}`;
  veriffOrigin = `http://127.0.0.1:${veriffPort}`;
  const snippet = snippetOf('docs/sandbox.md', 'express.ts')
    .replaceAll('3000', String(port))
    .replaceAll('4001', String(veriffPort));
  example = await load(snippet, { './session.mjs': 'test/docs/header-session.ts' });
}, 60_000);
afterAll(async () => {
  example.hub.close();
  example.server.closeAllConnections();
  example.server.close();
  await example.sandbox.close();
});

it('The Express server of docs/sandbox.md serves a page whose Veriff is the sandbox’s', async () => {
  const page = await fetch(`${origin}/sign-up`);
  expect(page.headers.get('content-security-policy')).toContain(`frame-src ${veriffOrigin};`);
  expect(await page.text()).toContain(`veriff-origins="${veriffOrigin}"`);
  const session = await fetch(`${origin}/api/baanx/v1/auth/register/verification`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ onboardingId: 'review-1' }),
  });
  expect(session.status).toBe(200);
  const { sessionUrl } = (await session.json()) as { sessionUrl: string };
  expect(new URL(sessionUrl).origin).toBe(veriffOrigin);
  expect((await fetch(sessionUrl)).status).toBe(200);
});

it('It tells a waiting step when the verdict is there, and refuses whoever is not the person', async () => {
  const address = (path: string) => `${origin}/api/baanx/v1/${path}?onboardingId=review-1`;
  expect((await fetch(address('auth/register'))).status).toBe(403);
  const events = await fetch(address('events'), { headers });
  expect(events.status).toBe(200);
  const stream = read(events.body!);
  example.sandbox.applicants.find('review-1').decide('VERIFIED');
  await vi.waitFor(() => expect(stream.text).toContain('data: look'), { timeout: 5_000 });
  const status = await fetch(address('auth/register'), { headers });
  expect(await status.json()).toMatchObject({ verificationState: 'VERIFIED' });
  await stream.cancel();
});
