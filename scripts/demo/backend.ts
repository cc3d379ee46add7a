/** The backend of the demo and of the browser tests: the proxy in front of the sandbox or, with a client key, of Baanx. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { allowUnlessNamedNotAllowed } from '../../demo/authorize.js';
import { createHostServer, type HostServer } from '../../demo/host-server.js';
import { VERIFF_ORIGINS } from '../../src/baanx/trusted-origin.js';
import { createKycProxy, type FetchHandler, type KycProxyOptions } from '../../src/proxy/handler.js';
import { toNodeHandler } from '../../src/proxy/node.js';
import type { Applicants } from '../../src/sandbox/index.js';
import { startKycSandbox, type KycSandboxOptions } from '../../src/sandbox/node.js';

/** What answers the requests of the demo's pages and of the browser tests. */
export interface Backend {
  /** A description for the page, served as `/backend.json`. */
  readonly about: {
    readonly backend: 'sandbox' | 'baanx';
    readonly baseUrl?: string;
    /** For the element's `veriff-origins`. */
    readonly veriffOrigins: string;
  };
  /** Answers `/api/baanx/…`, `/backend.json`, `/deliveries` and `/handoff`, and passes everything else on. */
  readonly handle: (req: IncomingMessage, res: ServerResponse, next: () => unknown) => void;
  close(): Promise<void>;
}

/** The sandbox as a backend. Tests read and set the states of its applicants. */
export interface SandboxBackend extends Backend {
  readonly applicants: Applicants;
}

/**
 * The simulated Baanx behind the proxy, with webhooks and push. Veriff's page is served on a port of its own, and so on another
 * origin.
 */
export async function startSandbox(
  options: KycSandboxOptions = {},
  log: KycProxyOptions['log'] = () => undefined,
): Promise<SandboxBackend> {
  const host = createHostServer();
  const sandbox = await startKycSandbox({
    webhook: host.webhook,
    ...options,
    proxy: { log, push: host.hub, ...DEMO_OPTIONS },
  });
  const about = { backend: 'sandbox', veriffOrigins: sandbox.veriffOrigin } as const;
  return {
    about,
    applicants: sandbox.applicants,
    handle: handleWith(about, sandbox.handle, host),
    close() {
      host.close();
      return sandbox.close();
    },
  };
}

/** The real Baanx behind the proxy. */
export function useBaanx(
  options: Pick<KycProxyOptions, 'clientKey' | 'usEnv'> & { readonly baseUrl: string },
  log: KycProxyOptions['log'] = () => undefined,
): Backend {
  const about = {
    backend: 'baanx',
    baseUrl: options.baseUrl,
    veriffOrigins: VERIFF_ORIGINS.join(' '),
  } as const;
  const proxy = createKycProxy({ ...options, log, ...DEMO_OPTIONS });
  return { about, handle: handleWith(about, proxy), close: () => Promise.resolve() };
}

/** The page sends its own access token in the account flow. That is safe only because the demo runs on the developer's machine. */
const DEMO_OPTIONS = { authorize: allowUnlessNamedNotAllowed, passAuthorization: true };

function handleWith(about: Backend['about'], handler: FetchHandler, host?: HostServer): Backend['handle'] {
  const proxy = toNodeHandler(handler);
  const log = host && toNodeHandler(async () => host.deliveries());
  const handoff = host && toNodeHandler(host.handoff);
  return (req, res, next) => {
    const path = req.url?.replace(/\?.*/, '') ?? '';
    if (path.startsWith('/api/baanx/')) proxy(req, res);
    else if (path === '/deliveries' && log) log(req, res);
    else if (/^\/handoff(\/redeem)?$/.test(path) && handoff) handoff(req, res);
    else if (path !== '/backend.json') next();
    else res.setHeader('content-type', 'application/json').end(JSON.stringify(about));
  };
}
