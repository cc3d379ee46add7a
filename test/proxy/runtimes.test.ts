import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { isTrustedSessionUrl, VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';
import { VERIFICATION_STATES } from '../../src/baanx/wire.js';
import { createKycProxy, type FetchHandler, type KycProxyRecord } from '../../src/proxy/handler.js';
import { keepAlive, toNodeHandler } from '../../src/proxy/node.js';
import { ask, keepsTheContract, type Reached } from './support/contract.js';
import { expectInnocent } from './support/innocent.js';
import { start, type Started } from './support/process.js';
import { local, snippets, writeSnippets } from './support/snippets.js';
import { KEY, listen, listenSandbox, type Listening } from './support/upstream.js';

let baanx: Listening;
let built: string;
let documentation: string;

beforeAll(async () => {
  [baanx, built] = await Promise.all([listenSandbox(), buildProxy('proxy-runtimes')]);
  documentation = writeSnippets(built);
}, 60_000);
afterAll(() => baanx.close());

const environment = () => ({ BAANX_CLIENT_KEY: KEY, BAANX_BASE_URL: baanx.origin, PORT: '0' });
const at = (origin: string): Reached => ({ proxyUrl: `${origin}/api/baanx` });

/** A program started for the tests around, once it has said on which port it listens. */
function launched(launch: () => Started, says: RegExp): () => Reached {
  let started: Started;
  let origin: string;
  beforeAll(async () => {
    started = launch();
    const [, port = ''] = says.exec(await started.line(says)) ?? [];
    origin = `http://127.0.0.1:${port}`;
  }, 60_000);
  afterAll(() => started.end());
  return () => at(origin);
}

describe('the handler in this process', () => {
  const records: KycProxyRecord[] = [];
  let proxy: FetchHandler;
  beforeAll(() => {
    proxy = createKycProxy({
      clientKey: KEY,
      baseUrl: baanx.origin,
      passAuthorization: true,
      transport: keepAlive(),
      log: (record) => records.push(record),
    });
  });
  keepsTheContract(
    () => ({
      proxyUrl: 'https://app.example/api/baanx',
      fetcher: (input, init) => proxy(new Request(input, init)),
    }),
    { account: true },
  );
  afterAll(() => expectInnocent(records.map((record) => JSON.stringify(record))));
});

describe.each(['node.mjs', 'express.mjs'])('%s of the documentation', (name) => {
  const preload = pathToFileURL(fileURLToPath(new URL('support/listening.mjs', import.meta.url))).href;
  keepsTheContract(
    launched(
      () => start(process.execPath, ['--import', preload, join(documentation, name)], environment()),
      /^port (\d+)$/,
    ),
  );
});

describe('the command', () => {
  let command: Started;
  const launch = () =>
    (command = start(process.execPath, [join(built, 'cli.mjs')], {
      ...environment(),
      PASS_AUTHORIZATION: 'true',
    }));
  keepsTheContract(launched(launch, /"listening":"http:\/\/127\.0\.0\.1:(\d+)"/), { account: true });
  afterAll(() => expectInnocent(command.lines.filter((line) => line.includes('"route"'))));
});

/** What a framework does with the module that a snippet is. */
interface Module {
  default?: { fetch(request: Request): Promise<Response> };
  proxy?: FetchHandler;
  GET?(event: Request | { request: Request }, context?: object): Promise<Response>;
  POST?(event: Request | { request: Request }, context?: object): Promise<Response>;
}

describe.each<[string, (module: Module) => FetchHandler]>([
  [
    'next.mjs',
    (module) => (request) =>
      module[request.method as 'GET' | 'POST']?.(request, { params: Promise.resolve({ path: [] }) }) ??
      Promise.resolve(new Response(null, { status: 405 })),
  ],
  [
    'sveltekit.mjs',
    (module) => (request) =>
      module[request.method as 'GET' | 'POST']?.({ request }) ??
      Promise.resolve(new Response(null, { status: 405 })),
  ],
  ['hono.mjs', (module) => (request) => module.default!.fetch(request)],
  ['limits.mjs', (module) => module.proxy!],
])('%s of the documentation', (name, handlerOf) => {
  let server: Listening;
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(environment())) vi.stubEnv(variable, value);
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(documentation, name)).href)) as Module;
    server = await listen(toNodeHandler(handlerOf(module)));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });
  keepsTheContract(() => at(server.origin));
});

