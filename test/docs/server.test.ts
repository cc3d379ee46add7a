import express from 'express';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { FetchHandler } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { createWebhookHandler, type PushHub } from '../../src/server/index.js';
import { signWebhook } from '../../src/server/signature.js';
import { STATUSES } from '../../src/server/webhook-outcome.js';
import { kycEvent, signedWebhook } from '../server/webhooks.js';
import { freePort } from '../proxy/support/process.js';
import { read } from '../server/streams.js';
import { ENTRIES } from '../../scripts/docs/entries.js';
import { importFiles } from './run.js';
import { snippetOf } from './snippets.js';

const KEY = 'whk_documented';
const FILES = [
  'kyc.ts',
  'decide.ts',
  'details.ts',
  'form-fields.ts',
  'webhooks.ts',
  'express.ts',
  'server.ts',
];

const FILES_OF_IMPORTS = { ...ENTRIES, './session.mjs': 'test/docs/header-session.ts' };

async function listening(server: Server): Promise<string> {
  if (!server.listening) await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('The server of docs/server.md, with the sandbox in place of Baanx', () => {
  let folder: string;
  let origin: string;
  let sandbox: Sandbox;
  let baanx: Server;
  let host: { server: Server };
  let onSigterm: (() => void) | undefined;
  let receiver: {
    hub: PushHub;
    webhooks: FetchHandler;
    onboardings: { userId: string; onboardingId: string; baanxUserId?: string; status?: string }[];
  };

  /** The personal details that reached Baanx, and Baanx's answer to them if it is not the sandbox's. */
  const details = { received: [] as Request[], answer: undefined as Response | undefined };
  async function answerDetails(request: Request): Promise<Response> {
    if (!request.url.endsWith('/personal-details')) return sandbox.baanx(request);
    details.received.push(request.clone());
    return details.answer?.clone() ?? sandbox.baanx(request);
  }

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    sandbox = createSandbox({
      veriffOrigin: 'https://magic.veriff.me',
      webhook: {
        url: `${origin}/webhooks/baanx`,
        key: KEY,
        externalUserId: (id) => (id.startsWith('known') ? `user of ${id}` : undefined),
      },
    });
    baanx = createServer(toNodeHandler(answerDetails)).listen(0, '127.0.0.1');
    vi.stubEnv('BAANX_CLIENT_KEY', 'key');
    vi.stubEnv('BAANX_BASE_URL', await listening(baanx));
    vi.stubEnv('BAANX_WEBHOOK_KEYS', `whk_older ${KEY}`);
    vi.stubEnv('PORT', String(port));
    // The host's own function: only one person has an account.
    vi.stubGlobal('accessTokenOf', async (userId: string) =>
      userId === 'with-account' ? 'rejected-token' : undefined,
    );
    // Inside the project, so that its packages are found.
    await mkdir(join(root, '.cache'), { recursive: true });
    folder = await mkdtemp(join(root, '.cache', 'server-'));
    for (const file of FILES)
      await writeFile(join(folder, file), importFiles(snippetOf('docs/server.md', file), FILES_OF_IMPORTS));
    const before = process.listeners('SIGTERM');
    host = (await import(join(folder, 'server.ts'))) as typeof host;
    onSigterm = process.listeners('SIGTERM').find((listener) => !before.includes(listener)) as () => void;
    receiver = (await import(join(folder, 'webhooks.ts'))) as typeof receiver;
    await listening(host.server);
  }, 60_000);
  afterAll(async () => {
    host.server.closeAllConnections();
    baanx.closeAllConnections();
    baanx.close();
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    await rm(folder, { recursive: true });
  });

  const as = (onboardingId: string) => ({ headers: { 'x-person': onboardingId } });
  const openStream = (id: string, person = id) =>
    fetch(`${origin}/api/baanx/v1/events?onboardingId=${id}`, as(person));

  it('lets a person go on only once Baanx says VERIFIED', async () => {
    const ids = [
      'verified-1',
      'in-review-1',
      'rejected-1',
      'new-1',
      'state-word-1',
      'error-400-1',
      'error-500-1',
      'error-404-1',
      'error-498-1',
    ];
    const decisions = ids.map(async (id) => {
      const response = await fetch(`${origin}/details`, { method: 'POST', ...as(id) });
      return [response.status, ((await response.json()) as { decision: string }).decision];
    });
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await Promise.all(decisions)).toEqual([
      [200, 'go on'],
      [409, 'wait'],
      [409, 'rejected'],
      [409, 'verify first'],
      [409, 'wait'],
      [409, 'registration over'],
      [503, 'try again'],
      [503, 'contact us'],
      [503, 'contact us'],
    ]);
    expect(error.mock.calls.flat().sort()).toEqual(
      ['client-key-invalid', 'onboarding-not-found', 'provider-unavailable'].map(
        (code) => `The status check failed: ${code}`,
      ),
    );
    error.mockRestore();
    const stranger = await fetch(`${origin}/details`, { method: 'POST' });
    expect([stranger.status, await stranger.json()]).toEqual([401, { decision: 'sign in' }]);
    const { isVerified } = (await import(join(folder, 'kyc.ts'))) as {
      isVerified: (onboardingId: string) => Promise<boolean>;
    };
    expect(await Promise.all(ids.map(isVerified))).toEqual(ids.map((id) => id === 'verified-1'));
  });

  const loadSendDetails = async () => {
    const module = (await import(join(folder, 'details.ts'))) as {
      sendDetails: (onboardingId: string, details: object) => Promise<string>;
    };
    return module.sendDetails;
  };

  it('tells documents that were never submitted from a review, by what Baanx says to the next step', async () => {
    const sendDetails = await loadSendDetails();
    for (const id of ['opened-1', 'submitted-1']) sandbox.applicants.find(id).openSession();
    sandbox.applicants.find('submitted-1').submit('review');
    expect([sandbox.applicants.find('opened-1').state, sandbox.applicants.find('submitted-1').state]).toEqual(
      ['PENDING', 'PENDING'],
    );
    expect(await sendDetails('opened-1', { firstName: 'Ada' })).toBe('not verified');
    expect(await sendDetails('submitted-1', { firstName: 'Ada' })).toBe('go on');
    expect(await sendDetails('rejected-1', { firstName: 'Ada' })).toBe('rejected');
  });

  it('sends the fields of the form for the session’s onboarding, whatever ID and further fields the form has', async () => {
    const sendDetails = await loadSendDetails();
    const { fieldsOf } = (await import(join(folder, 'form-fields.ts'))) as {
      fieldsOf: (form: FormData) => Record<string, string>;
    };
    const form = new FormData();
    for (const [name, value] of [
      ['firstName', 'Ada'],
      ['lastName', 'Lovelace'],
      ['onboardingId', 'in-review-somebody-else'],
      ['isAdmin', 'true'],
    ] as const)
      form.append(name, value);
    details.received.length = 0;
    await sendDetails('verified-mine', fieldsOf(form));
    await sendDetails('verified-mine', Object.fromEntries(form));
    const bodies = await Promise.all(details.received.map((request) => request.json() as Promise<object>));
    expect(bodies).toEqual([
      { firstName: 'Ada', lastName: 'Lovelace', dateOfBirth: '', onboardingId: 'verified-mine' },
      { firstName: 'Ada', lastName: 'Lovelace', isAdmin: 'true', onboardingId: 'verified-mine' },
    ]);
    expect(details.received[0]?.headers.has('x-us-env')).toBe(false);
  });

  it('tells a field that Baanx refuses from a failure that goes away', async () => {
    const sendDetails = await loadSendDetails();
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const decisions: string[] = [];
    for (const status of [422, 400, 500, 429]) {
      details.answer = Response.json({ message: 'postcode is invalid' }, { status });
      decisions.push(await sendDetails('in-review-1', { postcode: '?' }));
    }
    details.answer = undefined;
    expect(decisions).toEqual(['check the form', 'check the form', 'try again', 'try again']);
    expect(error).toHaveBeenLastCalledWith('Baanx refused the personal details: 429');
    error.mockRestore();
  });

  it('follows no redirect with the key, and lets the person try again', async () => {
    const sendDetails = await loadSendDetails();
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    details.received.length = 0;
    details.answer = new Response(null, {
      status: 307,
      headers: { location: '/elsewhere/personal-details' },
    });
    expect(await sendDetails('verified-mine', { firstName: 'Ada' })).toBe('try again');
    details.answer = undefined;
    expect(details.received.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v1/auth/register/personal-details',
    ]);
    expect(error).toHaveBeenCalledExactlyOnceWith('The personal details were not sent', expect.any(Error));
    error.mockRestore();
  });

  it('lets a build load the file with the client without a key, and tells the requests the region', async () => {
    vi.stubEnv('BAANX_CLIENT_KEY', '');
    vi.stubEnv('BAANX_US_ENV', 'true');
    vi.resetModules();
    const { tenant, baanx } = (await import(join(folder, 'kyc.ts'))) as {
      tenant: { usEnv?: boolean };
      baanx: () => object;
    };
    expect(tenant.usEnv).toBe(true);
    expect(baanx).toThrow('clientKey');
    vi.stubEnv('BAANX_CLIENT_KEY', 'key');
    vi.stubEnv('BAANX_US_ENV', undefined);
    vi.resetModules();
    const elsewhere = (await import(join(folder, 'kyc.ts'))) as { tenant: object };
    expect(elsewhere.tenant, 'the element’s us-env decides').not.toHaveProperty('usEnv');
  });

  it('creates the handler of a route with the first request, so that a build without a key can load it', async () => {
    vi.stubEnv('BAANX_WEBHOOK_KEYS', '');
    const file = join(folder, 'route.ts');
    await writeFile(file, importFiles(snippetOf('docs/server.md', 'app/webhooks/baanx/route.ts')));
    const { POST } = (await import(file)) as { POST: (request: Request) => Promise<Response> };
    vi.stubEnv('BAANX_WEBHOOK_KEYS', `whk_older ${KEY}`);
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    expect((await POST(await signedWebhook(kycEvent(), { key: KEY }))).status).toBe(200);
    expect(info).toHaveBeenCalledExactlyOnceWith('kyc.status.changed');
    info.mockRestore();
  });

  it('tells the step to look when a webhook arrives, found by either user ID', async () => {
    const byExternalId = { userId: 'user of known-1', onboardingId: 'known-1' };
    const { userId: baanxUserId } = sandbox.applicants.find('named-2');
    receiver.onboardings.push(byExternalId, { userId: 'user-2', onboardingId: 'named-2', baanxUserId });
    for (const { onboardingId } of receiver.onboardings) {
      const stream = read((await openStream(onboardingId)).body!);
      await vi.waitFor(() => expect(stream.text).toBe(':\n\n'));
      const changedAt = performance.now();
      sandbox.applicants.find(onboardingId).decide('VERIFIED');
      await vi.waitFor(() => expect(stream.text).toContain('data: look'));
      expect(performance.now() - changedAt).toBeLessThan(1_000);
      await stream.cancel();
    }
    await vi.waitFor(() =>
      expect(receiver.onboardings.map(({ status }) => status)).toEqual(['VERIFIED', 'VERIFIED']),
    );
  });

  it('stores the status of a person’s newest onboarding, and of their account when the registration is over', async () => {
    const expired = { userId: 'twice', onboardingId: 'error-400-expired', status: 'PENDING' };
    const newest = { userId: 'twice', onboardingId: 'verified-newest', status: 'PENDING' };
    const complete = { userId: 'with-account', onboardingId: 'error-400-complete', status: 'PENDING' };
    const without = { userId: 'nobody', onboardingId: 'error-400-nobody', status: 'PENDING' };
    const unknown = { userId: 'odd', onboardingId: 'state-word-1', status: 'PENDING' };
    const failing = { userId: 'failing', onboardingId: 'error-500-1', status: 'PENDING' };
    const rows = [expired, newest, complete, without, unknown, failing];
    receiver.onboardings.push(...rows);
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const statuses: number[] = [];
    for (const userId of ['twice', 'with-account', 'nobody', 'odd', 'failing']) {
      const request = await signedWebhook(kycEvent({ user_external_id: userId }), { key: KEY });
      statuses.push((await receiver.webhooks(request)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 500]);
    expect(rows.map(({ status }) => status)).toEqual([
      'PENDING',
      'VERIFIED',
      'REJECTED',
      'PENDING',
      'PENDING',
      'PENDING',
    ]);
    receiver.onboardings.splice(-rows.length);
    expect(error.mock.calls.map(String)).toEqual([expect.stringContaining('provider-unavailable')]);
    error.mockRestore();
  });

  it('accepts an event whose onboarding it does not know at once, and opens no stream for another person', async () => {
    const statuses: (number | undefined)[] = [];
    const other = createSandbox({
      veriffOrigin: 'https://magic.veriff.me',
      webhook: {
        url: `${origin}/webhooks/baanx`,
        key: 'whk_older',
        onDelivery: ({ status }) => statuses.push(status),
      },
    });
    const sentAt = performance.now();
    other.applicants.find('nobody').decide('REJECTED');
    await vi.waitFor(() => expect(statuses).toEqual([200]));
    expect(performance.now() - sentAt).toBeLessThan(1_000);
    expect((await openStream('known-1', 'somebody')).status).toBe(403);
  });

  it('lists every reason of the webhooks’ log with its status, and signs as Baanx does', async () => {
    const page = readFileSync(join(root, 'docs/server.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)` +\| +(\d{3}) \|/gm)].map(([, reason, status]) => [
      reason,
      Number(status),
    ]);
    expect(rows).toEqual(Object.entries(STATUSES));
    const [, command = ''] = /```sh\n(printf .+)\n```/.exec(page) ?? [];
    const env = { PATH: process.env['PATH'], timestamp: '1767605400', body: '{"a":"ü"}', key: KEY };
    const printed = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' });
    const signed = await signWebhook(env.key, Number(env.timestamp), env.body);
    expect(printed.trim().split(' ').at(-1)).toBe(signed['x-signature']);
  });

  it('works in front of express.json(), and says what to do behind it', async () => {
    const { app } = (await import(join(folder, 'express.ts'))) as { app: express.Express };
    const handler = () => toNodeHandler(createWebhookHandler({ keys: KEY, onEvent: () => undefined }));
    app.post('/parsed', handler());
    const keepBytes = express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) });
    const kept = express().use(keepBytes).post('/kept', handler());
    const raw = express().post('/raw', express.raw({ type: 'application/json' }), handler());
    const servers = [app, kept, raw].map((one) => createServer(one).listen(0, '127.0.0.1'));
    const [parsedAt, keptAt, rawAt] = await Promise.all(servers.map(listening));
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const deliver = async (url: string) => {
      const event = JSON.stringify({ event_id: crypto.randomUUID(), event_type: 'kyc.status.changed' });
      const headers = {
        'content-type': 'application/json',
        ...(await signWebhook(KEY, Math.floor(Date.now() / 1000), event)),
      };
      return (await fetch(url, { method: 'POST', headers, body: event })).status;
    };
    expect(await deliver(`${parsedAt}/webhooks/baanx`)).toBe(200);
    expect(await deliver(`${keptAt}/kept`)).toBe(200);
    expect(await deliver(`${rawAt}/raw`)).toBe(200);
    expect(error).not.toHaveBeenCalled();
    expect(await deliver(`${parsedAt}/parsed`)).toBe(500);
    expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('before express.json()'));
    error.mockRestore();
    for (const one of servers) {
      one.closeAllConnections();
      one.close();
    }
  });

  // The last one: it stops the server.
  it('ends its streams at SIGTERM, and stops', async () => {
    const stream = read((await openStream('known-1')).body!);
    await vi.waitFor(() => expect(receiver.hub.streams).toBe(1));
    const closed = once(host.server, 'close');
    onSigterm?.();
    await vi.waitFor(() => expect(stream.hasEnded).toBe(true));
    await closed;
  });
});
