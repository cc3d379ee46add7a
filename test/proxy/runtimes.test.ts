import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import type { ClientHttp2Session, Http2Server } from 'node:http2';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import express from 'express';
import serverless from 'serverless-http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildProxy } from '../../scripts/proxy-build.mjs';
import { isTrustedSessionUrl, VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';
import { VERIFICATION_STATES } from '../../src/baanx/wire.js';
import {
  anyoneWithTheOnboardingId,
  createKycProxy,
  type FetchHandler,
  type KycProxyRecord,
} from '../../src/proxy/handler.js';
import { undiciTransport, toNodeHandler } from '../../src/proxy/node.js';
import { ask, keepsTheContract, type Reached } from './support/contract.js';
import { expectHarmless } from './support/harmless-log.js';
import { start, type Started } from './support/process.js';
import { filledSessions, local, sessionCookie, snippets, writeSnippets } from './support/snippets.js';
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

/** Starts a program before the tests and reads its port from the output. */
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
      authorize: anyoneWithTheOnboardingId,
      baseUrl: baanx.origin,
      passAuthorization: true,
      transport: undiciTransport(),
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
  afterAll(() => expectHarmless(records.map((record) => JSON.stringify(record))));
});

describe.each(['node.mjs', 'express.mjs', 'fastify.mjs'])('%s of the documentation', (name) => {
  const preload = pathToFileURL(fileURLToPath(new URL('support/listening.mjs', import.meta.url))).href;
  keepsTheContract(
    launched(
      () => start(process.execPath, ['--import', preload, join(documentation, name)], environment()),
      /^port (\d+)$/,
    ),
  );
});

describe('may-verify.mjs of the documentation, which the command asks', () => {
  const preload = pathToFileURL(fileURLToPath(new URL('support/listening.mjs', import.meta.url))).href;
  let host: Started;
  let command: Started;
  let origin: string;
  beforeAll(async () => {
    host = start(
      process.execPath,
      ['--import', preload, join(documentation, 'may-verify.mjs')],
      environment(),
    );
    const says = /^port (\d+)$/;
    const [, hostPort] = says.exec(await host.line(says)) ?? [];
    command = start(process.execPath, [join(built, 'cli.mjs')], {
      ...environment(),
      AUTHORIZE_URL: `http://127.0.0.1:${hostPort}/may-verify`,
    });
    const listening = /"listening":"(http:\/\/127\.0\.0\.1:\d+)"/;
    [, origin = ''] = listening.exec(await command.line(listening)) ?? [];
  }, 60_000);
  afterAll(async () => {
    await Promise.all([command.end('SIGINT'), host.end()]);
  });
  keepsTheContract(() => at(origin));

  it.each([
    ['their own onboarding', `/auth/register?onboardingId=verified-mine`, 'verified-mine', 200],
    ['somebody else’s', `/auth/register?onboardingId=verified-mine`, 'verified-other', 403],
    ['any, signed out', `/auth/register?onboardingId=verified-mine`, '', 403],
    ['an account without a token', '/user', 'verified-mine', 401],
    ['an account, signed out', '/user', '', 403],
  ])('lets a person use %s', async (_, path, person, status) => {
    const headers = { cookie: person && sessionCookie(person) };
    expect((await fetch(`${origin}/api/baanx/v1${path}`, { headers })).status).toBe(status);
  });
});

describe('the command', () => {
  let command: Started;
  const launch = () =>
    (command = start(process.execPath, [join(built, 'cli.mjs')], {
      ...environment(),
      AUTHORIZE: 'off',
      PASS_AUTHORIZATION: 'true',
    }));
  keepsTheContract(launched(launch, /"listening":"http:\/\/127\.0\.0\.1:(\d+)"/), { account: true });
  afterAll(() => expectHarmless(command.lines.filter((line) => line.includes('"route"'))));
});

/** A snippet, as the framework imports it. */
interface Module {
  default?: { fetch(request: Request): Promise<Response> };
  proxy?: FetchHandler;
  /** Of `limits.mjs`: no Redis runs here, so the limits count in this process. */
  redis?: { disconnect(): void };
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
  let module: Module;
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(environment())) vi.stubEnv(variable, value);
    module = (await import(/* @vite-ignore */ pathToFileURL(join(documentation, name)).href)) as Module;
    server = await listen(toNodeHandler(handlerOf(module)));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    module.redis?.disconnect();
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
    (name = "session.mjs", esModule = ${JSON.stringify(filledSessions())}),
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
  let module: { proxy: FetchHandler };
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(environment())) vi.stubEnv(variable, value);
    const folder = join(documentation, 'as-documented');
    mkdirSync(folder);
    writeFileSync(join(folder, 'session.mjs'), snippets().get('session.mjs')!);
    writeFileSync(join(folder, 'identity.mjs'), local(snippets().get('identity.mjs')!, '../..'));
    const load = (name: string): Promise<unknown> =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
    module = (await load('identity.mjs')) as typeof module;
    const { sessions } = (await load('session.mjs')) as { sessions: Map<string, object> };
    sessions.set('s-1', { onboardingId: ids[0], baanxAccessToken: 'verified-token' });
    sessions.set('s-2', { onboardingId: ids[1] });
  });
  afterAll(() => vi.unstubAllEnvs());

  it.each([
    ['their own onboarding', `/auth/register?onboardingId=${ids[0]}`, 'a=b; sid=s-1', 200],
    ['somebody else’s', `/auth/register?onboardingId=${ids[1]}`, 'sid=s-1', 403],
    ['any, with no cookie', `/auth/register?onboardingId=${ids[0]}`, '', 403],
    ['any, with an invented cookie', `/auth/register?onboardingId=undefined`, 'sid=constructor', 403],
    ['their account', '/user', 'sid=s-1', 200],
    ['an account before there is one', '/user', 'sid=s-2', 401],
    ['an account with no cookie', '/user', '', 403],
  ])('lets a person use %s', async (_, path, cookie, expected) => {
    const response = await module.proxy(
      new Request(`https://app.example/api/baanx/v1${path}`, {
        headers: { cookie, authorization: 'Bearer forged' },
      }),
    );
    expect(response.status).toBe(expected);
  });
});