describe('worker.mjs of the documentation, in workerd', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baanx-kyc-worker-'));
  const workerd = createRequire(import.meta.url).resolve('workerd/bin/workerd');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  keepsTheContract(
    launched(() => {
      copyFileSync(join(built, 'edge.mjs'), join(folder, 'edge.mjs'));
      writeFileSync(join(folder, 'config.capnp'), workerConfig());
      return start(workerd, ['serve', join(folder, 'config.capnp'), '--control-fd=3']);
    }, /"socket":"http","port":(\d+)/),
  );

  const workerConfig = () => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.mjs", esModule = ${JSON.stringify(local(snippets().get('worker.mjs')!, '.'))}),
    (name = "handler.mjs", esModule = embed "edge.mjs"),
  ],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = ["enable_request_signal"],
  bindings = [
    (name = "BAANX_CLIENT_KEY", text = "${KEY}"),
    (name = "BAANX_BASE_URL", text = "${baanx.origin}"),
  ],
);
`;
});

describe('identity.mjs of the documentation', () => {
  const ids = ['verified-mine', 'verified-other'];
  let module: { proxy: FetchHandler; sessions: Map<string, object> };
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(environment())) vi.stubEnv(variable, value);
    module = (await import(
      /* @vite-ignore */ pathToFileURL(join(documentation, 'identity.mjs')).href
    )) as typeof module;
    module.sessions.set('s-1', { onboardingId: ids[0], baanxAccessToken: 'verified-token' });
    module.sessions.set('s-2', { onboardingId: ids[1] });
  });
  afterAll(() => vi.unstubAllEnvs());

  it.each([
    ['their own onboarding', `/auth/register?onboardingId=${ids[0]}`, 'a=b; sid=s-1', 200],
    ['somebody else’s', `/auth/register?onboardingId=${ids[1]}`, 'sid=s-1', 403],
    ['any, with no cookie', `/auth/register?onboardingId=${ids[0]}`, '', 403],
    ['any, with a made-up cookie', `/auth/register?onboardingId=undefined`, 'sid=constructor', 403],
    ['their account', '/user', 'sid=s-1', 200],
    ['an account before there is one', '/user', 'sid=s-2', 401],
    ['an account with no cookie', '/user', '', 403],
  ])('lets a person ask for %s', async (_, path, cookie, expected) => {
    const response = await module.proxy(
      new Request(`https://app.example/api/baanx/v1${path}`, {
        headers: { cookie, authorization: 'Bearer forged' },
      }),
    );
    expect(response.status).toBe(expected);
  });
});

const { BAANX_CLIENT_KEY: key, BAANX_BASE_URL: host, BAANX_ONBOARDING_ID: mine } = process.env;
if (key) {
  describe('the real dev host', () => {
    const behind = (clientKey: string): Reached => {
      const proxy = createKycProxy({ clientKey, transport: keepAlive(), ...(host && { baseUrl: host }) });
      const fetcher = (input: RequestInfo | URL, init?: RequestInit) => proxy(new Request(input, init));
      return { proxyUrl: 'https://app.example/api/baanx', fetcher };
    };
    const nobody = '00000000-0000-4000-8000-000000000000';

    it.each(['session', 'status'] as const)('knows nobody’s onboarding: %s', async (call) => {
      const { answer } = await ask(behind(key), 'registration', nobody, call);
      const code = expect.stringMatching(/^onboarding-(not-found|invalid)$/) as string;
      expect(answer).toMatchObject({ code });
    });

    it('does not take another key', async () => {
      const { answer } = await ask(behind(nobody), 'registration', nobody, 'status');
      expect(answer).toMatchObject({ code: 'client-key-invalid' });
    });

    if (!mine) return;
    it('tells the state of one’s own onboarding, and opens a session for it', async () => {
      const status = await ask(behind(key), 'registration', mine, 'status');
      expect([undefined, ...VERIFICATION_STATES]).toContain(status.answer);
      const session = await ask(behind(key), 'registration', mine, 'session');
      expect(isTrustedSessionUrl(String(session.answer), VERIFF_ORIGINS)).toBe(true);
    });
  });
}

describe('the documentation', () => {
  it('has no snippet that is not run here or beside', () => {
    expect([...snippets().keys()].sort()).toEqual(
      ['express', 'hono', 'identity', 'limits', 'next', 'node', 'sveltekit', 'worker'].map(
        (name) => `${name}.mjs`,
      ),
    );
  });
});
