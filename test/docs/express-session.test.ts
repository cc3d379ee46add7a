import type { Express } from 'express';
import 'express-session';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { snippets } from '../proxy/support/snippets.js';
import { importFiles } from './run.js';

const code = (name: string): string => snippets().get(name) ?? '';

/** `session.mjs` as docs/proxy.md says to change it: `sessions` and `sessionOf` are replaced, `authorize` is not. */
function sessionFile(): string {
  const original = code('session.mjs');
  return `${code('express-request.mjs')}\n${original.slice(original.indexOf('/**\n * Whether the request'))}`;
}

describe('Express with express-session, as docs/proxy.md shows it', () => {
  let folder: string;
  let origin: string;
  let servers: Server[];

  beforeAll(async () => {
    const sandbox = createSandbox({ veriffOrigin: 'https://magic.veriff.me' });
    const listen = async (listener: RequestListener) => {
      const server = createServer(listener).listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    servers = [];
    vi.stubEnv('BAANX_CLIENT_KEY', 'key');
    vi.stubEnv('BAANX_BASE_URL', await listen(toNodeHandler(sandbox.baanx)));
    vi.stubEnv('SESSION_SECRET', 'a secret of the test');
    // Inside the project, so that its packages are found.
    await mkdir(join(root, '.cache'), { recursive: true });
    folder = await mkdtemp(join(root, '.cache', 'express-session-'));
    await writeFile(join(folder, 'session.mjs'), sessionFile());
    await writeFile(join(folder, 'express-session.mjs'), importFiles(code('express-session.mjs')));
    const { app } = (await import(join(folder, 'express-session.mjs'))) as { app: Express };
    // What the page describes in a sentence: the host stores the ID in the session.
    app.post('/sign-up/:id', (req, res) => {
      Object.assign(req.session, { onboardingId: req.params.id });
      res.sendStatus(204);
    });
    app.post('/theme', (req, res) => {
      Object.assign(req.session, { theme: 'dark' });
      res.sendStatus(204);
    });
    origin = await listen(app);
  }, 60_000);
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const signUp = async (id: string) => {
    const response = await fetch(`${origin}/sign-up/${id}`, { method: 'POST' });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const status = (id: string, cookie: string) =>
    fetch(`${origin}/api/baanx/v1/auth/register?onboardingId=${id}`, { headers: { cookie } });
  const createSession = (id: string, cookie: string) =>
    fetch(`${origin}/api/baanx/v1/auth/register/verification`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ onboardingId: id }),
    });

  it('lets a person use the onboarding of their own session, and no other', async () => {
    const cookie = await signUp('verified-ada');
    expect(await (await status('verified-ada', cookie)).json()).toEqual({ verificationState: 'VERIFIED' });
    expect((await status('verified-grace', cookie)).status).toBe(403);
    expect((await status('verified-ada', '')).status).toBe(403);
  });

  it('takes a visitor whose session has no onboarding and no account for nobody', async () => {
    const visit = await fetch(`${origin}/theme`, { method: 'POST' });
    const cookie = visit.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toBe('');
    expect((await fetch(`${origin}/api/baanx/v1/user`, { headers: { cookie } })).status).toBe(403);
  });

  it('finds the session of each request when many are handled at once, with a body too', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `approve-${index}`);
    const cookies = await Promise.all(ids.map(signUp));
    const own = await Promise.all(ids.map((id, index) => createSession(id, cookies[index] ?? '')));
    expect(own.map((response) => response.status)).toEqual(ids.map(() => 200));
    const others = await Promise.all(ids.map((id, index) => createSession(id, cookies.at(index - 1) ?? '')));
    expect(others.map((response) => response.status)).toEqual(ids.map(() => 403));
  });
});