describe('AWS Lambda, as documented and through serverless-http', () => {
  interface Result {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
    isBase64Encoded: boolean;
  }
  type Handler = (event: object, context: object) => Promise<Result>;
  const handlers: Record<string, Handler> = {};
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(environment())) vi.stubEnv(variable, value);
    const url = pathToFileURL(join(documentation, 'lambda.mjs')).href;
    handlers['hono/aws-lambda'] = ((await import(/* @vite-ignore */ url)) as { handler: Handler }).handler;
    const app = express();
    const proxy = createKycProxy({
      clientKey: KEY,
      authorize: anyoneWithTheOnboardingId,
      baseUrl: baanx.origin,
    });
    app.use(express.json());
    app.use('/api/baanx', toNodeHandler(proxy));
    handlers['serverless-http'] = serverless(app) as unknown as Handler;
  });
  afterAll(() => vi.unstubAllEnvs());

  /** A request as an HTTP API of API Gateway describes it (payload version 2.0), and its response. */
  const through = (name: string) => async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, search, host } = new URL(request.url);
    const { method } = request;
    const result = await handlers[name]!(
      {
        version: '2.0',
        routeKey: '$default',
        rawPath: pathname,
        rawQueryString: search.slice(1),
        cookies: request.headers.get('cookie')?.split('; '),
        headers: { ...Object.fromEntries(request.headers), host },
        requestContext: {
          domainName: host,
          http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: '' },
          stage: '$default',
        },
        body: init?.body,
        isBase64Encoded: false,
      },
      {},
    );
    const body = result.isBase64Encoded ? Buffer.from(result.body, 'base64') : result.body;
    return new Response(body, { status: result.statusCode, headers: result.headers });
  };

  describe.each(['hono/aws-lambda', 'serverless-http'])('%s', (name) => {
    keepsTheContract(() => ({ proxyUrl: 'https://app.example/api/baanx', fetcher: through(name) }));
  });
});

describe('http2', () => {
  let server: Http2Server;
  let session: ClientHttp2Session;
  beforeAll(async () => {
    const proxy = createKycProxy({
      clientKey: KEY,
      authorize: anyoneWithTheOnboardingId,
      baseUrl: baanx.origin,
    });
    server = createHttp2Server(toNodeHandler(proxy));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    session.close();
    server.close();
    await once(server, 'close');
  });

  const fetcher = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname, search } = new URL(input as string);
    const stream = session.request({
      ':method': init?.method ?? 'GET',
      ':path': pathname + search,
      ...Object.fromEntries(new Headers(init?.headers)),
    });
    stream.end(init?.body);
    const [headers] = (await once(stream, 'response')) as [Record<string, string>];
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    const plain = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    return new Response(text, { status: Number(headers[':status']), headers: Object.fromEntries(plain) });
  };
  keepsTheContract(() => ({ proxyUrl: 'https://app.example/api/baanx', fetcher }));
});

const { BAANX_CLIENT_KEY: key, BAANX_BASE_URL: host, BAANX_ONBOARDING_ID: mine } = process.env;
if (key) {
  describe('the real dev host', () => {
    const behind = (clientKey: string): Reached => {
      const proxy = createKycProxy({
        clientKey,
        authorize: anyoneWithTheOnboardingId,
        transport: undiciTransport(),
        ...(host && { baseUrl: host }),
      });
      const fetcher = (input: RequestInfo | URL, init?: RequestInit) => proxy(new Request(input, init));
      return { proxyUrl: 'https://app.example/api/baanx', fetcher };
    };
    const unknown = '00000000-0000-4000-8000-000000000000';

    it.each(['session', 'status'] as const)('does not know an invented onboarding: %s', async (call) => {
      const { answer } = await ask(behind(key), 'registration', unknown, call);
      const code = expect.stringMatching(/^onboarding-(not-found|invalid)$/) as string;
      expect(answer).toMatchObject({ code });
    });

    it('refuses another key', async () => {
      const { answer } = await ask(behind(unknown), 'registration', unknown, 'status');
      expect(answer).toMatchObject({ code: 'client-key-invalid' });
    });

    if (!mine) return;
    it('returns the state of one’s own onboarding, and creates a session for it', async () => {
      const status = await ask(behind(key), 'registration', mine, 'status');
      expect([undefined, ...VERIFICATION_STATES]).toContain(status.answer);
      const session = await ask(behind(key), 'registration', mine, 'session');
      expect(isTrustedSessionUrl(String(session.answer), VERIFF_ORIGINS)).toBe(true);
    });
  });
}

describe('the documentation', () => {
  it('has no snippet that is not run here, in test/docs/express-session.test.ts or in test/consumers', () => {
    expect([...snippets().keys()].sort()).toEqual(
      [
        'express-request',
        'express-session',
        'express',
        'fastify',
        'hono',
        'identity',
        'lambda',
        'limits',
        'may-verify',
        'next',
        'node',
        'session',
        'sveltekit',
        'worker',
      ].map((name) => `${name}.mjs`),
    );
  });
});
